#include "words/optiontext.h"

#include "words/shown.h"
#include "words/spoken.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

QString columnOf(const QString &option)
{
    return shown(QUrl::fromPercentEncoding(option.section(u'=', 1).toLatin1()));
}

} // namespace

QString optionNames(const QString &options)
{
    QStringList names;
    for (const QString &option : options.split(u' ', Qt::SkipEmptyParts)) {
        if (option == "replace"_L1)
            names.append(Spoken::tr("Replace"));
        else if (option == "columnNames"_L1)
            names.append(Spoken::tr("column names as first row"));
        else if (option == "asKept"_L1)
            names.append(Spoken::tr("line breaks and long numbers adapted to the sheet"));
        else if (option == "datesAsText"_L1)
            names.append(Spoken::tr("dates as text"));
        else if (option == "append"_L1)
            names.append(Spoken::tr("Append"));
        else if (option == "upsert"_L1)
            names.append(Spoken::tr("Upsert"));
        else if (option == "partition"_L1)
            names.append(Spoken::tr("Partition"));
        else if (option == "keepOrder"_L1)
            names.append(Spoken::tr("rows in the sheet's order"));
        else if (option == "keepFormulas"_L1)
            names.append(Spoken::tr("formulas kept"));
        else if (option.startsWith("key="_L1))
            names.append(Spoken::tr("key: %1").arg(columnOf(option)));
        else if (option.startsWith("partitionBy="_L1))
            names.append(Spoken::tr("partition by: %1").arg(columnOf(option)));
        else
            names.append(option); // of a later version
    }
    return names.join(u"; "_s);
}

} // namespace Words
