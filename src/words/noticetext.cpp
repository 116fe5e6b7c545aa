#include "words/noticetext.h"

#include "core/laterversion.h"
#include "core/strayanswer.h"
#include "notices/desktopfault.h"
#include "notices/mailfault.h"
#include "words/recordtext.h"
#include "words/sentences.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "words/statetext.h"
#include "words/turntext.h"
#include "words/whentext.h"

#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Core::ErrorKind;
using Notices::Change;
using Notices::Condition;
using Notices::DesktopFault;
using Notices::Kind;
using Notices::MailFault;
using Writeback::State;

constexpr qsizetype maxOfReasons = 1'000; // characters

// What the last run means for the sheet, in few words. Empty where nothing is known, or another run would have come
// since.
QString sheetClause(const Condition &condition)
{
    const auto state = Writeback::stateOf(condition.state);
    if (!state || condition.kind == Kind::Overdue || condition.kind == Kind::Paused || condition.kind == Kind::Reminder)
        return {};
    switch (*state) {
    case State::Verified:
    case State::NothingToDo: return Spoken::tr("the region is verified");
    case State::Planned: return {};
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return Spoken::tr("the sheet is unchanged");
    case State::PartlyWritten: return Spoken::tr("the sheet is incomplete");
    case State::Mismatch: return Spoken::tr("the sheet differs from what was to be written");
    case State::OutcomeUnknown: return Spoken::tr("the state of the sheet is unknown");
    }
    Q_UNREACHABLE();
}

QString kindClause(Kind kind)
{
    switch (kind) {
    case Kind::Well: return Spoken::tr("in order again");
    case Kind::Failing: return Spoken::tr("the last run failed");
    case Kind::NeedsYou: return Spoken::tr("needs you");
    case Kind::Overdue: return Spoken::tr("a scheduled run did not start");
    case Kind::Paused: return Spoken::tr("scheduled runs are paused");
    case Kind::Reminder: return Spoken::tr("due to be run");
    }
    Q_UNREACHABLE();
}

QString headline(const Condition &condition)
{
    const QString name = shown(condition.profileName);
    const QString sheet = sheetClause(condition);
    return sheet.isEmpty() ? Spoken::tr("%1: %2").arg(name, kindClause(condition.kind))
                           : Spoken::tr("%1: %2; %3").arg(name, kindClause(condition.kind), sheet);
}

QString adviceOn(Kind kind)
{
    switch (kind) {
    case Kind::Well:
    case Kind::Failing: return {};
    case Kind::NeedsYou:
        return Spoken::tr("Run the writeback in the window, or on the command line, and decide there.");
    case Kind::Overdue:
        return Spoken::tr("Check that the computer that runs it is on at that time, and that its schedule is "
                          "installed.");
    case Kind::Paused: return Spoken::tr("No scheduled run starts until somebody has seen to it.");
    case Kind::Reminder: return Spoken::tr("Run the writeback in the window, or on the command line.");
    }
    Q_UNREACHABLE();
}

QStringList paragraphs(const Condition &condition)
{
    QStringList lines{headline(condition) + u'.'};
    if (!condition.what.isEmpty())
        lines.append(shown(condition.what, maxOfReasons));
    if (const auto state = Writeback::stateOf(condition.state); state && !sheetClause(condition).isEmpty())
        lines.append(sheetText(*state));
    if (const QString advice = adviceOn(condition.kind); !advice.isEmpty())
        lines.append(advice);
    return lines;
}

QStringList facts(const Condition &condition)
{
    QStringList lines;
    if (!condition.group.isEmpty())
        lines.append(Spoken::tr("Group: %1").arg(shown(condition.group)));
    if (condition.started.isValid())
        lines.append(Spoken::tr("Run started: %1").arg(exactTimeText(condition.started)));
    if (condition.since.isValid() && condition.kind != Kind::Well)
        lines.append(Spoken::tr("Since: %1").arg(exactTimeText(condition.since)));
    if (!condition.quote.isEmpty())
        lines.append(Spoken::tr("To quote to support: %1").arg(shown(condition.quote, maxOfReasons)));
    return lines;
}

QString countText(Kind kind, qint64 count)
{
    const QString counted = number(count);
    switch (kind) {
    case Kind::Well: return Spoken::tr("%1 in order again").arg(counted);
    case Kind::Failing: return Spoken::tr("%1 failed").arg(counted);
    case Kind::NeedsYou: return count == 1 ? Spoken::tr("1 needs you") : Spoken::tr("%1 need you").arg(counted);
    case Kind::Overdue: return Spoken::tr("%1 did not start").arg(counted);
    case Kind::Paused: return Spoken::tr("%1 paused").arg(counted);
    case Kind::Reminder: return Spoken::tr("%1 due to be run").arg(counted);
    }
    Q_UNREACHABLE();
}

