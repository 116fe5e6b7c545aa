#include "words/noticetext.h"

#include "core/strayanswer.h"
#include "notices/desktopfault.h"
#include "notices/mailfault.h"
#include "words/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Notices::Change;
using Notices::Condition;
using Notices::Kind;
using Notices::MailFault;
using Writeback::State;

namespace {

const QString who = u"the scheduler"_s;

Condition condition(Kind kind, State state = State::Failed)
{
    return {.profileId = u"0a1b"_s,
            .profileName = u"Trial balance"_s,
            .group = u"Month-end close"_s,
            .kind = kind,
            .state = Writeback::name(state),
            .what = u"Workiva could not be reached."_s,
            .quote = u"noNetwork"_s,
            .since = QDateTime(QDate(2026, 11, 2), QTime(6, 0), Qt::UTC),
            .started = QDateTime(QDate(2026, 11, 2), QTime(5, 59), Qt::UTC)};
}

History::RunRecord record(State state, const std::optional<Core::Error> &error)
{
    History::RunRecord run;
    run.entry.started = QDateTime(QDate(2026, 11, 2), QTime(5, 59), Qt::UTC);
    run.ended = run.entry.started.addSecs(60);
    run.state = Writeback::name(state);
    run.error = error;
    return run;
}

Condition conditionAfter(const Profiles::Profile &profile, const History::RunRecord &run)
{
    return Words::conditionOf({profile, Runs::ScheduleStanding(), run}, run.entry.started.addDays(1));
}

} // namespace

