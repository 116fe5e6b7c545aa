#include "words/scheduletext.h"

#include "schedule/credentialfolder.h"
#include "schedule/domoforms.h"
#include "schedule/handover.h"
#include "schedule/holidays.h"
#include "schedule/installed.h"
#include "schedule/localtime.h"
#include "schedule/schedulerfault.h"
#include "support/schedules.h"
#include "words/errortext.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;

namespace {

const QString berlin = u"Europe/Berlin"_s;
const EveryMonths everyMonth{};
const SetTimes six{{QTime(6, 0)}};

Profiles::Schedule on(const Days &days, const Times &times = six, const QDate &start = {}, const QString &zone = berlin)
{
    return Automatically{.timetable = {days, times, start, zone}};
}

// As a person would set them.
QList<Profiles::Schedule> schedules()
{
    const QDate start(2026, 3, 2);
    return {Manually{},
            Manually{30},
            on(EveryDays{}),
            on(EveryDays{}, SetTimes{{QTime(6, 0), QTime(12, 30), QTime(18, 0)}}),
            on(EveryDays{3}, six, start),
            on(EveryWeeks{}, six, {}, u"America/New_York"_s),
            on(EveryWeeks{1, {Qt::Monday}}),
            on(EveryWeeks{2, {Qt::Monday, Qt::Friday}}, six, start),
            on(EveryDays{}, Interval{}, {}, u"UTC"_s),
            on(EveryDays{}, Interval{15min}),
            on(EveryWeeks{}, Interval{2h, {8, 0}, {18, 0}}),
            on(DaysOfMonth{everyMonth, {1, 15}}),
            on(DaysOfMonth{everyMonth, {lastOfMonth}}),
            on(DaysOfMonth{NamedMonths{{1, 4, 7, 10}}, {1, 2, 3, lastOfMonth}}),
            on(DaysOfMonth{EveryMonths{3}, {22}}, six, start),
            on(WeekdaysOfMonth{everyMonth, {2, 4}, {Qt::Sunday}}),
            on(WeekdaysOfMonth{NamedMonths{{12}}, {lastOfMonth}, {Qt::Friday}}),
            on(BusinessDay{everyMonth, 3, {Qt::Saturday, Qt::Sunday}, u"/home/finance/holidays.ics"_s}),
            on(BusinessDay{NamedMonths{{1, 4, 7, 10}}, 5}, SetTimes{{QTime(6, 0), QTime(18, 0)}}),
            on(BusinessDay{everyMonth, -2, {Qt::Friday, Qt::Saturday}}, six, start, u"Asia/Dubai"_s)};
}

} // namespace

