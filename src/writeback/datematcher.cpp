#include "writeback/datematcher.h"

#include "sheet/datevalue.h"
#include "workiva/readsheetdata.h"

#include <algorithm>

namespace Writeback {

DateMatcher::DateMatcher(RunContext &context, QObject *parent) : JobWith(parent), m_context(context) { }

DateMatcher::~DateMatcher() = default;

void DateMatcher::run()
{
    matchTexts();
    if (m_serials.empty())
        finishWith({});
    else
        requestFormats();
}

void DateMatcher::abort()
{
    m_formats.reset();
}

void DateMatcher::matchTexts()
{
    const Sheet::Grid &existing = m_context.existing;
    const Sheet::Grid &desired = m_context.desired;
    std::vector<int> columns;
    for (int column = 0; column < desired.columns(); ++column) {
        if (m_context.holdsDates(column))
            columns.push_back(column);
    }
    const int rows = std::min(existing.rows(), desired.rows());
    for (int row = 0; row < rows; ++row) {
        const Sheet::Grid::Row there = existing.row(row);
        const Sheet::Grid::Row data = desired.row(row);
        for (const int column : columns) {
            if (there.isSurelySame(column, data))
                continue;
            const Sheet::Cell found = there[column];
            const Sheet::Cell wanted = data[column];
            if (wanted.kind != Sheet::CellKind::Text || Sheet::sameValue(found, wanted))
                continue;
            if (found.kind == Sheet::CellKind::Text && Sheet::sameDate(wanted.text, found.text))
                match({row, column});
            else if (found.kind == Sheet::CellKind::Number && Sheet::isSerialOf(found.text, wanted.text))
                m_serials.push_back({row, column});
        }
    }
}

void DateMatcher::match(const Sheet::Address &place)
{
    m_context.existing.match(place, m_context.desired.at(place.row, place.column));
}

void DateMatcher::requestFormats()
{
    Sheet::Rectangle area;
    for (const Sheet::Address &place : m_serials)
        area = area.united({place.row, place.column, 1, 1});
    const Sheet::Address anchor = m_context.anchor();
    m_formats = std::make_unique<Workiva::ReadSheetData>(
        *m_context.workiva, m_context.sheetId(), Sheet::Region(m_context.inSheet(area)),
        Workiva::ReadSheetData::Parts::Formats,
        [this, anchor](int row, int first, std::span<const Workiva::SheetDataCell> cells) -> Core::Result<void> {
            const auto before = [](const Sheet::Address &a, const Sheet::Address &b) {
                return a.row != b.row ? a.row < b.row : a.column < b.column;
            };
            const Sheet::Address begin{row - anchor.row, first - anchor.column};
            auto place = std::ranges::lower_bound(m_serials, begin, before);
            for (; place != m_serials.end() && place->row == begin.row; ++place) {
                const int at = place->column - begin.column;
                if (at >= int(cells.size()))
                    break;
                if (Workiva::isDateFormat(cells[size_t(at)].format))
                    match(*place);
            }
            return {};
        });
    connect(m_formats.get(), &Net::Job::finished, this, [this] { finishWith({}); });
    m_formats->start();
}

} // namespace Writeback
