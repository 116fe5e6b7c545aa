#include "history/journals.h"
#include "history/pastentry.h"

#include <QTest>

using namespace Qt::StringLiterals;

using History::Noted;
using History::PastEntry;
using History::ScheduleNote;

namespace {

const QDateTime noon{QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};

History::RunRecord runAt(const QDateTime &started)
{
    History::RunRecord run;
    run.entry = Support::entry();
    run.entry.started = started;
    return run;
}

PastEntry noted(const ScheduleNote &note)
{
    return {u"p1"_s, u"Balance"_s, note};
}

} // namespace

class TestPastEntry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryOfARunHasItsNameAndTime()
    {
        const History::RunRecord run = runAt(noon);
        const PastEntry entry = History::entryOf(run);
        QCOMPARE(entry.profileId, run.entry.profileId);
        QCOMPARE(entry.writeback, run.entry.profileName);
        QCOMPARE(entry.when(), noon);
        QCOMPARE(*entry.run(), run);
        QVERIFY(!entry.note());
    }

    void timeWithoutARunIsWhenOneWasDue()
    {
        const ScheduleNote missed{noon, Noted::Missed, noon.addDays(3)};
        QCOMPARE(noted(missed).when(), noon);
        QCOMPARE(*noted(missed).note(), missed);
        QVERIFY(!noted(missed).run());
    }

    // Its times count from earlier on, when nobody had started anything yet.
    void scheduleComesIntoForceWhenThatIsNoted()
    {
        for (const Noted what : {Noted::HandedOver, Noted::FirstStart, Noted::OutOfForce})
            QCOMPARE(noted({noon.addSecs(-600), what, noon}).when(), noon);
    }

    void runsAndNotesAreInterleavedByTime()
    {
        const PastEntry first = noted({noon.addSecs(-60), Noted::Missed, noon.addDays(1)});
        const PastEntry started = noted({noon.addSecs(-600), Noted::FirstStart, noon.addSecs(1)});
        const PastEntry run = History::entryOf(runAt(noon));
        const PastEntry last = History::entryOf(runAt(noon.addSecs(2)));
        QCOMPARE(History::newestFirst({run, last, first, started}), (QList<PastEntry>{last, started, run, first}));
    }

    void orderOfTheSameTimeIsKept()
    {
        const PastEntry run = History::entryOf(runAt(noon));
        const PastEntry skipped = noted({noon, Noted::Overlapped, noon});
        QCOMPARE(History::newestFirst({run, skipped}), (QList<PastEntry>{run, skipped}));
        QCOMPARE(History::newestFirst({skipped, run}), (QList<PastEntry>{skipped, run}));
    }
};

QTEST_GUILESS_MAIN(TestPastEntry)
#include "tst_pastentry.moc"
