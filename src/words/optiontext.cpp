#include "words/optiontext.h"

#include "words/spoken.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Words {

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
        else
            names.append(option); // of a later version
    }
    return names.join(u"; "_s);
}

} // namespace Words