class TestScheduleText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    // The file is there to be read aloud.
    void sentencesAreAsTheyWereRead()
    {
        QStringList sentences;
        for (const Profiles::Schedule &schedule : schedules())
            sentences.append(Words::scheduleText(schedule));
        QFile file(QStringLiteral(GOLDEN) + u"/schedules.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList read = QString::fromUtf8(file.readAll()).split(u'\n');
        QCOMPARE(read.size(), sentences.size() + 1);
        for (qsizetype i = 0; i < sentences.size(); ++i)
            QCOMPARE(sentences[i], read[i]);
    }

    void differentSchedulesHaveDifferentSentences()
    {
        QRandomGenerator random(3);
        QHash<QString, Timetable> seen;
        for (int i = 0; i < 1'000; ++i) {
            const Timetable timetable = Support::randomAutomatically(random).timetable;
            const QString text = Words::scheduleText(Automatically{.timetable = timetable});
            QVERIFY2(!text.contains(u'%') && !text.contains(u"  "_s) && text.endsWith(u'.'), qPrintable(text));
            QVERIFY(text.contains(timetable.timeZone));
            if (seen.contains(text))
                QVERIFY2(::Schedule::fingerprint({.timetable = seen[text]})
                             == ::Schedule::fingerprint({.timetable = timetable}),
                         qPrintable(text));
            seen.insert(text, timetable);
        }
    }

    void notesTellWhatRunsDoByThemselves()
    {
        const auto has = [](const QStringList &notes, const QString &text) { return notes.filter(text).size() == 1; };
        const QStringList few = Words::scheduleNotes({});
        QCOMPARE(few.size(), 2);
        QVERIFY(has(few, u"not retried"_s) && has(few, u"not made up for"_s));
        const QStringList many = Words::scheduleNotes(
            {.retry = Retry{5, 90min}, .catchUp = 48h, .onlyNewData = true, .pauseAfter = 4, .confirmChanges = true});
        QCOMPARE(many.size(), 5);
        QVERIFY(has(many, u"until you have run it"_s));
        QVERIFY(has(many, u"5 times, 90 minutes apart"_s) && has(many, u"within 2 days"_s));
        QVERIFY(has(many, u"DataSet was updated"_s) && has(many, u"4 failures"_s));
        const QStringList ones = Words::scheduleNotes({.retry = Retry{1, 60min}, .catchUp = 24h, .pauseAfter = 1});
        QVERIFY(has(ones, u"once, after an hour"_s) && has(ones, u"within a day"_s) && has(ones, u"After a failure"_s));
    }

    void timeIsThatOfItsZone()
    {
        const QDateTime when(QDate(2026, 11, 29), QTime(23, 30), Qt::UTC);
        QCOMPARE(Words::scheduledTimeText(when, QTimeZone("Europe/Berlin")), u"Monday, 30 November 2026, 00:30"_s);
        QCOMPARE(Words::scheduledTimeText(when, QTimeZone("UTC")), u"Sunday, 29 November 2026, 23:30"_s);
    }

    void daylightSavingIsTold()
    {
        const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);
        const auto effects =
            ::Schedule::daylightEffects({EveryDays{}, Interval{30min, {2, 0}, {3, 0}}, {}, berlin}, {}, now);
        QVERIFY(effects);
        const QStringList texts = Words::daylightTexts(*effects);
        QCOMPARE(
            texts,
            QStringList({u"On 29 March 2026, clocks go forward from 02:00 to 03:00, so it skips 02:00 and 02:30."_s,
                         u"On 25 October 2026, clocks go back from 03:00 to 02:00, and it runs at 02:00 and 02:30 "
                         "only once."_s}));
    }

    void everyErrorHasItsOwnText()
    {
        QSet<QString> seen;
        int count = 0;
        const auto add = [&](Core::ErrorKind kind, const Core::Cause &cause) {
            const Core::Error error{.kind = kind, .subject = u"Subject"_s, .cause = cause};
            const auto text = Words::scheduleErrorText(error);
            const QString message = text ? text->message : QString();
            const bool isGood =
                text && !text->next.isEmpty() && !message.contains(u'%') && Words::errorText(error).message == message;
            if (isGood)
                seen.insert(message);
            ++count;
        };
        using Core::ErrorKind;
        for (int i = 0; i <= int(ScheduleFault::lastReason); ++i)
            add(ErrorKind::InvalidInput, ScheduleFault{ScheduleFault::Reason(i)});
        for (int i = 0; i <= int(::Schedule::DomoFormFault::lastReason); ++i)
            add(ErrorKind::InvalidInput, ::Schedule::DomoFormFault{::Schedule::DomoFormFault::Reason(i)});
        for (int i = 0; i <= int(::Schedule::HolidaysFault::lastReason); ++i)
            add(ErrorKind::BadFile, ::Schedule::HolidaysFault{::Schedule::HolidaysFault::Reason(i)});
        for (int i = 0; i <= int(::Schedule::HandoverFault::lastReason); ++i)
            add(ErrorKind::InvalidInput, ::Schedule::HandoverFault{::Schedule::HandoverFault::Reason(i)});
        for (int i = 0; i <= int(::Schedule::SchedulerFault::lastReason); ++i)
            add(ErrorKind::Scheduler, ::Schedule::SchedulerFault{::Schedule::SchedulerFault::Reason(i)});
        for (int i = 0; i <= int(::Schedule::CredentialFault::lastReason); ++i)
            add(ErrorKind::InvalidInput, ::Schedule::CredentialFault{::Schedule::CredentialFault::Reason(i)});
        add(ErrorKind::Scheduler, ::Schedule::Compared{});
        add(ErrorKind::InvalidInput, ::Schedule::NotScheduled{});
        add(ErrorKind::InvalidInput, ::Schedule::UnknownTimeZone{});
        QCOMPARE(seen.size(), count);
    }

    void whatCouldNotBeUndoneIsSaid()
    {
        using ::Schedule::SchedulerFault;
        const auto text =
            Words::scheduleErrorText({.kind = Core::ErrorKind::Scheduler,
                                      .cause = SchedulerFault{SchedulerFault::Reason::Refused, {u"a.timer"_s}}});
        QVERIFY(text && text->message.contains(u"a.timer"_s));
    }

    void otherErrorsHaveNoTextHere()
    {
        QVERIFY(!Words::scheduleErrorText({.kind = Core::ErrorKind::Disk, .subject = u"a"_s}));
    }
};

QTEST_GUILESS_MAIN(TestScheduleText)
#include "tst_scheduletext.moc"
