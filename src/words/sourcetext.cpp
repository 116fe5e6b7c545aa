#include "words/sourcetext.h"

#include "words/shown.h"
#include "words/spoken.h"
#include "writeback/runreport.h"
#include "writeback/sourceproof.h"

using namespace Qt::StringLiterals;

namespace Words {

using Core::ErrorKind;
using Writeback::Finding;

namespace {

Sentences columnsWords(const Domo::ColumnsChanged &changed)
{
    return {
        changed.column == 0
            ? Spoken::tr("The export's columns are not the DataSet's: the export has %1, the DataSet %2.")
                  .arg(number(changed.came), number(changed.told))
            : Spoken::tr(
                  "The export's columns are not the DataSet's: column %1 is named \"%2\" in the export and \"%3\" "
                  "in the DataSet.")
                  .arg(number(changed.column), shown(changed.cameName), shown(changed.toldName)),
        Spoken::tr("Look at the DataSet's columns in Domo. If they have just been changed, wait until it has finished "
                   "loading (this can take a quarter of an hour), then run again.")};
}

Sentences proofWords(const Writeback::MissingProof &missing)
{
    using Why = Writeback::MissingProof::Why;
    const QString received = number(missing.received);
    const QString expected = number(missing.expected.value_or(0));
    const QString again = Spoken::tr("Run again. If it stays so, tell support what is quoted below.");
    const QString access =
        Spoken::tr("Check in Domo that the client's user is allowed to query this DataSet, then run again.");
    switch (missing.why) {
    case Why::LineIsOpen:
        return {Spoken::tr("Domo's export may have been cut off: its last line has no line break, and the connection "
                           "did not say where the export ends. Rows received: %1.")
                    .arg(received),
                again};
    case Why::RowsAreMissing:
        return {
            Spoken::tr("Domo's export is not complete. Rows received: %1; rows in Domo: %2.").arg(received, expected),
            Spoken::tr("Wait until the DataSet has finished loading (this can take a quarter of an hour), then "
                       "try again.")};
    case Why::RowsAreFiltered:
        return {Spoken::tr("It could not be proved that all rows arrived: the DataSet has row policies (PDP), and Domo "
                           "did not count the rows that this client may see. Rows received: %1.")
                    .arg(received),
                access};
    case Why::RowsAreUntold:
        return {Spoken::tr("It could not be proved that all rows arrived: Domo neither reported nor counted the rows "
                           "of the DataSet. Rows received: %1.")
                    .arg(received),
                access};
    case Why::EndIsUntold:
        return {Spoken::tr("It could not be proved that all rows arrived: the connection did not say where the export "
                           "ends, and Domo reports fewer rows than it sent. Rows received: %1; rows reported: %2.")
                    .arg(received, expected),
                again};
    }
    Q_UNREACHABLE();
}

Sentences unknownTypesWords(const Finding &finding)
{
    if (finding.count == 0)
        return {
            Spoken::tr("Domo did not report the types of the DataSet's columns, so numbers cannot be told from text."),
            Spoken::tr("Look at the DataSet's schema in Domo. If the DataSet is being loaded, wait until that has "
                       "finished, then run again.")};
    return {Spoken::tr("Columns of a type that this program does not know, so that numbers cannot be told from text: "
                       "%1.")
                .arg(shown(finding.place)),
            Spoken::tr("Change their type in Domo to text, whole number, decimal, date, or date and time, then run "
                       "again.")};
}

Sentences incompleteWords()
{
    return {Spoken::tr("Domo's export is not complete."),
            Spoken::tr(
                "Wait until the DataSet has finished loading (this can take a quarter of an hour), then try again.")};
}

Sentences damageWords(const Domo::CsvPlace *place)
{
    Sentences text{Spoken::tr("Domo's export is damaged."),
                   Spoken::tr("Try again. If it stays so, tell support what is quoted below.")};
    if (place && place->column == 0)
        text.message =
            Spoken::tr("Domo's export is damaged at row %1 (byte %2).").arg(number(place->row), number(place->byte));
    else if (place)
        text.message = Spoken::tr("Domo's export is damaged at row %1, column %2 (byte %3).")
                           .arg(number(place->row), number(place->column), number(place->byte));
    return text;
}

Sentences notCsvWords(const Domo::NotCsv &notCsv)
{
    return {
        notCsv.contentType.contains("html"_L1, Qt::CaseInsensitive)
            ? Spoken::tr("A web page arrived instead of the DataSet's data.")
            : Spoken::tr("Something else arrived instead of the DataSet's data (%1).").arg(shown(notCsv.contentType)),
        Spoken::tr("Check the address of the service, and whether a proxy or a sign-in page stands in between; then "
                   "try again.")};
}

Sentences refusedWords()
{
    return {Spoken::tr("Domo refused to hand over the data, even with a new token."),
            Spoken::tr("Check that the client is still listed on developer.domo.com with the Data scope, and that its "
                       "user may export this DataSet.")};
}

} // namespace

std::optional<Sentences> sourceText(const Core::Error &error)
{
    if (const auto *changed = error.cause.as<Domo::ColumnsChanged>())
        return columnsWords(*changed);
    if (const auto *missing = error.cause.as<Writeback::MissingProof>())
        return proofWords(*missing);
    if (const auto *notCsv = error.cause.as<Domo::NotCsv>())
        return notCsvWords(*notCsv);
    if (error.cause.as<Domo::ExportRefused>())
        return refusedWords();
    if (const auto *found = error.cause.as<Finding>(); found && found->kind == Finding::Kind::UnknownColumnTypes)
        return unknownTypesWords(*found);
    if (error.kind == ErrorKind::IncompleteExport)
        return incompleteWords();
    if (error.kind == ErrorKind::BadCsv)
        return damageWords(error.cause.as<Domo::CsvPlace>());
    return {};
}

} // namespace Words
