#include "words/optiontext.h"

#include "sheet/shaping.h"
#include "words/shown.h"
#include "words/spoken.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

// The parts of an option after its name.
QString partOf(const QString &option, int part)
{
    return QUrl::fromPercentEncoding(option.section(u'=', part, part).toLatin1());
}

QString columnOf(const QString &option)
{
    return shown(partOf(option, 1));
}

QString nullsText(const QString &name)
{
    const auto rule = Sheet::nullRuleNamed(name);
    if (!rule)
        return {};
    switch (rule->kind) {
    case Sheet::NullRule::Kind::Clear: return Spoken::tr("nulls cleared");
    case Sheet::NullRule::Kind::Keep: return Spoken::tr("old values kept for nulls");
    case Sheet::NullRule::Kind::Word: return Spoken::tr("nulls as \"%1\"").arg(shown(rule->word));
    }
    Q_UNREACHABLE();
}

QString kindText(const QString &option)
{
    const QString column = columnOf(option);
    const auto kind = Sheet::columnKindNamed(partOf(option, 2));
    if (!kind)
        return {};
    switch (*kind) {
    case Sheet::ColumnKind::Number: return Spoken::tr("%1 as numbers", "column").arg(column);
    case Sheet::ColumnKind::Text: return Spoken::tr("%1 as text", "column").arg(column);
    case Sheet::ColumnKind::Date: return Spoken::tr("%1 as dates", "column").arg(column);
    }
    Q_UNREACHABLE();
}

QString queryText(const QString &option)
{
    constexpr qsizetype maxOfSql = 1'000; // characters
    if (option.startsWith("sql="_L1))
        return Spoken::tr("rows by SQL: %1").arg(shown(partOf(option, 1), maxOfSql));
    if (option.startsWith("parameter="_L1))
        return Spoken::tr("parameter %1: %2").arg(columnOf(option), shown(partOf(option, 2)));
    return {};
}

// What a shaping says of a column, or of all. Empty: nothing that this version knows.
QString shapingText(const QString &option)
{
    const QString column = columnOf(option);
    if (option.startsWith("column="_L1))
        return Spoken::tr("column: %1").arg(column);
    if (option.startsWith("leftOut="_L1))
        return Spoken::tr("left out: %1").arg(column);
    if (option.startsWith("rename="_L1))
        return Spoken::tr("%1 renamed to %2", "column").arg(column, shown(partOf(option, 2)));
    if (option.startsWith("type="_L1))
        return kindText(option);
    if (option.startsWith("round="_L1))
        return Spoken::tr("%1 rounded, decimals: %2", "column").arg(column, partOf(option, 2));
    if (option.startsWith("nulls="_L1))
        return nullsText(partOf(option, 1));
    const QString nulls = option.startsWith("nullsOf="_L1) ? nullsText(partOf(option, 2)) : QString();
    return nulls.isEmpty() ? nulls : u"%1: %2"_s.arg(column, nulls);
}

QString nameOf(const QString &option)
{
    if (option == "replace"_L1)
        return Spoken::tr("Replace");
    if (option == "columnNames"_L1)
        return Spoken::tr("column names as first row");
    if (option == "asKept"_L1)
        return Spoken::tr("line breaks and long numbers adapted to the sheet");
    if (option == "datesAsText"_L1)
        return Spoken::tr("dates as text");
    if (option == "append"_L1)
        return Spoken::tr("Append");
    if (option == "upsert"_L1)
        return Spoken::tr("Upsert");
    if (option == "partition"_L1)
        return Spoken::tr("Partition");
    if (option == "keepOrder"_L1)
        return Spoken::tr("rows in the sheet's order");
    if (option == "keepFormulas"_L1)
        return Spoken::tr("formulas kept");
    if (option.startsWith("key="_L1))
        return Spoken::tr("key: %1").arg(columnOf(option));
    if (option.startsWith("partitionBy="_L1))
        return Spoken::tr("partition by: %1").arg(columnOf(option));
    const QString choice = shapingText(option) + queryText(option);
    return choice.isEmpty() ? option : choice; // of a later version
}

} // namespace

QString optionNames(const QString &options)
{
    QStringList names;
    for (const QString &option : options.split(u' ', Qt::SkipEmptyParts))
        names.append(nameOf(option));
    return names.join(u"; "_s);
}

QString shapingNames(const QString &options)
{
    QStringList names;
    for (const QString &option : options.split(u' ', Qt::SkipEmptyParts)) {
        if (option.startsWith("sql="_L1)) // which may be long
            names.append(Spoken::tr("rows by SQL"));
        else if (option == "asKept"_L1 || !shapingText(option).isEmpty())
            names.append(nameOf(option));
    }
    return names.join(u"; "_s);
}

} // namespace Words
