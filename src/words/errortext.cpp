#include "words/errortext.h"

#include "core/laterversion.h"
#include "core/strayanswer.h"
#include "sheet/decimal.h"
#include "words/findingtext.h"
#include "words/inputtext.h"
#include "words/methodtext.h"
#include "words/regiontext.h"
#include "words/sentences.h"
#include "words/servicename.h"
#include "words/shown.h"
#include "words/sourcetext.h"
#include "words/spoken.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Core::ErrorKind;
using Writeback::Finding;

constexpr qsizetype maxOfADetail = 2'000; // characters; for support, and possibly a whole page

Sentences networkWords(const Core::Error &error, const QString &who)
{
    const QString name = capitalized(who);
    switch (error.kind) {
    case ErrorKind::NoNetwork:
        return {Spoken::tr("%1 could not be reached.").arg(name),
                Spoken::tr("Check the network connection and the address of the service, then try again.")};
    case ErrorKind::ProxyRefused:
        return {Spoken::tr("A proxy refused the connection to %1.").arg(who),
                Spoken::tr("Check the proxy's address and credentials, or ask your network administrator.")};
    case ErrorKind::TlsUntrusted:
        return {Spoken::tr("The certificate of %1 is not trusted, so this request was not sent.").arg(who),
                Spoken::tr("Check the address and this computer's clock. Behind a company proxy, ask for its "
                           "certificate to be installed on this computer.")};
    case ErrorKind::ConnectionLost:
        return {Spoken::tr("The connection to %1 was lost.").arg(who), Spoken::tr("Try again.")};
    case ErrorKind::TimedOut:
        return {Spoken::tr("%1 did not respond in time.").arg(name),
                Spoken::tr("Try again in a few minutes. A run compares first and writes only the differences.")};
    default:
        return {Spoken::tr("%1 referred to another host. Nothing was sent there.").arg(name),
                Spoken::tr("Check the address of the service. If it is correct, contact support.")};
    }
}

Sentences serviceWords(const Core::Error &error, const QString &who)
{
    const QString name = capitalized(who);
    switch (error.kind) {
    case ErrorKind::BadCredentials:
        return {Spoken::tr("%1 rejected the Client ID and Client Secret.").arg(name),
                error.service == Core::Service::Domo
                    ? Spoken::tr("Check both for missing characters, and that the client still exists on "
                                 "developer.domo.com.")
                    : Spoken::tr("Check both for missing characters, and check that the grant has not expired, that "
                                 "this computer's IP address is allowed, and that the Workiva Base URL Region is "
                                 "correct.")};
    case ErrorKind::MissingScope:
        return {Spoken::tr("The credentials for %1 lack a required scope: %2.").arg(who, error.subject),
                error.service == Core::Service::Workiva
                    ? Spoken::tr("Have file:read and file:write added to the Workiva grant. Grants created for the "
                                 "old connector may have data_tables only.")
                    : Spoken::tr("Add the Data scope to the client on developer.domo.com.")};
    case ErrorKind::NoAccess:
        return {error.subject.isEmpty() ? Spoken::tr("%1 denied access.").arg(name)
                                        : Spoken::tr("%1 denied access to %2.").arg(name, error.subject),
                Spoken::tr("Ask the owner to share it with the user of these credentials. Writing needs permission to "
                           "edit.")};
    case ErrorKind::NotFound:
        if (error.subject.isEmpty())
            return {Spoken::tr("%1 was not found at this address.").arg(name),
                    error.service == Core::Service::Workiva
                        ? Spoken::tr("Check the Workiva Base URL Region or the custom address.")
                        : Spoken::tr("Check the custom address.")};
        return {Spoken::tr("%1 could not find %2.").arg(name, error.subject),
                Spoken::tr("Check the ID, and that it belongs to this account's workspace and region.")};
    case ErrorKind::Conflict:
        return {Spoken::tr("%1 is still processing another change to the same sheet, or the sheet keeps changing.")
                    .arg(name),
                Spoken::tr("Wait until it has finished, then try again.")};
    case ErrorKind::RateLimited:
        return {Spoken::tr("%1's rate limit has been reached.").arg(name),
                Spoken::tr("Try again in a few minutes. The limit is shared by the whole workspace.")};
    case ErrorKind::Rejected:
        return {Spoken::tr("%1 rejected the request.").arg(name),
                Spoken::tr("See the details. If the sheet has fewer rows or columns than the data needs, add them in "
                           "Workiva and try again.")};
    case ErrorKind::ServiceFailed:
        return {Spoken::tr("%1 reported an internal error.").arg(name), Spoken::tr("Try again in a few minutes.")};
    case ErrorKind::BadReply:
        return {error.subject.isEmpty() ? Spoken::tr("%1 sent an unexpected response.").arg(name)
                                        : Spoken::tr("%1 sent an unexpected response (%2).").arg(name, error.subject),
                Spoken::tr("Try again. If the problem persists, send the details below to support.")};
    default:
        return {Spoken::tr("%1 accepted the change, then reported that it failed.").arg(name),
                Spoken::tr("See the details. Locked cells are a common cause: unlock them in Workiva and try again.")};
    }
}

