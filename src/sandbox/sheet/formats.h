#pragma once

#include "sheet/rectangle.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace Sandbox {

class Cells;

// The formats of one sheet. A format is a JSON object with cellFormat, textFormat and valueFormat as in the contract;
// cells refer to it by number (0: no format of its own). Formats of whole columns and rows, of the whole sheet, and of
// very large blocks are stored as rules, which apply to cells without a format of their own; later rules override
// earlier ones.
class Formats
{
public:
    struct Rule
    {
        Sheet::Rectangle area;
        QJsonObject patch;
    };

    Formats();

    // Merges `patch` into the formats of the area: a null member removes that member, a null group removes the whole
    // group.
    void apply(Cells &cells, const Sheet::Rectangle &area, const QJsonObject &patch);

    [[nodiscard]] int numberAt(const Cells &cells, int row, int column) const;
    [[nodiscard]] const QJsonObject &format(int number) const { return m_formats[size_t(number)].members; }
    [[nodiscard]] bool isText(int number) const { return m_formats[size_t(number)].isText; } // valueFormatType is TEXT
    [[nodiscard]] int count() const { return int(m_formats.size()); }
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }
    void setRules(std::vector<Rule> rules);

    [[nodiscard]] int numberOf(const QJsonObject &format) const; // adds the format if needed

private:
    struct Format
    {
        QJsonObject members;
        bool isText = false;
    };

    [[nodiscard]] int ruled(int row, int column) const;

    mutable std::vector<Format> m_formats; // grows when rules apply to a cell for the first time
    mutable std::map<std::vector<bool>, int> m_ruled; // by the set of rules that apply
    std::vector<Rule> m_rules;
};

} // namespace Sandbox
