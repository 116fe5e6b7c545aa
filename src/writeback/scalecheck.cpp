#include "writeback/scalecheck.h"

#include "sheet/totals.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace Writeback {

namespace {

using InColumn = Finding::InColumn;
using Trait = Finding::Trait;

constexpr int tolerance = 50; // in hundredths of a per cent

// Adds columns to a finding, and counts them once each.
class Columns
{
public:
    explicit Columns(Finding &check) : m_check(check) { }
    void add(const InColumn &one)
    {
        m_names.insert(one.column);
        m_check.addColumn(one);
        m_check.count = qint64(m_names.size());
    }

private:
    Finding &m_check;
    std::set<QString> m_names;
};

void addFormats(Columns &columns, const RunContext &context)
{
    const ColumnScales &scales = context.facts.scales;
    for (const ColumnScales::One &one : scales.columns) {
        const QString place = Sheet::toA1(Sheet::Address{scales.row, context.anchor().column + one.column});
        for (const auto &[trait, scale] : {std::pair(Trait::ShownIn, one.shownIn), {Trait::EnteredIn, one.enteredIn}}) {
            if (Workiva::isOther(scale))
                columns.add({.column = context.sourceName(one.column),
                             .trait = trait,
                             .place = place,
                             .actual = Workiva::name(scale),
                             .expected = Workiva::name(Workiva::Scale::Ones)});
        }
    }
}

std::vector<Sheet::ColumnTotal> totalsOfRegion(const RunContext &context)
{
    const Sheet::Grid &existing = context.existing;
    const int columns = std::min(existing.columns(), int(context.data.columns.size()));
    Sheet::Totals totals(columns);
    for (int row = context.headerRows(); row < existing.rows(); ++row) {
        const Sheet::Grid::Row cells = existing.row(row);
        for (int column = 0; column < columns; ++column) {
            if (context.data.columns[column].total)
                totals.add(column, cells[column]);
        }
    }
    return totals.columns();
}

// Both are plain decimals.
bool isAlmost(const std::string &one, const std::string &other)
{
    return !Sheet::differsByMore(one, other, tolerance).value_or(true);
}

void addTotals(Columns &columns, const RunContext &context)
{
    static const std::array factors{std::pair(1'000, "e3"), std::pair(1'000'000, "e6")};
    const auto totals = totalsOfRegion(context);
    for (size_t column = 0; column < totals.size(); ++column) {
        const auto &before = totals[column].sum;
        const ColumnFacts &facts = context.data.columns[qsizetype(column)];
        if (!before || !facts.total || *before == "0" || *facts.total == QLatin1Char('0'))
            continue;
        const std::string after = facts.total->toStdString();
        InColumn one{.column = context.sourceName(int(column)),
                     .actual = *facts.total,
                     .expected = QString::fromStdString(*before)};
        for (const auto &[factor, exponent] : factors) {
            one.count = factor;
            one.trait = Trait::TotalSmaller;
            if (isAlmost(*before, after + exponent))
                columns.add(one);
            one.trait = Trait::TotalLarger;
            if (isAlmost(*before + exponent, after))
                columns.add(one);
        }
    }
}

} // namespace

void checkScale(CheckRecords &records, const RunContext &context)
{
    if (!context.request.dataSet())
        return;
    Finding check{.kind = Finding::Kind::Scale, .count = 0, .threshold = Sheet::thresholdText(tolerance)};
    const auto &unread = context.facts.scales.unread;
    if (unread != Finding::Unread::NotAsked) {
        Columns columns(check);
        addFormats(columns, context);
        addTotals(columns, context);
    }
    if (!check.columns.isEmpty()) {
        const InColumn &first = check.columns.first();
        check.place = first.place;
        check.actual = first.actual;
        check.expected = first.expected;
    }
    records.addRead(unread, check);
}

} // namespace Writeback
