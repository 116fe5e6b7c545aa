#include "words/errortext.h"

#include "core/laterversion.h"
#include "core/strayanswer.h"
#include "sheet/decimal.h"
#include "words/inputtext.h"
#include "words/sentences.h"
#include "words/shown.h"
#include "words/sourcetext.h"
#include "words/spoken.h"
#include "writeback/journal.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Core::ErrorKind;
using Writeback::Finding;

constexpr qsizetype mostOfADetail = 2'000; // characters; it is for support, and may be a page

QString serviceName(Core::Service service)
{
    switch (service) {
    case Core::Service::Domo: return Spoken::tr("Domo");
    case Core::Service::Workiva: return Spoken::tr("Workiva");
    case Core::Service::None: return Spoken::tr("the service");
    }
    Q_UNREACHABLE();
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

Sentences networkWords(const Core::Error &error, const QString &who)
{
    switch (error.kind) {
    case ErrorKind::NoNetwork:
        return {Spoken::tr("%1 could not be reached.").arg(who),
                Spoken::tr("Check the network connection and the address of the service, then try again.")};
    case ErrorKind::ProxyRefused:
        return {Spoken::tr("A proxy between this machine and %1 refused the connection.").arg(who),
                Spoken::tr("Check the proxy's address and sign-in, or ask your network administrators.")};
    case ErrorKind::TlsUntrusted:
        return {Spoken::tr("The certificate of %1 cannot be trusted, so nothing was sent to it.").arg(who),
                Spoken::tr(
                    "Check the address and this machine's clock; behind a company proxy, ask for its certificate to be "
                    "installed on this machine.")};
    case ErrorKind::ConnectionLost:
        return {Spoken::tr("The connection to %1 broke while it was in use.").arg(who), Spoken::tr("Try again.")};
    case ErrorKind::TimedOut:
        return {Spoken::tr("%1 did not answer in time.").arg(who),
                Spoken::tr("Try again in a few minutes. A run compares first, and writes only what differs.")};
    default:
        return {Spoken::tr("%1 pointed to another host. Nothing was sent there.").arg(who),
                Spoken::tr("Check the address of the service; tell support if it is right.")};
    }
}

Sentences serviceWords(const Core::Error &error, const QString &who)
{
    switch (error.kind) {
    case ErrorKind::BadCredentials:
        return {Spoken::tr("%1 did not accept the client ID and secret.").arg(who),
                error.service == Core::Service::Domo
                    ? Spoken::tr("Check both for missing characters, and that the client is still listed on "
                                 "developer.domo.com.")
                    : Spoken::tr("Check both for missing characters, that the grant has not expired, that this "
                                 "machine's address is allowed, and that the region is the account's own.")};
    case ErrorKind::MissingScope:
        return {
            Spoken::tr("The grant of %1 does not cover what is needed: %2 is missing.").arg(who, error.subject),
            error.service == Core::Service::Workiva ? Spoken::tr(
                "Have the Workiva grant extended to file:read and file:write. Grants made for the old connector may "
                "hold data_tables only.")
                                                    : Spoken::tr("Have the Domo client given the Data scope.")};
    case ErrorKind::NoAccess:
        return {
            error.subject.isEmpty() ? Spoken::tr("%1 denies access.").arg(who)
                                    : Spoken::tr("%1 denies access to %2.").arg(who, error.subject),
            Spoken::tr(
                "Ask its owner to share it with the user that the credentials belong to, with the right to edit where "
                "it is written.")};
    case ErrorKind::NotFound:
        if (error.subject.isEmpty())
            return {Spoken::tr("There is no %1 at this address.").arg(who),
                    error.service == Core::Service::Workiva
                        ? Spoken::tr("Check the Workiva Base URL Region, or the custom address.")
                        : Spoken::tr("Check the custom address.")};
        return {Spoken::tr("%1 does not know %2.").arg(who, error.subject),
                Spoken::tr("Check the ID, and that it belongs to this account's workspace and region host.")};
    case ErrorKind::Conflict:
        return {Spoken::tr("%1 is busy with another change of the same sheet.").arg(who),
                Spoken::tr("Wait until it is done, then try again.")};
    case ErrorKind::RateLimited:
        return {Spoken::tr("%1 takes no more requests for now: its limit is reached.").arg(who),
                Spoken::tr("Try again in a few minutes. The limit is shared by the whole workspace.")};
    case ErrorKind::Rejected:
        return {Spoken::tr("%1 refused the request.").arg(who),
                Spoken::tr("See the details. If the sheet has fewer rows or columns than the data needs, add them "
                           "in Workiva and try "
                           "again.")};
    case ErrorKind::ServiceFailed:
        return {Spoken::tr("%1 reported an error of its own.").arg(who), Spoken::tr("Try again in a few minutes.")};
    case ErrorKind::BadReply:
        return {Spoken::tr("%1 sent an answer that does not have the expected form (%2).").arg(who, error.subject),
                Spoken::tr("Try again. If it stays so, tell support what is quoted below.")};
    default:
        return {Spoken::tr("%1 accepted the change, and then said that it could not carry it out.").arg(who),
                Spoken::tr("See the details: locked cells are a usual cause. Unlock them in Workiva and try again.")};
    }
}

// Somebody else seems to have answered. Nothing otherwise.
std::optional<Sentences> strayWords(const Core::Error &error, const QString &who)
{
    const QString next = Spoken::tr(
        "Check the address of the service, and whether this machine has to sign in to its network or proxy.");
    if (const auto *page = error.cause.as<Core::WebPage>())
        return Sentences{
            page->title.isEmpty()
                ? Spoken::tr("Instead of %1's data, a web page came from %2: a proxy's, or the host is a wrong "
                             "one.")
                      .arg(who, shown(page->host))
                : Spoken::tr("Instead of %1's data, a web page with the title \"%3\" came from %2: a "
                             "proxy's, or the host is a wrong one.")
                      .arg(who, shown(page->host), shown(page->title)),
            next};
    if (const auto *redirect = error.cause.as<Core::Redirected>())
        return Sentences{
            redirect->host.isEmpty()
                ? Spoken::tr("The request to %1 was redirected, which is not followed for a change.").arg(who)
                : Spoken::tr("The request to %1 was redirected to %2. Nothing was sent there.")
                      .arg(who, shown(redirect->host)),
            next};
    return {};
}

Sentences dataWords(const Core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return {Spoken::tr("\"%1\" cannot be understood.").arg(error.subject),
                Spoken::tr("Give the ID, or the whole web address of the page in the browser.")};
    case ErrorKind::BadAddress:
        return {Spoken::tr("Nothing is sent to \"%1\".").arg(error.subject),
                Spoken::tr("The address of a service begins with https://, unless it is on this machine.")};
    case ErrorKind::NoAccount:
        return {Spoken::tr("The account of this writeback is not there any more."),
                Spoken::tr("Edit the writeback, and choose or enter an account.")};
    case ErrorKind::InvalidRegion: {
        const QString forms = Spoken::tr("Write it as A1, A2:D8, A:C, 1:3, B3: or :");
        const auto *fault = error.cause.as<Sheet::RegionFault>();
        if (!fault)
            return {Spoken::tr("The region \"%1\" cannot be understood.").arg(error.subject), forms};
        return {Spoken::tr("The region \"%1\" cannot be understood: %2 (at character %3).")
                    .arg(error.subject, regionFaultText(*fault), number(fault->position + 1)),
                forms};
    }
    case ErrorKind::Mismatch:
        return {
            Spoken::tr("What was read back is not what the DataSet holds; the first difference is at %1.")
                .arg(error.subject),
            Spoken::tr(
                "Look at that cell in Workiva: somebody may have changed it, it may be locked, or the sheet took the "
                "value for something else. Then run again.")};
    case ErrorKind::Disk:
        return {Spoken::tr("The file %1 could not be read or written.").arg(error.subject),
                Spoken::tr("Check that you may read and write there, and that there is room on the disk.")};
    case ErrorKind::BadFile:
        return {Spoken::tr("The file %1 holds no writeback that this version understands.").arg(error.subject),
                Spoken::tr("Nothing was changed. Have it exported again.")};
    case ErrorKind::Keychain:
        return {Spoken::tr("The system's keychain did not answer, or has no secret for this account."),
                Spoken::tr("Unlock the keychain; or edit the writeback, or its account, and enter the secrets again.")};
    case ErrorKind::OutcomeUnknown:
        return {Spoken::tr("Something was sent, and no answer told what became of it."),
                Spoken::tr("Look at the sheet, then run again: a run compares first, and writes only what differs.")};
    default: return {Spoken::tr("This program made a mistake."), Spoken::tr("Tell support what is quoted below.")};
    }
}

