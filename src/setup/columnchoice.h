#pragma once

#include "domo/dataset.h"
#include "sheet/shaping.h"

namespace Setup {

// Which columns are written and how, while a person chooses: every column of the DataSet, and those that the choice
// mentions although the DataSet does not have them. In the order in which they are written, the others at the end or,
// if all columns are written that are not left out, in the DataSet's. A value.
class ColumnChoice
{
public:
    struct Entry
    {
        Sheet::ColumnRule rule; // isLeftOut: not written
        QList<Domo::Column> columns; // of the DataSet with this name: one, unless a rule for it is impossible

        [[nodiscard]] bool isMissing() const { return columns.isEmpty(); } // from the DataSet
        [[nodiscard]] bool takesRule() const { return columns.size() == 1 && !rule.name.isEmpty(); }
    };

    ColumnChoice(const QList<Domo::Column> &schema, const Sheet::Shaping &shaping);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] bool isOnlyThese() const { return m_isOnlyThese; } // see Sheet::Shaping::isChoice
    [[nodiscard]] const Sheet::NullRule &nulls() const { return m_nulls; }

    void setOnlyThese(bool onlyThese); // without it, the columns have the DataSet's order
    void setNulls(const Sheet::NullRule &nulls) { m_nulls = nulls; } // of columns without a rule for them
    void setRule(qsizetype entry, const Sheet::ColumnRule &rule); // of the same name
    void move(qsizetype entry, qsizetype to); // which only means something for a choice of only these

    // What the DataSet does not have and is not to be written is forgotten.
    [[nodiscard]] Sheet::Shaping shaping() const;

private:
    void sortAsInDataSet();

    QList<Domo::Column> m_schema;
    QList<Entry> m_entries;
    bool m_isOnlyThese;
    Sheet::NullRule m_nulls;
};

// The same choice, in which these columns of the DataSet are written as text, if they are written.
[[nodiscard]] Sheet::Shaping asText(Sheet::Shaping shaping, const QStringList &columns);

// The DataSet with the columns that are written, named as in the sheet. The errors of Domo::shaped(). Pure.
[[nodiscard]] Core::Result<Domo::DataSet> shaped(Domo::DataSet dataSet, const Sheet::Shaping &shaping);

} // namespace Setup