// The response seems to come from something other than the service. Nothing otherwise.
std::optional<Sentences> strayWords(const Core::Error &error, const QString &who)
{
    const QString next = Spoken::tr(
        "Check the address of the service, and whether this computer has to sign in to its network or proxy.");
    if (const auto *page = error.cause.as<Core::WebPage>())
        return Sentences{page->title.isEmpty()
                             ? Spoken::tr("A web page from %2 arrived instead of data from %1. It may come from a "
                                          "proxy, or the address may be wrong.")
                                   .arg(who, shown(page->host))
                             : Spoken::tr("A web page from %2, \"%3\", arrived instead of data from %1. It may come "
                                          "from a proxy, or the address may be wrong.")
                                   .arg(who, shown(page->host), shown(page->title)),
                         next};
    if (const auto *redirect = error.cause.as<Core::Redirected>())
        return Sentences{
            redirect->host.isEmpty()
                ? Spoken::tr("The request to %1 was redirected. Redirects are not followed for changes.").arg(who)
                : Spoken::tr("The request to %1 was redirected to %2. Nothing was sent there.")
                      .arg(who, shown(redirect->host)),
            next};
    return {};
}

Sentences dataWords(const Core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return {Spoken::tr("\"%1\" was not recognized.").arg(error.subject),
                Spoken::tr("Enter the ID, or the full web address of the page.")};
    case ErrorKind::BadAddress:
        return {Spoken::tr("\"%1\" is not an allowed address. Nothing was sent.").arg(error.subject),
                Spoken::tr("The address of a service must begin with https://, unless it is on this computer.")};
    case ErrorKind::NoAccount:
        return {Spoken::tr("The account of this writeback no longer exists."),
                Spoken::tr("Edit the writeback, and choose or add an account.")};
    case ErrorKind::InvalidRegion: {
        const QString forms = Spoken::tr("Use one of these forms: A1, A2:D8, A:C, 1:3, B3: or :");
        const auto *fault = error.cause.as<Sheet::RegionFault>();
        if (!fault)
            return {Spoken::tr("The region \"%1\" is not valid.").arg(error.subject), forms};
        return {Spoken::tr("The region \"%1\" is not valid: %2 (at character %3).")
                    .arg(error.subject, regionFaultText(*fault), number(fault->position + 1)),
                forms};
    }
    case ErrorKind::Mismatch:
        return {Spoken::tr("The sheet does not hold what was to be written; the first difference is at %1.")
                    .arg(error.subject),
                Spoken::tr("Check that cell in Workiva: someone may have changed it, it may be locked, or the sheet "
                           "may have converted the value. Then run again.")};
    case ErrorKind::Disk:
        return {Spoken::tr("The file %1 could not be read or written.").arg(error.subject),
                Spoken::tr("Check its permissions and the free disk space.")};
    case ErrorKind::BadFile:
        return {Spoken::tr("The file %1 does not contain a writeback that this version can read.").arg(error.subject),
                Spoken::tr("Nothing was changed. Export the writeback again.")};
    case ErrorKind::Keychain:
        return {Spoken::tr("The system keychain did not respond, or has no secret for this account."),
                Spoken::tr("Unlock the keychain, or edit the writeback or its account and enter the secrets again.")};
    case ErrorKind::Scheduler:
        return {Spoken::tr("%1 did not do what was requested.").arg(error.subject),
                Spoken::tr("The details below are its own words. The writeback is saved, and can be run at any time.")};
    case ErrorKind::OutcomeUnknown:
        return {Spoken::tr("A change was sent, but its outcome is unknown."),
                Spoken::tr("Check the sheet, then run again: a run compares first and writes only the differences.")};
    default:
        return {Spoken::tr("An internal error occurred in this program."),
                Spoken::tr("Send the details below to support.")};
    }
}

