#include "sandbox/workiva/structureupdate.h"

#include "sandbox/workiva/updateparts.h"
#include "sandbox/sheet/worksheet.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

using Planned = Accepted<PlannedUpdate>;

Sheet::Rectangle lines(bool ofRows, int first, int last)
{
    return ofRows ? Sheet::Rectangle{first, 0, last - first + 1, Sheet::maxColumns}
                  : Sheet::Rectangle{0, first, Sheet::maxRows, last - first + 1};
}

// Moves everything that has a position together with its rows or columns.
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
    const QString target = u"insertions"_s;
    static const QStringList inheritance{u"NONE"_s, u"BEFORE"_s, u"AFTER"_s};
    if (!inheritance.contains(part["inheritFrom"_L1].toString()))
        return refuse(400, u"expected NONE, BEFORE or AFTER"_s, u"inheritFrom"_s);
    if (!part[target].isArray())
        return refuse(400, u"expected a list of insertions"_s, target);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    std::vector<std::pair<int, int>> insertions; // index and count
    for (const QJsonValue &one : part[target].toArray()) {
        const auto index = readInteger(one["index"_L1], 0, limit - 1, target);
        const auto count = readInteger(one["count"_L1], 1, limit, target);
        if (!index || !count)
            return !index ? Core::propagate(index) : Core::propagate(count);
        insertions.emplace_back(*index, *count);
    }
    // In reverse, so that each index refers to the sheet before the request.
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
    auto intervals = readIntervals(part["intervals"_L1], ofRows, u"intervals"_s);
    if (!intervals)
        return Core::propagate(intervals);
    std::ranges::sort(*intervals, [](const Interval &a, const Interval &b) { return a.first > b.first; });
    for (size_t i = 1; i < intervals->size(); ++i) {
        if (what == OnLines::Delete && (*intervals)[i].last >= (*intervals)[i - 1].first)
            return refuse(400, u"intervals overlap"_s, u"intervals"_s);
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
    const QString target = u"resizeIntervals"_s;
    if (!part[target].isArray())
        return refuse(400, u"expected a list of intervals with sizes"_s, target);
    std::vector<std::pair<Interval, int>> sizes;
    PlannedUpdate planned;
    for (const QJsonValue &one : part[target].toArray()) {
        const auto size = readInteger(one["size"_L1], 3, 10'000, target);
        const auto intervals = readIntervals(one["intervals"_L1], ofRows, target);
        if (!size || !intervals)
            return !size ? Core::propagate(size) : Core::propagate(intervals);
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
    const auto ranges = readRanges(part["ranges"_L1], u"ranges"_s);
    if (!ranges)
        return Core::propagate(ranges);
    return PlannedUpdate{*ranges, [ranges = *ranges, each = std::move(each)](Worksheet &sheet) {
                             for (const Sheet::Rectangle &range : ranges)
                                 each(sheet, range);
                         }};
}

void merge(Worksheet &sheet, const Sheet::Rectangle &range, const QString &type)
{
    // HORIZONTAL merges each row, VERTICAL each column, as far as the sheet exists.
    const Sheet::Rectangle area = range.intersected(sheet.whole());
    std::erase_if(sheet.merges, [&area](const Sheet::Rectangle &other) { return other.intersects(area); });
    if (type == "HORIZONTAL"_L1) {
        for (int row = area.row; row <= area.lastRow(); ++row)
            sheet.merges.push_back({row, area.column, 1, area.columns});
    } else if (type == "VERTICAL"_L1) {
        for (int column = area.column; column <= area.lastColumn(); ++column)
            sheet.merges.push_back({area.row, column, area.rows, 1});
    } else if (!area.isEmpty()) {
        sheet.merges.push_back(area);
    }
}

Planned planMerge(const QJsonObject &part)
{
    const QString type = part["mergeType"_L1].toString(u"ALL"_s);
    static const QStringList types{u"ALL"_s, u"HORIZONTAL"_s, u"VERTICAL"_s};
    if (!types.contains(type))
        return refuse(400, u"expected ALL, HORIZONTAL or VERTICAL"_s, u"mergeType"_s);
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
    if (!part["borders"_L1].isArray())
        return refuse(400, u"expected a list of borders"_s, u"borders"_s);
    PlannedUpdate planned{{}, [](Worksheet &) {}};
    for (const QJsonValue &one : part["borders"_L1].toArray()) {
        const auto ranges = readRanges(one["ranges"_L1], u"borders.ranges"_s);
        if (!ranges)
            return Core::propagate(ranges);
        planned.touched.insert(planned.touched.end(), ranges->begin(), ranges->end());
    }
    return planned;
}

struct Kind
{
    QLatin1String name;
    Planned (*plan)(const QJsonObject &) = nullptr;
};

template <bool ofRows, OnLines what> Planned onLines(const QJsonObject &part)
{
    return planLines(part, ofRows, what);
}

} // namespace

Accepted<PlannedUpdate> planStructureUpdate(const QString &name, const QJsonObject &part)
{
    static constexpr std::array kinds{
        Kind{"insertRows"_L1, [](const QJsonObject &p) { return planInsert(p, true); }},
        Kind{"insertColumns"_L1, [](const QJsonObject &p) { return planInsert(p, false); }},
        Kind{"deleteRows"_L1, onLines<true, OnLines::Delete>},
        Kind{"deleteColumns"_L1, onLines<false, OnLines::Delete>},
        Kind{"hideRows"_L1, onLines<true, OnLines::Hide>},
        Kind{"hideColumns"_L1, onLines<false, OnLines::Hide>},
        Kind{"unhideRows"_L1, onLines<true, OnLines::Unhide>},
        Kind{"unhideColumns"_L1, onLines<false, OnLines::Unhide>},
        Kind{"resizeRows"_L1, [](const QJsonObject &p) { return planResize(p, true); }},
        Kind{"resizeColumns"_L1, [](const QJsonObject &p) { return planResize(p, false); }},
        Kind{"resizeRowsToFit"_L1, onLines<true, OnLines::SizeToFit>},
        Kind{"resizeColumnsToFit"_L1, onLines<false, OnLines::SizeToFit>},
        Kind{"mergeRanges"_L1, planMerge},
        Kind{"unmergeRanges"_L1, planUnmerge},
        Kind{"applyBorders"_L1, planBorders},
        Kind{"clearBorders"_L1,
             [](const QJsonObject &p) { return planRanges(p, [](Worksheet &, const Sheet::Rectangle &) {}); }},
    };
    for (const Kind &kind : kinds) {
        if (kind.name == name)
            return kind.plan(part);
    }
    return refuse(400, u"unknown kind of update \"%1\""_s.arg(name));
}

} // namespace Sandbox
