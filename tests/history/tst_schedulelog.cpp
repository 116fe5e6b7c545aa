#include "history/journals.h"
#include "history/runhistory.h"
#include "history/schedulelog.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace History;
using Support::ask;
using Support::entry;
using Support::HistoryFile;
using Support::profileId;

namespace {

QDateTime at(int hour)
{
    return QDateTime(QDate(2026, 3, 2), QTime(hour, 0), Qt::UTC);
}

} // namespace

class TestScheduleLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<HistoryFile>();
        m_log = ScheduleLog::open(m_file->place()).value();
        m_history = RunHistory::open(m_file->place(), {}).value();
    }

    void notesAreReadTheLatestFirst()
    {
        const ScheduleNote missed{at(6), Noted::Missed, at(9)};
        const ScheduleNote paused{at(7), Noted::Paused, at(9)};
        QVERIFY(m_log->note(profileId, {missed, paused}));
        QVERIFY(m_log->note(u"other"_s, {{at(8), Noted::NoNewData, at(8)}}));
        QCOMPARE(m_history->scheduleNotes(profileId).value(), (QList<ScheduleNote>{paused, missed}));
        QCOMPARE(m_history->scheduleNotes(profileId, 1).value(), QList<ScheduleNote>{paused});
        QCOMPARE(m_history->lastDue(profileId).value(), at(7));
        QCOMPARE(m_history->lastDue(u"none"_s).value(), QDateTime());
    }

    void firstNoteOfATimeStays()
    {
        const ScheduleNote missed{at(6), Noted::Missed, at(9)};
        QVERIFY(m_log->note(profileId, {missed}));
        QVERIFY(m_log->note(profileId, {{at(6), Noted::Overlapped, at(10)}, {at(7), Noted::Overlapped, at(10)}}));
        const auto notes = m_history->scheduleNotes(profileId).value();
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[1], missed);
    }

    void runsOfScheduleCountAsWell()
    {
        QVERIFY(m_log->note(profileId, {{at(6), Noted::Missed, at(9)}}));
        Writeback::JournalEntry scheduled = entry();
        scheduled.occasion.due = at(8);
        scheduled.occasion.attempt = 2;
        QVERIFY(Support::recordRun(m_file->place(), scheduled));
        QVERIFY(Support::recordRun(m_file->place(), entry(1))); // a person's
        QCOMPARE(m_history->lastDue(profileId).value(), at(8));
        const auto runs = m_history->runs(profileId).value();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[1].entry.occasion.due, at(8));
        QCOMPARE(runs[1].entry.occasion.attempt, 2);
        QVERIFY(!runs[0].entry.occasion.due.isValid());
    }

    void whatALaterVersionNotedIsLeftOut()
    {
        QVERIFY(m_log->note(profileId, {{at(6), Noted::Missed, at(9)}}));
        ask(m_file->path,
            u"INSERT INTO scheduleLog VALUES ('p1', %1, 'dreamt', 0, NULL)"_s.arg(at(7).toMSecsSinceEpoch()));
        QCOMPARE(m_history->scheduleNotes(profileId)->size(), 1);
        QCOMPARE(m_history->lastDue(profileId).value(), at(7)); // it is dealt with all the same
    }

    void lastHandOverOrFirstStartSaysWhichScheduleIsInForce()
    {
        QCOMPARE(m_history->scheduleInForce(profileId).value(), QString());
        QVERIFY(m_log->note(
            profileId,
            {{at(5), Noted::HandedOver, at(5), u"first"_s}, {at(8), Noted::HandedOver, at(8), u"second"_s}}));
        QVERIFY(m_log->note(profileId, {{at(9), Noted::Missed, at(10)}}));
        QCOMPARE(m_history->scheduleInForce(profileId).value(), u"second"_s);
        QVERIFY(m_log->note(profileId, {{at(11), Noted::FirstStart, at(11), u"third"_s}}));
        QCOMPARE(m_history->scheduleInForce(profileId).value(), u"third"_s);
    }

    void everyNoteHasANameOfItsOwn()
    {
        for (int what = 0; what <= int(lastNoted); ++what)
            QCOMPARE(notedNamed(name(Noted(what))), Noted(what));
    }

    void nothingIsNotedInAFileThatCannotBeWritten()
    {
        QVERIFY(m_log->note(profileId, {}));
        ask(m_file->path, u"DROP TABLE scheduleLog"_s);
        const auto failed = m_log->note(profileId, {{at(6), Noted::Missed, at(9)}});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Core::ErrorKind::Disk);
        ask(m_file->path,
            u"CREATE TABLE scheduleLog (profileId TEXT, due INTEGER, what TEXT, noted INTEGER, schedule TEXT)"_s);
        QVERIFY(m_log->note(profileId, {{at(6), Noted::Missed, at(9)}})); // nothing of the failure is left open
    }

private:
    std::unique_ptr<HistoryFile> m_file;
    std::unique_ptr<ScheduleLog> m_log;
    std::unique_ptr<RunHistory> m_history;
};

QTEST_GUILESS_MAIN(TestScheduleLog)
#include "tst_schedulelog.moc"
