#include "words/methodtext.h"

#include "sheet/updatemethod.h"
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

Sentences columnWords(const Sheet::OtherColumn *column)
{
    return {!column ? Spoken::tr("The header of the region does not match the columns of the data.")
                    : Spoken::tr("The header of the region does not match the columns of the data: column %1 is \"%2\" "
                                 "in the sheet and \"%3\" in the data.")
                          .arg(number(column->column + 1), shown(column->existing), shown(column->source)),
            Spoken::tr("If the header was edited, restore it in Workiva. If the DataSet's columns have changed, bring "
                       "the sheet's columns into the same order. Then run again.")};
}

Sentences repeatedWords(const Sheet::RepeatedRows *repeated)
{
    if (repeated && repeated->missing > 0)
        return {Spoken::tr("The region ends with these rows, from its row %1, but some are missing: %2 of %3. An "
                           "earlier run may have been interrupted.")
                    .arg(number(repeated->row + 1), number(repeated->missing), number(repeated->rows)),
                Spoken::tr("Delete those rows in Workiva, then run again.")};
    return {!repeated ? Spoken::tr("The region ends with these rows already.")
                      : Spoken::tr("The region ends with these rows already, from its row %1. Rows: %2.")
                            .arg(number(repeated->row + 1), number(repeated->rows)),
            Spoken::tr("Run again when the DataSet has the next rows.")};
}

Sentences fixedWords(const Sheet::FixedCell *cell)
{
    return {!cell
                ? Spoken::tr("A row would have to move, but not all of its cells can move with it.")
                : Spoken::tr("Row %1 of the region would have to move, but its cell in column %2 cannot move with it.")
                      .arg(number(cell->row + 1), number(cell->column + 1)),
            Spoken::tr("Replace a formula in that row by its value, and move notes beside the data elsewhere. Then run "
                       "again.")};
}

} // namespace

Sentences updateWords(const Sheet::UpdateFault &fault, const QString &subject)
{
    using Reason = Sheet::UpdateFault::Reason;
    switch (fault.reason) {
    case Reason::NoKey:
        return {
            Spoken::tr("Key columns are missing. Without them, it is not known which rows of the DataSet and of the "
                       "sheet belong together."),
            Spoken::tr("Name the columns that identify a row, such as the account.")};
    case Reason::NoPartition:
        return {Spoken::tr("Partition columns are missing. Without them, it is not known which rows of the sheet are "
                           "replaced."),
                Spoken::tr("Name the columns whose values make a partition, such as the period.")};
    case Reason::PartitionOfAnotherMethod:
        return {Spoken::tr("Partition columns are only used by the update method partition, not by %1.").arg(subject),
                Spoken::tr("Choose that method, or leave the partition columns out.")};
    case Reason::OrderOfAnotherMethod:
        return {Spoken::tr("The sheet's order can only be kept by the update method replace, not by %1.").arg(subject),
                Spoken::tr("Choose that method, or leave the option out.")};
    case Reason::NoSuchColumn:
        return {Spoken::tr("The data has no column \"%1\".").arg(subject),
                Spoken::tr("Use the column's name exactly as it is in the sheet: the one in Domo, or the new one if it "
                           "is renamed.")};
    case Reason::SeveralSuchColumns:
        return {Spoken::tr("The data has more than one column \"%1\".").arg(subject),
                Spoken::tr("Rename one of them in Domo, or choose another column.")};
    case Reason::DateColumn:
        return {Spoken::tr("The column \"%1\" has dates, which a sheet may hold in another form, so its rows would not "
                           "be found.")
                    .arg(subject),
                Spoken::tr("Write dates as text, or choose another column.")};
    }
    Q_UNREACHABLE();
}

Sentences methodWords(const Core::Error &error)
{
    switch (error.kind) {
    case Core::ErrorKind::OtherColumns: return columnWords(error.cause.as<Sheet::OtherColumn>());
    case Core::ErrorKind::AlreadyAppended: return repeatedWords(error.cause.as<Sheet::RepeatedRows>());
    case Core::ErrorKind::FixedRow: return fixedWords(error.cause.as<Sheet::FixedCell>());
    default: return keyWords(error.cause.as<Sheet::KeyFaults>());
    }
}

} // namespace Words
