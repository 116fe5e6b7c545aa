#include "words/methodtext.h"

#include "sheet/keys.h"
#include "words/shown.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

QString rowsText(const std::vector<int> &rows)
{
    QStringList numbers;
    for (const int row : rows)
        numbers.append(number(row + 1));
    return numbers.join(u", "_s);
}

Sentences keyWords(const Sheet::KeyFaults *faults)
{
    if (!faults)
        return {Spoken::tr("The key does not identify the rows."), Spoken::tr("Choose other key columns.")};
    const bool isSource = faults->side == Sheet::Side::Source;
    QStringList message{isSource ? Spoken::tr("The key does not identify the rows of the data.")
                                 : Spoken::tr("The key does not identify the rows of the region.")};
    if (!faults->repeated.empty())
        message.append(Spoken::tr("Keys of more than one row: %1, such as \"%2\" (rows %3).")
                           .arg(number(faults->repeatedKeys), shown(faults->repeated.front().key),
                                rowsText(faults->repeated.front().rows)));
    if (faults->emptyRows > 0)
        message.append(Spoken::tr("Rows with a blank value in the key: %1, such as %2.")
                           .arg(number(faults->emptyRows), rowsText(faults->empty)));
    if (faults->unknownRows > 0)
        message.append(Spoken::tr("Rows with a formula or an unreadable value in the key: %1, such as %2.")
                           .arg(number(faults->unknownRows), rowsText(faults->unknown)));
    return {message.join(u' '),
            isSource ? Spoken::tr("Choose other key columns, or correct the rows in Domo, then run again.")
                     : Spoken::tr("Choose other key columns, or correct the rows in Workiva, then run again.")};
}

} // namespace

Sentences methodWords(const Core::Error &error)
{
    return keyWords(error.cause.as<Sheet::KeyFaults>());
}

} // namespace Words