QString timeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation();
}

Sentences earlierWriteWords(const Core::Error &error)
{
    const QString next = Spoken::tr("It may still arrive. Look at the sheet, and run again in some minutes; or let the "
                                    "run wait for it, or go on all the same.");
    const auto *left = error.cause.as<Writeback::LeftChange>();
    if (!left)
        return {Spoken::tr("An earlier run sent a change of %1, and whether it has arrived cannot be found out.")
                    .arg(error.subject),
                next};
    const QString range = shown(left->range);
    const QString sent = timeText(left->sent);
    return {left->profileName.isEmpty()
                ? Spoken::tr("An earlier run sent a change of %1 on %2, and whether it has arrived cannot be found "
                             "out.")
                      .arg(range, sent)
                : Spoken::tr("An earlier run of \"%3\" sent a change of %1 on %2, and whether it has arrived cannot be "
                             "found out.")
                      .arg(range, sent, shown(left->profileName)),
            next};
}

Sentences consentWords(const Finding *found)
{
    if (!found)
        return {Spoken::tr("Nobody was there to confirm the changes."),
                Spoken::tr("Run it where somebody can answer, or let it write without being asked.")};
    return {Spoken::tr("The run would clear %1 cells: the DataSet is empty, or less would be written than cleared.")
                .arg(number(found->count)),
            Spoken::tr("Check the DataSet in Domo. If it is right, let the run clear them.")};
}

