#include "sandbox/structureupdate.h"

#include "sandbox/updateparts.h"
#include "sandbox/worksheet.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

using Planned = Accepted<PlannedUpdate>;

Sheet::Rectangle lines(bool ofRows, int first, int last)
{
    return ofRows ? Sheet::Rectangle{first, 0, last - first + 1, Sheet::maxColumns}
                  : Sheet::Rectangle{0, first, Sheet::maxRows, last - first + 1};
}

// Everything that lies somewhere moves with its rows or columns.
template <typename Moved> void moveAll(Worksheet &sheet, bool ofRows, Moved moved)
{
    for (std::vector<Sheet::Rectangle> *areas :
         {&sheet.merges, &sheet.lockedCells, &sheet.linkedCells, &sheet.inputCells}) {
        for (Sheet::Rectangle &area : *areas)
            area = moved(area);
        std::erase_if(*areas, [](const Sheet::Rectangle &area) { return area.isEmpty(); });
    }
    if (sheet.dataset)
        sheet.dataset = moved(*sheet.dataset);
    for (RangeLink &link : sheet.links)
        link.range = moved(link.range);
    std::erase_if(sheet.links, [](const RangeLink &link) { return link.range.isEmpty(); });
    std::vector<Formats::Rule> rules = sheet.formats.rules();
    for (Formats::Rule &rule : rules)
        rule.area = moved(rule.area);
    std::erase_if(rules, [](const Formats::Rule &rule) { return rule.area.isEmpty(); });
    sheet.formats.setRules(std::move(rules));
    std::map<int, Line> &before = ofRows ? sheet.rowLines : sheet.columnLines;
    std::map<int, Line> after;
    for (const auto &[at, line] : before) {
        const Sheet::Rectangle place = moved(lines(ofRows, at, at));
        if (!place.isEmpty())
            after.emplace(ofRows ? place.row : place.column, line);
    }
    before = std::move(after);
}

void insertLines(Worksheet &sheet, bool ofRows, int at, int count)
{
    moveAll(sheet, ofRows, [=](const Sheet::Rectangle &area) { return afterInsert(area, ofRows, at, count); });
    if (ofRows) {
        sheet.cells.insertRows(at, count);
        sheet.rows = std::min(sheet.rows + count, Sheet::maxRows);
    } else {
        sheet.cells.insertColumns(at, count);
        sheet.columns = std::min(sheet.columns + count, Sheet::maxColumns);
    }
}

void deleteLines(Worksheet &sheet, bool ofRows, const Interval &interval)
{
    moveAll(sheet, ofRows,
            [=](const Sheet::Rectangle &area) { return afterDelete(area, ofRows, interval.first, interval.last); });
    const int count = interval.last - interval.first + 1;
    if (ofRows) {
        sheet.cells.deleteRows(interval.first, interval.last);
        sheet.rows = std::max(1, sheet.rows - count);
    } else {
        sheet.cells.deleteColumns(interval.first, interval.last);
        sheet.columns = std::max(1, sheet.columns - count);
    }
}

Planned planInsert(const QJsonObject &part, bool ofRows)
{
    const QString target = QStringLiteral("insertions");
    static const QStringList inheritance{QStringLiteral("NONE"), QStringLiteral("BEFORE"), QStringLiteral("AFTER")};
    if (!inheritance.contains(part[QLatin1String("inheritFrom")].toString()))
        return refuse(400, QStringLiteral("expected NONE, BEFORE or AFTER"), QStringLiteral("inheritFrom"));
    if (!part[target].isArray())
        return refuse(400, QStringLiteral("expected a list of insertions"), target);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    std::vector<std::pair<int, int>> insertions; // index and count
    for (const QJsonValue &one : part[target].toArray()) {
        const auto index = readInteger(one[QLatin1String("index")], 0, limit - 1, target);
        const auto count = readInteger(one[QLatin1String("count")], 1, limit, target);
        if (!index || !count)
            return tl::unexpected(!index ? index.error() : count.error());
        insertions.emplace_back(*index, *count);
    }
    // From the end, so that an index means the sheet as it was before the request.
    std::ranges::sort(insertions, std::greater());
    PlannedUpdate planned;
    for (const auto &[index, count] : insertions)
        planned.touched.push_back(lines(ofRows, index, limit - 1));
    planned.carryOut = [insertions, ofRows](Worksheet &sheet) {
        for (const auto &[index, count] : insertions)
            insertLines(sheet, ofRows, index, count);
    };
    return planned;
}

