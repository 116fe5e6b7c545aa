#pragma once

#include "sheet/rectangle.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace Sandbox {

class Cells;

// The formats of one sheet. A format is a JSON object with cellFormat, textFormat and valueFormat as the contract has
// them, of which cells hold the number (0: none of its own). Formats of whole columns and rows, of the whole sheet, and
// of very large blocks are kept as rules, which count for cells without a format of their own, the later rule last.
class Formats
{
public:
    struct Rule
    {
        Sheet::Rectangle area;
        QJsonObject patch;
    };

    Formats();

    // Lays `patch` over the formats of the area: a member that is null takes the format's member away, a group that is
    // null the whole group.
    void apply(Cells &cells, const Sheet::Rectangle &area, const QJsonObject &patch);

    [[nodiscard]] int numberAt(const Cells &cells, int row, int column) const;
    [[nodiscard]] const QJsonObject &format(int number) const { return m_formats[size_t(number)].members; }
    [[nodiscard]] bool isText(int number) const { return m_formats[size_t(number)].isText; } // valueFormatType is TEXT
    [[nodiscard]] int count() const { return int(m_formats.size()); }
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }
    void setRules(std::vector<Rule> rules);

    [[nodiscard]] int numberOf(const QJsonObject &format) const; // makes one where there is none yet

private:
    struct Format
    {
        QJsonObject members;
        bool isText = false;
    };

    [[nodiscard]] int ruled(int row, int column) const;

    mutable std::vector<Format> m_formats; // grows when rules meet at a cell that was not asked for before
    mutable std::map<std::vector<bool>, int> m_ruled; // by the rules that count
    std::vector<Rule> m_rules;
};

} // namespace Sandbox
