#include "domo/shapedcolumns.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Domo {

namespace {

using Sheet::ColumnKind;
using Sheet::ColumnRule;
using Reason = Sheet::ShapingFault::Reason;

std::optional<Sheet::ColumnType> typeOf(const Column &column, std::optional<ColumnKind> chosen)
{
    const auto has = [&column](auto isOfKind) { return column.type && isOfKind(*column.type); };
    if (!chosen)
        return column.type;
    switch (*chosen) {
    case ColumnKind::Number: return has(Sheet::isNumeric) ? column.type : Sheet::ColumnType::Decimal;
    case ColumnKind::Text: return Sheet::ColumnType::String;
    case ColumnKind::Date: return has(Sheet::holdsDates) ? column.type : Sheet::ColumnType::Date;
    }
    Q_UNREACHABLE();
}

class Shaper
{
public:
    Shaper(const QList<Column> &schema, const Sheet::Shaping &shaping) : m_schema(schema), m_shaping(shaping)
    {
        for (qsizetype place = 0; place < schema.size(); ++place)
            m_places[schema[place].name].append(int(place));
    }

    [[nodiscard]] Core::Result<ShapedColumns> shaped()
    {
        for (const ColumnRule &rule : m_shaping.columns) {
            if (auto good = check(rule); !good)
                return Core::propagate(good);
        }
        const auto done = m_shaping.isChoice ? addChosen() : addAll();
        if (!done)
            return Core::propagate(done);
        if (m_made.columns.isEmpty())
            return Sheet::shapingFault(Reason::NothingLeft, {});
        return std::move(m_made);
    }

private:
    [[nodiscard]] Core::Result<void> check(const ColumnRule &rule) const
    {
        const qsizetype count = m_places.value(rule.name).size();
        const bool isOfNoAccount = rule.isLeftOut && m_shaping.isChoice; // it is not written either way
        if (count == 1 || isOfNoAccount)
            return {};
        return Sheet::shapingFault(count == 0 ? Reason::NoSuchColumn : Reason::SeveralSuchColumns, rule.name);
    }

    Core::Result<void> addChosen()
    {
        QSet<QString> mentioned;
        for (const ColumnRule &rule : m_shaping.columns) {
            mentioned.insert(rule.name);
            if (rule.isLeftOut)
                continue;
            if (auto added = add(m_places.value(rule.name).constFirst(), rule); !added)
                return added;
        }
        for (const Column &column : m_schema) {
            if (!mentioned.contains(column.name))
                m_made.notChosen.append(column.name);
        }
        return {};
    }

    Core::Result<void> addAll()
    {
        QHash<QString, ColumnRule> rules;
        for (const ColumnRule &rule : m_shaping.columns)
            rules.insert(rule.name, rule);
        for (qsizetype place = 0; place < m_schema.size(); ++place) {
            const ColumnRule rule = rules.value(m_schema[place].name);
            if (rule.isLeftOut)
                continue;
            if (auto added = add(int(place), rule); !added)
                return added;
        }
        return {};
    }

    Core::Result<void> add(int place, const ColumnRule &rule)
    {
        Column column = m_schema[place];
        column.type = typeOf(column, rule.kind);
        if (!rule.as.isEmpty())
            column.name = rule.as;
        const bool isRenamed = column.name != m_schema[place].name;
        // The DataSet itself may use a name twice: then it is no new one.
        if ((isRenamed && m_names.contains(column.name)) || m_newNames.contains(column.name))
            return Sheet::shapingFault(Reason::SameName, column.name);
        if (rule.decimals && column.type && !Sheet::isNumeric(*column.type))
            return Sheet::shapingFault(Reason::RoundedText, m_schema[place].name);
        (isRenamed ? m_newNames : m_names).insert(column.name);
        m_made.columns.append(column);
        m_made.origins.append({.place = place,
                               .name = m_schema[place].name,
                               .rules = {.nulls = rule.nulls.value_or(m_shaping.nulls),
                                         .decimals = rule.decimals,
                                         .checksDates = rule.kind == ColumnKind::Date}});
        return {};
    }

    const QList<Column> &m_schema;
    const Sheet::Shaping &m_shaping;
    QHash<QString, QList<int>> m_places; // by name
    QSet<QString> m_names; // of the columns so far that keep theirs
    QSet<QString> m_newNames;
    ShapedColumns m_made;
};

} // namespace

Core::Result<ShapedColumns> shaped(const QList<Column> &schema, const Sheet::Shaping &shaping)
{
    if (schema.isEmpty())
        return ShapedColumns();
    return Shaper(schema, shaping).shaped();
}

} // namespace Domo