QString summary(const QList<Change> &changes)
{
    QStringList counts;
    for (const Kind kind : {Kind::NeedsYou, Kind::Failing, Kind::Overdue, Kind::Paused, Kind::Reminder, Kind::Well}) {
        const qint64 count =
            std::ranges::count_if(changes, [kind](const Change &change) { return change.now.kind == kind; });
        if (count > 0)
            counts.append(countText(kind, count));
    }
    const QString group = changes.first().now.group;
    return Spoken::tr("%1: %2").arg(group.isEmpty() ? Spoken::tr("Writebacks without a group") : shown(group),
                                    counts.join(u", "_s));
}

QString footer(const QString &sender)
{
    return Spoken::tr("The next message comes when this changes. Sent by %1.").arg(shown(sender));
}

// Explanations of faults in the data, and of checks, have examples from it, which stay here.
bool mayQuoteCells(const Core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Guarded:
    case ErrorKind::NoConsent:
    case ErrorKind::AmbiguousKey:
    case ErrorKind::OtherColumns:
    case ErrorKind::AlreadyAppended:
    case ErrorKind::FixedRow: return true;
    default: return false;
    }
}

// Without the details, which are a service's own words.
QString quoteOf(const Core::Error &error)
{
    Core::Error bare = error;
    bare.detail.clear();
    const QString quote = errorText(bare).quote;
    return quote.isEmpty() ? Core::name(error.kind) : quote;
}

void addRun(Condition &condition, const History::RunRecord &run)
{
    const auto state = Writeback::stateOf(run.state);
    condition.state = run.state;
    condition.started = run.entry.started;
    condition.since = run.ended.isValid() ? run.ended : run.entry.started;
    if (run.isRunning || state == State::Verified || state == State::NothingToDo)
        return;
    condition.kind = state == State::Refused ? Kind::NeedsYou : Kind::Failing;
    condition.what =
        run.error && !mayQuoteCells(*run.error) ? recordExplanation(run).text : recordState(run).text + u'.';
    if (run.error)
        condition.quote = quoteOf(*run.error);
}

Sentences mailWords(const Core::Error &error, const MailFault &fault)
{
    const QString server = shown(error.subject);
    const QString later = Spoken::tr("It is sent again with the next run.");
    if (fault.isTemporary())
        return {fault.step == MailFault::Step::Recipient
                    ? Spoken::tr("The mail server does not take mail for %1 at the moment.").arg(server)
                    : Spoken::tr("The mail server %1 does not take mail at the moment.").arg(server),
                later};
    if (error.kind == ErrorKind::Rejected) {
        switch (fault.step) {
        case MailFault::Step::Secure:
            return {
                Spoken::tr("The mail server %1 offers no encryption on this port, so no mail was sent.").arg(server),
                Spoken::tr("Use its port for TLS, or another server.")};
        case MailFault::Step::Sender:
            return {Spoken::tr("The mail server %1 does not take mail from this sender.").arg(server),
                    Spoken::tr("Use a sender that belongs to the mail account.")};
        case MailFault::Step::Recipient:
            return {Spoken::tr("The mail server does not take mail for %1.").arg(server),
                    Spoken::tr("Check this recipient.")};
        default:
            return {Spoken::tr("The mail server %1 rejected the mail.").arg(server), Spoken::tr("See the details.")};
        }
    }
    switch (error.kind) {
    case ErrorKind::NoNetwork:
        return {Spoken::tr("The mail server %1 could not be reached.").arg(server),
                Spoken::tr("Check its name and port, and the network connection.")};
    case ErrorKind::TlsUntrusted:
        return {Spoken::tr("The certificate of the mail server %1 is not trusted, so no mail was sent.").arg(server),
                Spoken::tr("Check its name and this computer's clock. An authority of your own goes into "
                           "SSL_CERT_FILE.")};
    case ErrorKind::TimedOut: return {Spoken::tr("The mail server %1 did not respond in time.").arg(server), later};
    case ErrorKind::BadCredentials:
        return {Spoken::tr("The mail server %1 rejected the user name and password.").arg(server),
                Spoken::tr("Enter them again. Some mail services need a password of its own for programs.")};
    case ErrorKind::ConnectionLost:
        return {fault.step == MailFault::Step::Secure
                    ? Spoken::tr("No encrypted connection to the mail server %1 came about, so no mail was sent.")
                          .arg(server)
                    : Spoken::tr("The connection to the mail server %1 was lost.").arg(server),
                fault.step == MailFault::Step::Secure ? Spoken::tr("Check that the port goes with the encryption.")
                                                      : later};
    default:
        return {Spoken::tr("The mail server %1 sent an unexpected response.").arg(server),
                Spoken::tr("Check its name and port.")};
    }
}