enum class OnLines { Delete, Hide, Unhide, SizeToFit };

Planned planLines(const QJsonObject &part, bool ofRows, OnLines what)
{
    auto intervals = readIntervals(part[QLatin1String("intervals")], ofRows, QStringLiteral("intervals"));
    if (!intervals)
        return tl::unexpected(intervals.error());
    std::ranges::sort(*intervals, [](const Interval &a, const Interval &b) { return a.first > b.first; });
    for (size_t i = 1; i < intervals->size(); ++i) {
        if (what == OnLines::Delete && (*intervals)[i].last >= (*intervals)[i - 1].first)
            return refuse(400, QStringLiteral("intervals overlap"), QStringLiteral("intervals"));
    }
    PlannedUpdate planned;
    for (const Interval &one : *intervals)
        planned.touched.push_back(lines(ofRows, one.first, one.last));
    planned.carryOut = [intervals = *intervals, ofRows, what](Worksheet &sheet) {
        const Sheet::Rectangle extent = sheet.cells.extent();
        std::map<int, Line> &known = ofRows ? sheet.rowLines : sheet.columnLines;
        for (const Interval &one : intervals) {
            if (what == OnLines::Delete) {
                deleteLines(sheet, ofRows, one);
            } else if (what == OnLines::Hide) {
                // An open interval ends where the sheet does.
                const int last = std::min(
                    one.last, std::max(ofRows ? sheet.rows : sheet.columns, ofRows ? extent.rows : extent.columns) - 1);
                for (int at = one.first; at <= last; ++at)
                    known[at].hidden = true;
            } else if (what == OnLines::Unhide) {
                for (auto &[at, line] : known)
                    line.hidden = line.hidden && (at < one.first || at > one.last);
            }
        }
    };
    return planned;
}