Sentences guardedWords(const Core::Error &error, const Finding *found)
{
    if (found && found->kind == Finding::Kind::OtherSheetNamed)
        return {Spoken::tr("The region is of the sheet \"%1\", and the sheet to write to is called \"%2\".")
                    .arg(shown(found->place), shown(found->other)),
                Spoken::tr("Choose that sheet, or leave its name out of the region.")};
    if (found && found->kind == Finding::Kind::CellTooLong)
        return {Spoken::tr("The cell %1 would hold more than %2 characters.")
                    .arg(error.subject, number(Sheet::maxCellCharacters)),
                Spoken::tr("Shorten the text in Domo.")};
    if (found && found->kind == Finding::Kind::NumberTooPrecise)
        return {Spoken::tr("The number at %1 has more digits than a sheet can hold: the sheet would change it.")
                    .arg(error.subject),
                Spoken::tr("Make the column a text column in Domo, or round it.")};
    return {error.subject.isEmpty() ? Spoken::tr("A check before writing stopped the run.")
                                    : Spoken::tr("A check before writing stopped the run at %1.").arg(error.subject),
            Spoken::tr("Look at the preview: it names what stands in the way.")};
}

Sentences guardWords(const Core::Error &error)
{
    const auto *found = error.cause.as<Finding>();
    switch (error.kind) {
    case ErrorKind::Overflow:
        return {Spoken::tr("The data does not fit the region: it would take %1.").arg(error.subject),
                Spoken::tr("Choose a region that holds it, such as the ones offered, or a smaller DataSet.")};
    case ErrorKind::TooLarge:
        return {Spoken::tr("The data is larger than a sheet can be."),
                Spoken::tr("A spreadsheet holds %1 cells, a sheet %2 rows and %3 columns. Use a smaller DataSet.")
                    .arg(number(Sheet::maxSpreadsheetCells), number(Sheet::maxRows), number(Sheet::maxColumns))};
    case ErrorKind::Locked:
        return {!found ? Spoken::tr("The sheet or its spreadsheet is locked.")
                    : found->kind == Finding::Kind::SpreadsheetLocked ? Spoken::tr("The spreadsheet is locked.")
                                                                      : Spoken::tr("The sheet is locked."),
                Spoken::tr("Unlock it in Workiva, then run again.")};
    case ErrorKind::LinkedDataset:
        return {error.subject.isEmpty() ? Spoken::tr("A linked dataset lies over the region.")
                                        : Spoken::tr("A linked dataset lies over the region at %1.").arg(error.subject),
                Spoken::tr("Choose a region beside it, or remove the link in Workiva.")};
    case ErrorKind::Declined: return {Spoken::tr("You decided not to write."), {}};
    case ErrorKind::Busy:
        return {Spoken::tr("Another run on this machine is working on the same sheet; it holds the lock %1.")
                    .arg(error.subject),
                Spoken::tr("Wait until it has ended, then run again.")};
    case ErrorKind::NoConsent: return consentWords(found);
    case ErrorKind::EarlierWrite: return earlierWriteWords(error);
    case ErrorKind::Cancelled: return {Spoken::tr("The run was cancelled."), {}};
    default: return guardedWords(error, found);
    }
}

