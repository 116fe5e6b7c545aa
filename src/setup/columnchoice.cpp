#include "setup/columnchoice.h"

#include "domo/shapedcolumns.h"

#include <algorithm>

namespace Setup {

namespace {

using Sheet::ColumnRule;

bool isNamed(const QList<ColumnChoice::Entry> &entries, const QString &name)
{
    return std::ranges::any_of(entries, [&name](const ColumnChoice::Entry &entry) { return entry.rule.name == name; });
}

} // namespace

ColumnChoice::ColumnChoice(const QList<Domo::Column> &schema, const Sheet::Shaping &shaping)
    : m_schema(schema), m_isOnlyThese(shaping.isChoice), m_nulls(shaping.nulls)
{
    const auto add = [this](const ColumnRule &rule) {
        if (isNamed(m_entries, rule.name))
            return;
        Entry entry{.rule = rule, .columns = {}};
        std::ranges::copy_if(m_schema, std::back_inserter(entry.columns),
                             [&rule](const Domo::Column &column) { return column.name == rule.name; });
        m_entries.append(entry);
    };
    std::ranges::for_each(shaping.columns, add);
    for (const Domo::Column &column : schema)
        add({.name = column.name, .isLeftOut = m_isOnlyThese});
    if (!m_isOnlyThese)
        sortAsInDataSet();
}

void ColumnChoice::setOnlyThese(bool onlyThese)
{
    m_isOnlyThese = onlyThese;
    if (!onlyThese)
        sortAsInDataSet();
}

void ColumnChoice::setRule(qsizetype entry, const ColumnRule &rule)
{
    Q_ASSERT(m_entries[entry].rule.name == rule.name);
    m_entries[entry].rule = rule;
}

void ColumnChoice::move(qsizetype entry, qsizetype to)
{
    m_entries.move(entry, to);
}

void ColumnChoice::sortAsInDataSet()
{
    const auto place = [this](const Entry &entry) {
        return std::ranges::find(m_schema, entry.rule.name, &Domo::Column::name) - m_schema.begin();
    };
    std::ranges::stable_sort(m_entries, {}, place);
}

Sheet::Shaping ColumnChoice::shaping() const
{
    Sheet::Shaping shaping{.isChoice = m_isOnlyThese, .nulls = m_nulls};
    for (const Entry &entry : m_entries) {
        const bool isForgotten = entry.isMissing() && entry.rule.isLeftOut;
        if (!isForgotten && (m_isOnlyThese || entry.rule != ColumnRule{.name = entry.rule.name}))
            shaping.columns.append(entry.rule);
    }
    return shaping;
}

Sheet::Shaping asText(Sheet::Shaping shaping, const QStringList &columns)
{
    for (const QString &name : columns) {
        auto rule = std::ranges::find(shaping.columns, name, &ColumnRule::name);
        if (rule == shaping.columns.end()) {
            if (shaping.isChoice)
                continue;
            shaping.columns.append({.name = name});
            rule = shaping.columns.end() - 1;
        }
        rule->kind = Sheet::ColumnKind::Text;
        rule->decimals.reset(); // texts are not rounded
    }
    return shaping;
}

Core::Result<Domo::DataSet> shaped(Domo::DataSet dataSet, const Sheet::Shaping &shaping)
{
    const auto columns = Domo::shaped(dataSet.schema, shaping);
    if (!columns)
        return Core::propagate(columns);
    if (!dataSet.schema.isEmpty())
        dataSet.columns = int(columns->columns.size());
    dataSet.schema = columns->columns;
    return dataSet;
}

} // namespace Setup