class TestNoticeText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticeHasAllItsParts_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : Notices::kinds)
            QTest::addRow("%s", qPrintable(name(kind))) << kind;
    }
    void noticeHasAllItsParts()
    {
        QFETCH(const Kind, kind);
        const Notices::Text text = Words::noticeText({{condition(kind), Kind::Well}}, who);
        QVERIFY(text.subject.startsWith(u"Trial balance: "_s) && !text.subject.contains(u'\n'));
        for (const QString &part :
             {text.subject, condition(kind).what, condition(kind).quote, condition(kind).group, who})
            QVERIFY2(text.body.contains(part), qPrintable(text.body));
    }

    void kindsAndStatesDiffer()
    {
        QSet<QString> subjects;
        for (const Kind kind : Notices::kinds)
            subjects.insert(Words::noticeText({{condition(kind), Kind::Well}}, who).subject);
        QCOMPARE(subjects.size(), qsizetype(Notices::kinds.size()));
        subjects.clear();
        const QList states{State::Failed, State::PartlyWritten, State::Mismatch, State::OutcomeUnknown};
        for (const State state : states)
            subjects.insert(Words::noticeText({{condition(Kind::Failing, state), Kind::Well}}, who).subject);
        QCOMPARE(subjects.size(), states.size());
    }

    void sheetIsOnlyMentionedWhereTheRunSpeaksOfIt()
    {
        for (const Kind kind : {Kind::Overdue, Kind::Paused, Kind::Reminder}) {
            const QString one = Words::noticeText({{condition(kind, State::Failed), Kind::Well}}, who).subject;
            QCOMPARE(Words::noticeText({{condition(kind, State::Verified), Kind::Well}}, who).subject, one);
        }
        Condition unknown = condition(Kind::Failing);
        unknown.state = u"asleep"_s; // of a later version
        Condition none = unknown;
        none.state.clear();
        QCOMPARE(Words::noticeText({{unknown, Kind::Well}}, who), Words::noticeText({{none, Kind::Well}}, who));
    }

    void summaryHasALineEach()
    {
        QList<Change> changes;
        for (const Kind kind : Notices::kinds) {
            changes.append({condition(kind), Kind::Well});
            changes.last().now.profileName = name(kind);
        }
        const Notices::Text text = Words::noticeText(changes, who);
        QVERIFY(text.subject.startsWith(u"Month-end close: "_s));
        const QStringList lines = text.body.split(u'\n');
        for (qsizetype i = 0; i < qsizetype(Notices::kinds.size()); ++i)
            QVERIFY2(lines[i].startsWith(u"- "_s + name(Notices::kinds[size_t(i)])), qPrintable(lines[i]));
    }

    void foreignTextStaysOnItsLine()
    {
        Condition hostile = condition(Kind::Failing);
        hostile.profileName = u"A\r\nBcc: x@example.com\u202e"_s;
        hostile.what = u"a\nb"_s;
        hostile.group = u"c\nd"_s;
        const Notices::Text text = Words::noticeText({{hostile, Kind::Well}}, who);
        QVERIFY(!text.subject.contains(u'\n') && !text.subject.contains(u'\r') && !text.subject.contains(u'\u202e'));
        QVERIFY(!text.body.contains("\nBcc"_L1) && !text.body.contains("a\nb"_L1) && !text.body.contains("c\nd"_L1));
    }

    void conditionFollowsFromTheRun_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("verified") << State::Verified << Kind::Well;
        QTest::newRow("nothing to do") << State::NothingToDo << Kind::Well;
        QTest::newRow("refused") << State::Refused << Kind::NeedsYou;
        QTest::newRow("failed") << State::Failed << Kind::Failing;
        QTest::newRow("partly written") << State::PartlyWritten << Kind::Failing;
        QTest::newRow("mismatch") << State::Mismatch << Kind::Failing;
        QTest::newRow("outcome unknown") << State::OutcomeUnknown << Kind::Failing;
        QTest::newRow("cancelled") << State::Cancelled << Kind::Failing;
    }
    void conditionFollowsFromTheRun()
    {
        QFETCH(const State, state);
        QFETCH(const Kind, kind);
        Profiles::Profile profile;
        profile.id = u"0a1b"_s;
        profile.name = u"Trial balance"_s;
        profile.group = u"Close"_s;
        const History::RunRecord run = record(state, {});
        const Condition condition = conditionAfter(profile, run);
        QCOMPARE(condition.kind, kind);
        QCOMPARE(condition.profileId, profile.id);
        QCOMPARE(condition.profileName, profile.name);
        QCOMPARE(condition.group, profile.group);
        QCOMPARE(condition.state, Writeback::name(state));
        QCOMPARE(condition.started, run.entry.started);
        QCOMPARE(condition.since, run.ended);
        QCOMPARE(condition.what.isEmpty(), kind == Kind::Well);
    }

    void scheduleSaysMoreThanTheRun_data()
    {
        using Standing = Runs::ScheduleStanding;
        QTest::addColumn<Standing::Kind>("standing");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("missed") << Standing::Kind::Missed << Kind::Overdue;
        QTest::newRow("paused") << Standing::Kind::Paused << Kind::Paused;
        QTest::newRow("unconfirmed") << Standing::Kind::Unconfirmed << Kind::NeedsYou;
        QTest::newRow("reminder") << Standing::Kind::Reminder << Kind::Reminder;
        QTest::newRow("waiting") << Standing::Kind::Waiting << Kind::Failing;
    }
    void scheduleSaysMoreThanTheRun()
    {
        QFETCH(const Runs::ScheduleStanding::Kind, standing);
        QFETCH(const Kind, kind);
        const History::RunRecord run = record(State::Failed, {});
        const Runs::ScheduleStanding schedule{.kind = standing, .time = run.ended};
        const Condition failed = Words::conditionOf({{}, schedule, run}, run.ended.addDays(1));
        QCOMPARE(failed.kind, kind);
        QVERIFY(!failed.what.isEmpty());
        const Condition fresh = Words::conditionOf({{}, schedule, {}}, run.ended.addDays(1));
        QCOMPARE(fresh.kind, kind == Kind::Failing ? Kind::Well : kind);
    }

    void unreadableHolidaysNeedYou()
    {
        const Core::Error error{.kind = ErrorKind::Disk, .subject = u"/nowhere/holidays.ics"_s};
        const Condition condition = Words::conditionOf({{}, Core::fail(error), {}}, QDateTime::currentDateTimeUtc());
        QCOMPARE(condition.kind, Kind::NeedsYou);
        QVERIFY2(condition.what.contains(u"/nowhere/holidays.ics"_s), qPrintable(condition.what));
    }

    void interruptedRunIsFailing()
    {
        History::RunRecord run = record(State::Failed, {});
        run.ended = {};
        run.state.clear();
        run.changesSent = 1;
        const Condition condition = conditionAfter({}, run);
        QCOMPARE(condition.kind, Kind::Failing);
        QVERIFY(!condition.what.isEmpty());
    }

    void valuesOfCellsStayHere_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("key") << ErrorKind::AmbiguousKey;
        QTest::newRow("columns") << ErrorKind::OtherColumns;
        QTest::newRow("appended") << ErrorKind::AlreadyAppended;
        QTest::newRow("check") << ErrorKind::Guarded;
        QTest::newRow("consent") << ErrorKind::NoConsent;
    }
    void valuesOfCellsStayHere()
    {
        QFETCH(const ErrorKind, kind);
        const QString value = u"1234567"_s;
        Writeback::Finding finding;
        finding.kind = Writeback::Finding::Kind::OtherSheetNamed;
        finding.place = value;
        finding.other = value;
        const Core::Error error{.kind = kind, .subject = value, .detail = value, .cause = finding};
        const Condition condition = conditionAfter({}, record(State::Refused, error));
        QVERIFY2(!condition.what.contains(value) && !condition.quote.contains(value), qPrintable(condition.what));
        QVERIFY(condition.quote.contains(Core::name(kind)));
    }

    void reasonAndWhatToQuoteAreTold()
    {
        const Core::Error error{.kind = ErrorKind::ServiceFailed,
                                .service = Core::Service::Workiva,
                                .detail = u"Internal"_s,
                                .httpStatus = 502,
                                .requestId = u"abc-1"_s};
        const Condition condition = conditionAfter({}, record(State::Failed, error));
        QVERIFY(condition.what.startsWith(Words::errorText(error).message));
        QVERIFY(condition.quote.contains("502"_L1) && condition.quote.contains("abc-1"_L1));
    }

    void faultsOnTheWayDiffer()
    {
        QSet<QString> texts;
        QList<Core::Error> errors;
        using Step = MailFault::Step;
        for (const Step step : {Step::Secure, Step::Sender, Step::Recipient, Step::Content})
            errors.append({.kind = ErrorKind::Rejected, .subject = u"h"_s, .cause = MailFault{step, 550}});
        errors.append({.kind = ErrorKind::Rejected, .subject = u"h"_s, .cause = MailFault{Step::Content, 451}});
        errors.append({.kind = ErrorKind::Rejected, .subject = u"h"_s, .cause = MailFault{Step::Recipient, 451}});
        for (const ErrorKind kind : {ErrorKind::NoNetwork, ErrorKind::TlsUntrusted, ErrorKind::TimedOut,
                                     ErrorKind::BadCredentials, ErrorKind::ConnectionLost, ErrorKind::BadReply})
            errors.append({.kind = kind, .subject = u"h"_s, .cause = MailFault{}});
        errors.append({.kind = ErrorKind::ConnectionLost, .subject = u"h"_s, .cause = MailFault{Step::Secure, 0}});
        for (const ErrorKind kind :
             {ErrorKind::NoNetwork, ErrorKind::ProxyRefused, ErrorKind::TlsUntrusted, ErrorKind::ConnectionLost,
              ErrorKind::TimedOut, ErrorKind::ForeignHost, ErrorKind::RateLimited, ErrorKind::ServiceFailed,
              ErrorKind::BadReply, ErrorKind::Keychain, ErrorKind::BadFile, ErrorKind::Busy, ErrorKind::Disk})
            errors.append({.kind = kind, .subject = u"h"_s});
        errors.append({.kind = ErrorKind::NotFound, .subject = u"h"_s, .httpStatus = 404});
        errors.append({.kind = ErrorKind::BadReply, .subject = u"h"_s, .cause = Core::WebPage{}});
        using Notices::DesktopFault;
        errors.append({.kind = ErrorKind::InvalidInput, .cause = DesktopFault{DesktopFault::Step::System}});
        for (const ErrorKind kind : {ErrorKind::NoNetwork, ErrorKind::TimedOut})
            errors.append({.kind = kind, .cause = DesktopFault{DesktopFault::Step::Bus}});
        for (const ErrorKind kind : {ErrorKind::NotFound, ErrorKind::TimedOut, ErrorKind::ConnectionLost,
                                     ErrorKind::Rejected, ErrorKind::BadReply})
            errors.append({.kind = kind, .cause = DesktopFault{DesktopFault::Step::Service}});
        for (const Core::Error &error : std::as_const(errors)) {
            const Words::ErrorText text = Words::tellingText(error);
            QVERIFY(!text.next.isEmpty());
            texts.insert(text.message);
        }
        QCOMPARE(texts.size(), errors.size());
    }

    void missingSecretNamesItsVariable()
    {
        for (const ErrorKind kind : {ErrorKind::Keychain, ErrorKind::NotFound})
            QVERIFY(Words::tellingText({.kind = kind, .subject = u"NOTICE_X_KEY"_s}).next.contains("NOTICE_X_KEY"_L1));
    }
};

QTEST_GUILESS_MAIN(TestNoticeText)
#include "tst_noticetext.moc"