QString timeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation();
}

Sentences earlierWriteWords(const Core::Error &error)
{
    const QString next = Spoken::tr("It may still arrive. Check the sheet and run again in a few minutes, have the run "
                                    "wait for it, or run anyway.");
    const auto *left = error.cause.as<Writeback::PendingChange>();
    if (!left)
        return {Spoken::tr("An earlier run sent a change to %1, and its outcome is unknown.").arg(error.subject), next};
    const QString range = shown(left->range);
    const QString sent = timeText(left->sent);
    return {left->profileName.isEmpty()
                ? Spoken::tr("An earlier run sent a change to %1 on %2, and its outcome is unknown.").arg(range, sent)
                : Spoken::tr("An earlier run of \"%3\" sent a change to %1 on %2, and its outcome is unknown.")
                      .arg(range, sent, shown(left->profileName)),
            next};
}

Sentences consentWords(const Finding *found)
{
    if (!found)
        return {Spoken::tr("Nobody could confirm the changes."),
                Spoken::tr("Run it where someone can confirm, or allow it to write without confirmation.")};
    const QString count = number(found->count);
    QString message =
        Spoken::tr("The run would clear %1 cells: there are no rows to write, or more would be cleared than written.")
            .arg(count); // of an earlier version's run, which recorded no more
    if (found->kind == Finding::Kind::EmptySource)
        message = Spoken::tr("The run would clear %1 cells: there are no rows to write.").arg(count);
    else if (found->against > 0)
        message = Spoken::tr("The run would clear %1 cells and write %2.").arg(count, number(found->against));
    return {message, Spoken::tr("Check the DataSet. If it is correct, allow the run to clear cells.")};
}

Sentences guardedWords(const Core::Error &error, const Finding *found)
{
    if (found && found->kind == Finding::Kind::OtherSheetNamed)
        return {Spoken::tr("The region names the sheet \"%1\", but the sheet to write to is \"%2\".")
                    .arg(shown(found->place), shown(found->other)),
                Spoken::tr("Choose that sheet, or remove its name from the region.")};
    if (found && found->kind == Finding::Kind::CellTooLong)
        return {Spoken::tr("The text for cell %1 is longer than %2 characters.")
                    .arg(error.subject, number(Sheet::maxCellCharacters)),
                Spoken::tr("Shorten the text in Domo.")};
    if (found && found->kind == Finding::Kind::FormulasOverwritten)
        return {Spoken::tr("Formulas would be overwritten: %1, the first at %2.")
                    .arg(number(found->count), shown(found->place)),
                Spoken::tr("Choose another region, or allow the run to keep or overwrite formulas.")};
    if (found && found->kind == Finding::Kind::NumberTooPrecise)
        return {Spoken::tr("The number for cell %1 has more digits than a sheet can store, and would be changed.")
                    .arg(error.subject),
                Spoken::tr("Write the column as text, or round it.")};
    if (found && found->kind == Finding::Kind::SpreadsheetFull && !found->isUnmade())
        return {findingText(*found, {}),
                Spoken::tr("Delete cells or sheets in Workiva that are no longer needed, or choose another "
                           "spreadsheet.")};
    if (found && Writeback::guardOf(found->kind)) {
        Finding bare = *found; // errorText() adds the acceptance
        bare.reason.clear();
        if (bare.isUnmade())
            return {findingText(bare, {}),
                    Spoken::tr(
                        "Run again. If the check still cannot be made, accept that, or do not let it stop the run.")};
        return {findingText(bare, {}),
                Writeback::isAboutSheet(found->kind)
                    ? Spoken::tr("Check the sheet. If this is intended, accept it, then run again.")
                    : Spoken::tr("Check the DataSet. If it is correct, accept this, then run again.")};
    }
    return {error.subject.isEmpty() ? Spoken::tr("A check before writing stopped the run.")
                                    : Spoken::tr("A check before writing stopped the run at %1.").arg(error.subject),
            Spoken::tr("See the preview for the reason.")};
}

