#include "sheet/keptform.h"

#include "sheet/decimal.h"

namespace Sheet {

namespace {

std::string withLineFeeds(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

} // namespace

void toKeptForm(Grid &grid)
{
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            const Cell cell = grid.at(row, column);
            if (cell.kind == CellKind::Text && cell.text.find('\r') != std::string_view::npos) {
                const std::string kept = withLineFeeds(cell.text);
                grid.set(row, column, Cell::ofText(kept));
            } else if (cell.kind == CellKind::Number && cell.text.size() > size_t(exactDigits)
                       && significantDigits(cell.text) > exactDigits) {
                const std::string kept = rounded(cell.text, exactDigits);
                grid.set(row, column, Cell::ofNumber(kept));
            }
        }
    }
}

} // namespace Sheet