Sentences serviceWords(ErrorKind kind)
{
    const QString later = Spoken::tr("It is sent again with the next run.");
    switch (kind) {
    case ErrorKind::NotFound:
        return {Spoken::tr("No program that shows notifications runs on the desktop, and none could be started."),
                Spoken::tr("Log in to a desktop that shows notifications, as the user who starts the runs.")};
    case ErrorKind::TimedOut:
        return {Spoken::tr("The program that shows the desktop's notifications did not respond in time."), later};
    case ErrorKind::ConnectionLost:
        return {Spoken::tr("The program that shows the desktop's notifications ended before it responded."), later};
    case ErrorKind::Rejected:
        return {Spoken::tr("The program that shows the desktop's notifications rejected this one."),
                Spoken::tr("See the details.")};
    default:
        return {Spoken::tr("The program that shows the desktop's notifications sent an unexpected response."),
                Spoken::tr("See the desktop's settings for notifications.")};
    }
}

Sentences desktopWords(ErrorKind kind, const DesktopFault &fault)
{
    switch (fault.step) {
    case DesktopFault::Step::System:
        return {Spoken::tr("This program shows desktop notifications on Linux alone."),
                Spoken::tr("Use mail or a webhook here.")};
    case DesktopFault::Step::Bus:
        return {kind == ErrorKind::TimedOut
                    ? Spoken::tr("The session bus did not respond in time, so no notification was shown.")
                    : Spoken::tr("No session bus could be reached, so no notification was shown."),
                Spoken::tr("Log in to the desktop as the user who starts the runs. If that does not help, set "
                           "DBUS_SESSION_BUS_ADDRESS to that of the desktop where the runs are started.")};
    case DesktopFault::Step::Service: return serviceWords(kind);
    }
    Q_UNREACHABLE();
}

// Nothing if it is not about a web address.
std::optional<Sentences> webWords(const Core::Error &error)
{
    const QString host = shown(error.subject);
    const QString later = Spoken::tr("It is sent again with the next run.");
    const QString check = Spoken::tr("Check the address, and enter it again.");
    if (error.cause.as<Core::WebPage>())
        return Sentences{Spoken::tr("A web page arrived from %1 instead of a confirmation.").arg(host), check};
    switch (error.kind) {
    case ErrorKind::NoNetwork: return Sentences{Spoken::tr("%1 could not be reached.").arg(host), later};
    case ErrorKind::ProxyRefused:
        return Sentences{Spoken::tr("A proxy refused the connection to %1.").arg(host),
                         Spoken::tr("Check the proxy's address and credentials.")};
    case ErrorKind::TlsUntrusted:
        return Sentences{Spoken::tr("The certificate of %1 is not trusted, so nothing was sent.").arg(host),
                         Spoken::tr("Check the address and this computer's clock.")};
    case ErrorKind::ConnectionLost: return Sentences{Spoken::tr("The connection to %1 was lost.").arg(host), later};
    case ErrorKind::TimedOut: return Sentences{Spoken::tr("%1 did not respond in time.").arg(host), later};
    case ErrorKind::ForeignHost:
        return Sentences{Spoken::tr("%1 referred to another host. Nothing was sent there.").arg(host), check};
    case ErrorKind::RateLimited:
        return Sentences{Spoken::tr("The rate limit of %1 has been reached.").arg(host), later};
    case ErrorKind::ServiceFailed: return Sentences{Spoken::tr("%1 reported an internal error.").arg(host), later};
    case ErrorKind::BadCredentials:
    case ErrorKind::NoAccess:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Rejected: return Sentences{Spoken::tr("%1 did not accept it at this address.").arg(host), check};
    case ErrorKind::BadReply:
        return Sentences{Spoken::tr("%1 sent an unexpected response.").arg(host), Spoken::tr("Check the address.")};
    default: return {};
    }
}

