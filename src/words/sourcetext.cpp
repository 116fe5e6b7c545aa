#include "words/sourcetext.h"

#include "words/querytext.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "writeback/runreport.h"
#include "writeback/sourceproof.h"

using namespace Qt::StringLiterals;

namespace Words {

using Core::ErrorKind;
using Writeback::Finding;

namespace {

constexpr int minutesOfALoad = 15; // roughly how long Domo takes until new rows can be read

QString waitForTheLoad()
{
    return Spoken::tr("Wait until the DataSet has finished loading (this can take %1 minutes), then run again.")
        .arg(number(minutesOfALoad));
}

Sentences columnsWords(const Domo::ColumnsChanged &changed)
{
    return {
        changed.column == 0
            ? Spoken::tr("The export's columns do not match the DataSet: the export has %1, the DataSet %2.")
                  .arg(number(changed.came), number(changed.told))
            : Spoken::tr(
                  "The export's columns do not match the DataSet: column %1 is \"%2\" in the export and \"%3\" in "
                  "the DataSet.")
                  .arg(number(changed.column), shown(changed.cameName), shown(changed.toldName)),
        Spoken::tr("Check the DataSet's columns in Domo. If they have just been changed, wait until the DataSet has "
                   "finished loading (this can take %1 minutes), then run again.")
            .arg(number(minutesOfALoad))};
}

Sentences proofWords(const Writeback::MissingProof &missing)
{
    using Why = Writeback::MissingProof::Why;
    const QString received = number(missing.received);
    const QString expected = number(missing.expected.value_or(0));
    const QString again = Spoken::tr("Run again. If the problem persists, send the details below to support.");
    const QString access = Spoken::tr("Check in Domo that the client's user may query this DataSet, then run again.");
    switch (missing.why) {
    case Why::LineIsOpen:
        return {
            Spoken::tr("Domo's export may be truncated: its last line has no line break, and the connection did not "
                       "indicate where the export ends. Rows received: %1.")
                .arg(received),
            again};
    case Why::RowsAreMissing:
        return {Spoken::tr("Fewer rows arrived than Domo reports. Rows received: %1; rows in Domo: %2.")
                    .arg(received, expected),
                waitForTheLoad()};
    case Why::RowsAreFiltered:
        return {Spoken::tr("The export could not be proved complete: the DataSet has row policies (PDP), and Domo did "
                           "not count the rows that these credentials may see. Rows received: %1.")
                    .arg(received),
                access};
    case Why::RowsAreUntold:
        return {Spoken::tr("The data could not be proved complete: Domo neither reported nor counted its rows. Rows "
                           "received: %1.")
                    .arg(received),
                access};
    case Why::EndIsUntold:
        return {Spoken::tr("The export could not be proved complete: the connection did not indicate where the export "
                           "ends, and Domo reports fewer rows than it sent. Rows received: %1; rows reported: %2.")
                    .arg(received, expected),
                again};
    case Why::QueryIsAtLimit:
        return {Spoken::tr("The result of the query may be cut off. Rows received: %1; Domo returns at most %2.")
                    .arg(received, expected),
                narrowQueryText()};
    case Why::QueryRowsDiffer:
        return {Spoken::tr("The result of the query could not be proved complete. Rows received: %1; rows that Domo "
                           "reports or counts: %2.")
                    .arg(received, expected),
                waitForTheLoad()};
    }
    Q_UNREACHABLE();
}

Sentences unknownTypesWords(const Finding &finding)
{
    if (finding.count == 0)
        return {Spoken::tr("Domo did not report the column types, so numbers cannot be told from text."),
                Spoken::tr(
                    "Check the DataSet's schema in Domo. If the DataSet is still loading, wait until it has finished, "
                    "then run again.")};
    return {Spoken::tr("Columns of a type that this program does not recognize, so numbers cannot be told from text: "
                       "%1.")
                .arg(shown(finding.place)),
            Spoken::tr("Change their type in Domo to text, whole number, decimal, date, or date and time, then run "
                       "again.")};
}

Sentences incompleteWords()
{
    return {Spoken::tr("Domo's export is incomplete."), waitForTheLoad()};
}

Sentences damageWords(const Domo::CsvPlace *place)
{
    Sentences text{Spoken::tr("Domo's export is damaged."),
                   Spoken::tr("Try again. If the problem persists, send the details below to support.")};
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
    return {notCsv.contentType.contains("html"_L1, Qt::CaseInsensitive)
                ? Spoken::tr("A web page arrived instead of the DataSet's data.")
                : Spoken::tr("Unexpected content arrived instead of the DataSet's data (%1).")
                      .arg(shown(notCsv.contentType)),
            Spoken::tr("Check the address of the service, and whether a proxy or sign-in page is in between, then try "
                       "again.")};
}

Sentences refusedWords()
{
    return {
        Spoken::tr("Domo refused the export, even with a new token."),
        Spoken::tr("Check that the client still exists on developer.domo.com with the Data scope, and that its user "
                   "may export this DataSet.")};
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
    if (const auto ofQuery = queryText(error))
        return ofQuery;
    if (error.kind == ErrorKind::IncompleteExport)
        return incompleteWords();
    if (error.kind == ErrorKind::BadCsv)
        return damageWords(error.cause.as<Domo::CsvPlace>());
    return {};
}

} // namespace Words
