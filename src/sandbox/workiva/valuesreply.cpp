#include "sandbox/workiva/valuesreply.h"

#include "sandbox/sheet/cells.h"
#include "sandbox/sheet/formula.h"
#include "sandbox/sheet/jsontext.h"

using namespace Qt::StringLiterals;

namespace Sandbox {

QByteArray valuesReply(const Cells &cells, const Sheet::Rectangle &page, const PageForm &form,
                       const QByteArray &nextLink)
{
    if (page.isEmpty())
        return "{\"data\":[]}"_ba;
    constexpr qsizetype usualCell = 16;
    Calculator calculator(cells);
    QByteArray out;
    out.reserve(256 + page.cells() * usualCell);
    out += "{\"data\":[{";
    if (form.range) {
        const std::string range = form.range->toStdString();
        out += "\"range\":";
        appendJsonString(out, range);
        out += ',';
    }
    out += "\"values\":[";
    for (int row = page.row; row <= page.lastRow(); ++row) {
        out += row == page.row ? "[" : ",[";
        const bool isLeftOut = !form.paddedRows && cells.isBlank({row, page.column, 1, page.columns});
        for (int column = page.column; column <= page.lastColumn() && !isLeftOut; ++column) {
            if (column > page.column)
                out += ',';
            appendJsonValue(out, form.raw ? cells.at(row, column) : calculator.calculated(row, column));
        }
        out += ']';
    }
    out += "]}]";
    if (!nextLink.isEmpty()) {
        out += ",\"@nextLink\":";
        appendJsonString(out, {nextLink.data(), size_t(nextLink.size())});
    }
    return out + '}';
}

} // namespace Sandbox