Planned planResize(const QJsonObject &part, bool ofRows)
{
    const QString target = QStringLiteral("resizeIntervals");
    if (!part[target].isArray())
        return refuse(400, QStringLiteral("expected a list of intervals with sizes"), target);
    std::vector<std::pair<Interval, int>> sizes;
    PlannedUpdate planned;
    for (const QJsonValue &one : part[target].toArray()) {
        const auto size = readInteger(one[QLatin1String("size")], 3, 10'000, target);
        const auto intervals = readIntervals(one[QLatin1String("intervals")], ofRows, target);
        if (!size || !intervals)
            return tl::unexpected(!size ? size.error() : intervals.error());
        for (const Interval &interval : *intervals) {
            sizes.emplace_back(interval, *size);
            planned.touched.push_back(lines(ofRows, interval.first, interval.last));
        }
    }
    planned.carryOut = [sizes, ofRows](Worksheet &sheet) {
        const int held = ofRows ? sheet.rows : sheet.columns;
        for (const auto &[interval, size] : sizes) {
            for (int at = interval.first; at <= std::min(interval.last, held - 1); ++at)
                (ofRows ? sheet.rowLines : sheet.columnLines)[at].size = size;
        }
    };
    return planned;
}

Planned planRanges(const QJsonObject &part, std::function<void(Worksheet &, const Sheet::Rectangle &)> each)
{
    const auto ranges = readRanges(part[QLatin1String("ranges")], QStringLiteral("ranges"));
    if (!ranges)
        return tl::unexpected(ranges.error());
    return PlannedUpdate{*ranges, [ranges = *ranges, each = std::move(each)](Worksheet &sheet) {
                             for (const Sheet::Rectangle &range : ranges)
                                 each(sheet, range);
                         }};
}

void merge(Worksheet &sheet, const Sheet::Rectangle &range, const QString &type)
{
    // HORIZONTAL merges each row, VERTICAL each column, of what the sheet holds.
    const Sheet::Rectangle area = range.intersected(sheet.whole());
    std::erase_if(sheet.merges, [&area](const Sheet::Rectangle &other) { return other.intersects(area); });
    if (type == QLatin1String("HORIZONTAL")) {
        for (int row = area.row; row <= area.lastRow(); ++row)
            sheet.merges.push_back({row, area.column, 1, area.columns});
    } else if (type == QLatin1String("VERTICAL")) {
        for (int column = area.column; column <= area.lastColumn(); ++column)
            sheet.merges.push_back({area.row, column, area.rows, 1});
    } else if (!area.isEmpty()) {
        sheet.merges.push_back(area);
    }
}

Planned planMerge(const QJsonObject &part)
{
    const QString type = part[QLatin1String("mergeType")].toString(QStringLiteral("ALL"));
    static const QStringList types{QStringLiteral("ALL"), QStringLiteral("HORIZONTAL"), QStringLiteral("VERTICAL")};
    if (!types.contains(type))
        return refuse(400, QStringLiteral("expected ALL, HORIZONTAL or VERTICAL"), QStringLiteral("mergeType"));
    return planRanges(part, [type](Worksheet &sheet, const Sheet::Rectangle &range) { merge(sheet, range, type); });
}

Planned planUnmerge(const QJsonObject &part)
{
    return planRanges(part, [](Worksheet &sheet, const Sheet::Rectangle &range) {
        std::erase_if(sheet.merges, [&range](const Sheet::Rectangle &other) { return other.intersects(range); });
    });
}

Planned planBorders(const QJsonObject &part)
{
    if (!part[QLatin1String("borders")].isArray())
        return refuse(400, QStringLiteral("expected a list of borders"), QStringLiteral("borders"));
    PlannedUpdate planned{{}, [](Worksheet &) {}};
    for (const QJsonValue &one : part[QLatin1String("borders")].toArray()) {
        const auto ranges = readRanges(one[QLatin1String("ranges")], QStringLiteral("borders.ranges"));
        if (!ranges)
            return tl::unexpected(ranges.error());
        planned.touched.insert(planned.touched.end(), ranges->begin(), ranges->end());
    }
    return planned;
}

struct Kind
{
    QLatin1String name;
    Planned (*plan)(const QJsonObject &);
};

template <bool ofRows, OnLines what> Planned onLines(const QJsonObject &part)
{
    return planLines(part, ofRows, what);
}

} // namespace

Accepted<PlannedUpdate> planStructureUpdate(const QString &name, const QJsonObject &part)
{
    static constexpr std::array kinds{
        Kind{QLatin1String("insertRows"), [](const QJsonObject &p) { return planInsert(p, true); }},
        Kind{QLatin1String("insertColumns"), [](const QJsonObject &p) { return planInsert(p, false); }},
        Kind{QLatin1String("deleteRows"), onLines<true, OnLines::Delete>},
        Kind{QLatin1String("deleteColumns"), onLines<false, OnLines::Delete>},
        Kind{QLatin1String("hideRows"), onLines<true, OnLines::Hide>},
        Kind{QLatin1String("hideColumns"), onLines<false, OnLines::Hide>},
        Kind{QLatin1String("unhideRows"), onLines<true, OnLines::Unhide>},
        Kind{QLatin1String("unhideColumns"), onLines<false, OnLines::Unhide>},
        Kind{QLatin1String("resizeRows"), [](const QJsonObject &p) { return planResize(p, true); }},
        Kind{QLatin1String("resizeColumns"), [](const QJsonObject &p) { return planResize(p, false); }},
        Kind{QLatin1String("resizeRowsToFit"), onLines<true, OnLines::SizeToFit>},
        Kind{QLatin1String("resizeColumnsToFit"), onLines<false, OnLines::SizeToFit>},
        Kind{QLatin1String("mergeRanges"), planMerge},
        Kind{QLatin1String("unmergeRanges"), planUnmerge},
        Kind{QLatin1String("applyBorders"), planBorders},
        Kind{QLatin1String("clearBorders"),
             [](const QJsonObject &p) { return planRanges(p, [](Worksheet &, const Sheet::Rectangle &) {}); }},
    };
    for (const Kind &kind : kinds) {
        if (kind.name == name)
            return kind.plan(part);
    }
    return refuse(400, QStringLiteral("unknown kind of update \"%1\"").arg(name));
}

} // namespace Sandbox