Sentences guardWords(const Core::Error &error)
{
    const auto *found = error.cause.as<Finding>();
    switch (error.kind) {
    case ErrorKind::Overflow:
        return {Spoken::tr("The data does not fit the region: it needs %1.").arg(error.subject),
                Spoken::tr("Choose a region that holds all of it, or reduce the data.")};
    case ErrorKind::TooLarge:
        return {Spoken::tr("The data exceeds the limits of a sheet."),
                Spoken::tr("A spreadsheet holds %1 cells, a sheet %2 rows and %3 columns. Reduce the data.")
                    .arg(number(Sheet::maxSpreadsheetCells), number(Sheet::maxRows), number(Sheet::maxColumns))};
    case ErrorKind::Locked:
        return {!found ? Spoken::tr("The sheet or its spreadsheet is locked.")
                    : found->kind == Finding::Kind::SpreadsheetLocked ? Spoken::tr("The spreadsheet is locked.")
                                                                      : Spoken::tr("The sheet is locked."),
                Spoken::tr("Unlock it in Workiva, then run again.")};
    case ErrorKind::LinkedDataset:
        return {error.subject.isEmpty() ? Spoken::tr("The region overlaps a linked dataset.")
                                        : Spoken::tr("The region overlaps a linked dataset at %1.").arg(error.subject),
                Spoken::tr("Choose a region outside it, or remove the link in Workiva.")};
    case ErrorKind::Declined: return {Spoken::tr("The changes were declined."), {}};
    case ErrorKind::Busy:
        return {Spoken::tr("Another run on this computer is using the same sheet (lock file: %1).").arg(error.subject),
                Spoken::tr("Wait until it has finished, then run again.")};
    case ErrorKind::NoConsent: return consentWords(found);
    case ErrorKind::EarlierWrite: return earlierWriteWords(error);
    case ErrorKind::Cancelled: return {Spoken::tr("The run was cancelled."), {}};
    default: return guardedWords(error, found);
    }
}

// Files of a later version need no repair.
Sentences laterVersionWords(const Core::Error &error)
{
    if (error.kind == ErrorKind::NoAccount)
        return {Spoken::tr("The account of this writeback was saved by a later version of this program."),
                Spoken::tr("Update this program, or edit the writeback and choose or enter another account.")};
    if (error.kind == ErrorKind::InvalidInput)
        return {Spoken::tr("The writeback \"%1\" was saved by a later version of this program.").arg(error.subject),
                Spoken::tr("Update this program, or use that version.")};
    return {Spoken::tr("The file %1 was written by a later version of this program.").arg(error.subject),
            Spoken::tr("Update this program, or use the version that wrote the file. The file was not changed.")};
}

Sentences words(const Core::Error &error)
{
    if (error.cause.as<Core::LaterVersion>())
        return laterVersionWords(error);
    const QString who = serviceName(error.service);
    if (const auto stray = strayWords(error, who))
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
    case ErrorKind::Scheduler:
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
    case ErrorKind::AmbiguousKey:
    case ErrorKind::OtherColumns:
    case ErrorKind::AlreadyAppended:
    case ErrorKind::FixedRow: return methodWords(error);
    case ErrorKind::IncompleteExport:
    case ErrorKind::BadCsv: break; // see sourceText()
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
        if (const auto *found = error.cause.as<Finding>(); found && !found->reason.isEmpty())
            text.message += u' ' + acceptanceText(*found);
    }
    QStringList quote{Core::name(error.kind)};
    if (error.httpStatus != 0)
        quote.append(Spoken::tr("HTTP %1").arg(error.httpStatus));
    if (!error.requestId.isEmpty())
        quote.append(Spoken::tr("request %1").arg(shown(error.requestId)));
    if (!error.detail.isEmpty() && error.kind != ErrorKind::InvalidRegion)
        quote.append(shown(error.detail, maxOfADetail));
    if (quote.size() > 1)
        text.quote = quote.join(u", "_s);
    return text;
}

Line errorLine(const Core::Error &error)
{
    const ErrorText text = errorText(error);
    const bool isWished = error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Declined;
    return {isWished ? Tone::Warning : Tone::Error,
            text.next.isEmpty() ? text.message : text.message + u' ' + text.next};
}

} // namespace Words