// About what this program keeps.
std::optional<Sentences> ownWords(const Core::Error &error)
{
    if (error.cause.as<Core::LaterVersion>())
        return {};
    const QString subject = shown(error.subject);
    if (error.kind == ErrorKind::Keychain || (error.kind == ErrorKind::NotFound && error.httpStatus == 0))
        return Sentences{Spoken::tr("The system keychain did not respond, or has no secret for it."),
                         Spoken::tr("Enter it again, or set the environment variable %1.").arg(subject)};
    if (error.kind == ErrorKind::BadFile)
        return Sentences{
            Spoken::tr("A file about notices is damaged. It was renamed to %1, and is empty now.").arg(subject),
            Spoken::tr("Restore it, or enter the channels again.")};
    if (error.kind == ErrorKind::Busy)
        return Sentences{Spoken::tr("Another program on this computer was still sending notices."),
                         Spoken::tr("They are compared again with the next run.")};
    return {};
}

} // namespace

Notices::Text noticeText(const QList<Change> &changes, const QString &sender)
{
    if (changes.size() == 1) {
        const Condition &condition = changes.first().now;
        QStringList parts{paragraphs(condition).join(u'\n')};
        if (const QStringList lines = facts(condition); !lines.isEmpty())
            parts.append(lines.join(u'\n'));
        parts.append(footer(sender));
        return {headline(condition), parts.join(u"\n\n"_s)};
    }
    QStringList lines;
    for (const Change &change : changes) {
        QStringList line = paragraphs(change.now);
        if (!change.now.quote.isEmpty())
            line.append(Spoken::tr("To quote to support: %1").arg(shown(change.now.quote, maxOfReasons)));
        lines.append(u"- "_s + line.join(u' '));
    }
    return {summary(changes), lines.join(u'\n') + u"\n\n"_s + footer(sender)};
}

Notices::Text testNoticeText(const QString &sender)
{
    return {Spoken::tr("Test of notices"),
            Spoken::tr("This is a test. Notices arrive here when a writeback with a schedule fails, needs "
                       "you, did not start, is paused, or is in order again, and when one with a reminder is "
                       "due to be run.")
                + u"\n\n"_s + Spoken::tr("Sent by %1.").arg(shown(sender))};
}

Notices::Wording noticeWording(const QString &program, const QString &version)
{
    const QString sender =
        Spoken::tr("%1 %2 on %3", "program, version, computer").arg(program, version, QSysInfo::machineHostName());
    return {.notice = [sender](const QList<Change> &changes) { return noticeText(changes, sender); },
            .test = [sender] { return testNoticeText(sender); }};
}

Condition conditionOf(const Runs::Unattended &writeback, const QDateTime &now)
{
    const Profiles::Profile &profile = writeback.profile;
    Condition condition{.profileId = profile.id, .profileName = profile.name, .group = profile.group};
    if (!writeback.standing) {
        const ErrorText text = errorText(writeback.standing.error());
        condition.kind = Kind::NeedsYou;
        condition.what = QString(text.message + u' ' + text.next).trimmed();
        return condition;
    }
    if (writeback.standing->kind == Runs::ScheduleStanding::Kind::Reminder) {
        condition.kind = Kind::Reminder;
        condition.what = scheduleStandingLine(*writeback.standing, now).text + u'.';
        return condition;
    }
    if (writeback.last)
        addRun(condition, *writeback.last);
    const auto isSo = [&](Kind kind) {
        condition.kind = kind;
        condition.what =
            QString(scheduleStandingLine(*writeback.standing, now).text + u". "_s + condition.what).trimmed();
    };
    switch (writeback.standing->kind) {
    case Runs::ScheduleStanding::Kind::Missed:
        condition.since = writeback.standing->time;
        isSo(Kind::Overdue);
        break;
    case Runs::ScheduleStanding::Kind::Paused: isSo(Kind::Paused); break;
    case Runs::ScheduleStanding::Kind::Unconfirmed: isSo(Kind::NeedsYou); break;
    case Runs::ScheduleStanding::Kind::Reminder:
    case Runs::ScheduleStanding::Kind::None:
    case Runs::ScheduleStanding::Kind::Waiting: break;
    }
    return condition;
}

QList<Condition> conditionsOf(const QList<Runs::Unattended> &writebacks, const QDateTime &now)
{
    QList<Condition> conditions;
    for (const Runs::Unattended &one : writebacks)
        conditions.append(conditionOf(one, now));
    return conditions;
}

ErrorText tellingText(const Core::Error &error)
{
    ErrorText text = errorText(error);
    std::optional<Sentences> said = ownWords(error);
    if (const auto *fault = error.cause.as<MailFault>())
        said = mailWords(error, *fault);
    else if (const auto *onDesktop = error.cause.as<DesktopFault>())
        said = desktopWords(error.kind, *onDesktop);
    else if (!said && !error.cause.as<Core::LaterVersion>())
        said = webWords(error);
    if (said) {
        text.message = said->message;
        text.next = said->next;
    }
    return text;
}

} // namespace Words
