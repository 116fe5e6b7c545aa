#include "sandbox/sheet/formats.h"

#include "sandbox/sheet/cells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

bool isRule(const Sheet::Rectangle &area)
{
    return area.lastRow() >= Sheet::maxRows - 1 || area.lastColumn() >= Sheet::maxColumns - 1
        || area.cells() > Sheet::maxSpreadsheetCells;
}

QJsonObject laidOver(QJsonObject existing, const QJsonObject &patch)
{
    for (auto group = patch.begin(); group != patch.end(); ++group) {
        QJsonObject members = group.value().isNull() ? QJsonObject() : existing[group.key()].toObject();
        const QJsonObject changes = group.value().toObject();
        for (auto member = changes.begin(); member != changes.end(); ++member) {
            if (member.value().isNull())
                members.remove(member.key());
            else
                members.insert(member.key(), member.value());
        }
        if (members.isEmpty())
            existing.remove(group.key());
        else
            existing.insert(group.key(), members);
    }
    return existing;
}

} // namespace

Formats::Formats() : m_formats(1) { }

void Formats::apply(Cells &cells, const Sheet::Rectangle &area, const QJsonObject &patch)
{
    std::map<int, int> after; // maps format numbers before to those after
    const auto patched = [&](int before) {
        const auto known = after.find(before);
        if (known != after.end())
            return known->second;
        return after.emplace(before, numberOf(laidOver(format(before), patch))).first->second;
    };
    if (!isRule(area)) {
        for (int row = area.row; row <= area.lastRow(); ++row) {
            cells.reserve(row, area.lastColumn() + 1);
            for (int column = area.column; column <= area.lastColumn(); ++column)
                cells.setFormat(row, column, patched(numberAt(cells, row, column)));
        }
        return;
    }
    std::vector<std::pair<Sheet::Address, int>> own;
    cells.each(area, [&](int row, int column, const Cells::Stored &stored) {
        if (stored.format != 0)
            own.push_back({{row, column}, patched(stored.format)});
    });
    for (const auto &[address, number] : own)
        cells.setFormat(address.row, address.column, number);
    m_rules.push_back({area, patch});
    m_ruled.clear();
}

int Formats::numberAt(const Cells &cells, int row, int column) const
{
    const Cells::Stored *stored = cells.find(row, column);
    return stored && stored->format != 0 ? stored->format : ruled(row, column);
}

void Formats::setRules(std::vector<Rule> rules)
{
    m_rules = std::move(rules);
    m_ruled.clear();
}

int Formats::numberOf(const QJsonObject &format) const
{
    const auto found = std::ranges::find_if(m_formats, [&format](const Format &one) { return one.members == format; });
    if (found != m_formats.end())
        return int(found - m_formats.begin());
    const QString type = format["valueFormat"_L1]["valueFormatType"_L1].toString();
    m_formats.push_back({format, type == "TEXT"_L1});
    return int(m_formats.size()) - 1;
}

int Formats::ruled(int row, int column) const
{
    if (m_rules.empty())
        return 0;
    const Sheet::Rectangle cell{row, column, 1, 1};
    std::vector<bool> counting;
    for (const Rule &rule : m_rules)
        counting.push_back(rule.area.contains(cell));
    const auto known = m_ruled.find(counting);
    if (known != m_ruled.end())
        return known->second;
    QJsonObject format;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (counting[i])
            format = laidOver(format, m_rules[i].patch);
    }
    return m_ruled.emplace(std::move(counting), numberOf(format)).first->second;
}

} // namespace Sandbox