// What a later version of this program wrote needs no repair.
Sentences laterVersionWords(const Core::Error &error)
{
    if (error.kind == ErrorKind::NoAccount)
        return {Spoken::tr("The account of this writeback was saved by a later version of this program."),
                Spoken::tr("Update this program; or edit the writeback, and choose or enter another account.")};
    return {
        Spoken::tr("The file %1 was written by a later version of this program.").arg(error.subject),
        Spoken::tr("Update this program, or use the version that wrote the file. This version leaves it as it is.")};
}

Sentences words(const Core::Error &error)
{
    if (error.cause.as<Core::LaterVersion>())
        return laterVersionWords(error);
    const QString who = capitalized(serviceName(error.service));
    if (const auto stray = strayWords(error, serviceName(error.service)))
        return *stray;
    switch (error.kind) {
    case ErrorKind::NoNetwork:
    case ErrorKind::ProxyRefused:
    case ErrorKind::TlsUntrusted:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::ForeignHost: return networkWords(error, who);
    case ErrorKind::BadCredentials:
    case ErrorKind::MissingScope:
    case ErrorKind::NoAccess:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::Rejected:
    case ErrorKind::ServiceFailed:
    case ErrorKind::BadReply:
    case ErrorKind::OperationFailed: return serviceWords(error, who);
    case ErrorKind::InvalidInput:
    case ErrorKind::BadAddress:
    case ErrorKind::NoAccount:
    case ErrorKind::InvalidRegion:
    case ErrorKind::Mismatch:
    case ErrorKind::Disk:
    case ErrorKind::BadFile:
    case ErrorKind::Keychain:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Internal: return dataWords(error);
    case ErrorKind::TooLarge:
    case ErrorKind::Locked:
    case ErrorKind::LinkedDataset:
    case ErrorKind::Overflow:
    case ErrorKind::Guarded:
    case ErrorKind::Declined:
    case ErrorKind::Busy:
    case ErrorKind::NoConsent:
    case ErrorKind::EarlierWrite:
    case ErrorKind::Cancelled: return guardWords(error);
    case ErrorKind::IncompleteExport:
    case ErrorKind::BadCsv: break; // said by sourceText()
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText errorText(const Core::Error &error)
{
    ErrorText text;
    if (const auto ofSource = sourceText(error)) {
        text = {ofSource->message, ofSource->next, {}};
    } else if (const Sentences input = inputText(error); !input.message.isEmpty()) {
        text = {input.message, input.next, {}};
    } else {
        Core::Error safe = error;
        safe.subject = shown(error.subject);
        const Sentences said = words(safe);
        text = {said.message, said.next, {}};
    }
    QStringList quote{Core::name(error.kind)};
    if (error.httpStatus != 0)
        quote.append(Spoken::tr("HTTP %1").arg(error.httpStatus));
    if (!error.requestId.isEmpty())
        quote.append(Spoken::tr("request %1").arg(shown(error.requestId)));
    if (!error.detail.isEmpty() && error.kind != ErrorKind::InvalidRegion)
        quote.append(shown(error.detail, mostOfADetail));
    if (quote.size() > 1)
        text.quote = quote.join(u", "_s);
    return text;
}

QString regionFaultText(const Sheet::RegionFault &fault)
{
    return Spoken::tr(fault.reason.toUtf8().constData());
}

QString findingText(const Finding &found, const Writeback::ReviewSummary &review)
{
    const QString count = number(found.count);
    Finding finding = found;
    finding.place = shown(found.place);
    switch (finding.kind) {
    case Finding::Kind::Overflow:
        return Spoken::tr("The data takes %1, which the region does not hold. These would: %2")
            .arg(finding.place, regionText(review.fit));
    case Finding::Kind::TooManyCells:
        return Spoken::tr("%1 cells are more than a spreadsheet holds (%2).")
            .arg(count, number(Sheet::maxSpreadsheetCells));
    case Finding::Kind::TooManyRows:
        return Spoken::tr("%1 rows are more than a sheet holds (%2).").arg(count, number(Sheet::maxRows));
    case Finding::Kind::TooManyColumns:
        return Spoken::tr("%1 columns are more than a sheet holds (%2).").arg(count, number(Sheet::maxColumns));
    case Finding::Kind::CellTooLong:
        return Spoken::tr("Texts longer than %1 characters: %2, the first at %3.")
            .arg(number(Sheet::maxCellCharacters), count, finding.place);
    case Finding::Kind::NumberTooPrecise:
        return Spoken::tr("Numbers with more digits than a sheet can hold: %1, the first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::SpreadsheetLocked: return Spoken::tr("The spreadsheet is locked.");
    case Finding::Kind::SheetLocked: return Spoken::tr("The sheet is locked.");
    case Finding::Kind::LinkedDataset: return Spoken::tr("A linked dataset lies at %1.").arg(finding.place);
    case Finding::Kind::InputMode:
        return Spoken::tr("The sheet is in input mode: it takes values in its input cells only.");
    case Finding::Kind::FormulasOverwritten:
        return Spoken::tr("Formulas that will be overwritten: %1, the first at %2.").arg(count, finding.place);
    case Finding::Kind::UnknownColumnTypes:
        return finding.count == 0 ? Spoken::tr("Domo did not report the types of the columns.")
                                  : Spoken::tr("Columns of an unknown type: %1 (%2).").arg(count, shown(finding.place));
    case Finding::Kind::HeaderDiffers:
        return Spoken::tr("Column names of the export that differ from the DataSet's in spaces, capitals or Unicode "
                          "form: %1, the first \"%2\". Columns are matched by position.")
            .arg(count, shown(finding.place));
    case Finding::Kind::MoreRowsThanTold:
        return Spoken::tr("Rows received: %1, more than the %2 that Domo reports. Rows may have been added meanwhile; "
                          "all that arrived were taken.")
            .arg(count, number(finding.against));
    case Finding::Kind::NotNumbers:
        return Spoken::tr("Values of numeric columns that are no numbers and are written as text: %1.").arg(count);
    case Finding::Kind::RowsFiltered:
        return Spoken::tr("The DataSet has row policies (PDP): this client may see only part of its rows.");
    case Finding::Kind::ClearsMoreThanItWrites:
        return review.sourceRows == 0 ? Spoken::tr("The DataSet is empty. Cells that will be cleared: %1.").arg(count)
                                      : Spoken::tr("Cells that will be cleared: %1, more than are written.").arg(count);
    case Finding::Kind::MayComeBackDifferent:
        return Spoken::tr("Values that a sheet may keep in another form (line breaks, blanks at the ends, more than %3 "
                          "digits): %1, the first at %2.")
            .arg(count, finding.place, number(Sheet::exactDigits));
    case Finding::Kind::LockUnknown:
        return Spoken::tr("The sheet has a lock of a kind that this version does not know (\"%1\").")
            .arg(finding.place);
    case Finding::Kind::EarlierWriteUnsettled:
        return Spoken::tr("Changes of earlier runs that may still arrive: %1.").arg(count);
    case Finding::Kind::OtherSheetNamed:
        return Spoken::tr("The region is of the sheet \"%1\", and this one is called \"%2\".")
            .arg(finding.place, shown(finding.other));
    case Finding::Kind::UnreadableText:
        return Spoken::tr("Cells of the sheet with broken characters, which cannot be compared: %1, the first at %2.")
            .arg(count, finding.place);
    }
    Q_UNREACHABLE();
}

QString regionText(const Sheet::Fit &fit)
{
    QStringList regions;
    for (const Sheet::Region &region : fit.alternatives)
        regions.append(region.toString());
    if (regions.isEmpty())
        return Spoken::tr("none; it is larger than a sheet");
    const QString last = regions.takeLast();
    return regions.isEmpty() ? last : Spoken::tr("%1 or %2").arg(regions.join(u", "_s), last);
}

} // namespace Words
