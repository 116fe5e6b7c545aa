#include "history/database.h"
#include "runs/past.h"
#include "support/desk.h"

#include <QTest>

using namespace Qt::StringLiterals;

using History::Noted;
using History::PastEntry;
using History::RunHistory;
using History::ScheduleNote;

namespace {

const QDateTime noon{QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};

Profiles::Profile named(const QString &id, const QString &name)
{
    Profiles::Profile one;
    one.id = id;
    one.name = name;
    return one;
}

// What happened, as the name of the writeback and hours from noon; a run is marked.
QStringList shapeOf(const Core::Result<QList<PastEntry>> &past)
{
    QStringList shape;
    for (const PastEntry &entry : past.value())
        shape.append(u"%1%2 %3"_s.arg(entry.run() ? u"run of "_s : QString(), entry.writeback)
                         .arg(noon.secsTo(entry.when()) / 3600));
    return shape;
}

} // namespace

class TestPast final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Support::Desk>();
        m_one = named(u"p1"_s, u"One"_s);
        m_two = named(u"p2"_s, u"Two"_s);
        QVERIFY(m_desk->store.save(m_one) && m_desk->store.save(m_two));
    }

    void notesAreInterleavedWithTheRunsOfTheirWriteback()
    {
        run(m_one, 1);
        run(m_one, 4);
        run(m_two, 2);
        note(m_one, {missed(2), missed(5), missed(0)});
        note(m_two, {missed(3)});
        QCOMPARE(shapeOf(Runs::pastOf(m_desk->history(), m_one, RunHistory::noLimit)),
                 (QStringList{u"One 5"_s, u"run of One 4"_s, u"One 2"_s, u"run of One 1"_s, u"One 0"_s}));
        QCOMPARE(shapeOf(Runs::pastOfAll(m_desk->history(), m_desk->store, RunHistory::noLimit)),
                 (QStringList{u"One 5"_s, u"run of One 4"_s, u"Two 3"_s, u"run of Two 2"_s, u"One 2"_s,
                              u"run of One 1"_s, u"One 0"_s}));
    }

    void onlyTheNewestAreThere()
    {
        run(m_one, 1);
        run(m_one, 4);
        note(m_one, {missed(2), missed(5)});
        QCOMPARE(shapeOf(Runs::pastOf(m_desk->history(), m_one, 3)),
                 (QStringList{u"One 5"_s, u"run of One 4"_s, u"One 2"_s}));
        QCOMPARE(shapeOf(Runs::pastOfAll(m_desk->history(), m_desk->store, 1)), QStringList{u"One 5"_s});
        QVERIFY(Runs::pastOf(m_desk->history(), m_one, 0)->isEmpty());
    }

    // The times of the schedule count from before the start, which is what is shown.
    void newestIsByTheTimeShown()
    {
        note(m_one, {{noon.addSecs(-900), Noted::FirstStart, noon}, {noon.addSecs(-60), Noted::Overlapped, noon}});
        const auto past = Runs::pastOf(m_desk->history(), m_one, 1);
        QCOMPARE(past->size(), 1);
        QCOMPARE(past->first().note()->what, Noted::FirstStart);
    }

    void deletedWritebackKeepsItsPast()
    {
        run(m_one, 1);
        Profiles::Profile renamed = m_one;
        renamed.name = u"Renamed"_s;
        QVERIFY(m_desk->store.save(renamed));
        note(m_one, {missed(2)});
        const auto past = [this] { return shapeOf(Runs::pastOfAll(m_desk->history(), m_desk->store, 1)); };
        QCOMPARE(past(), QStringList{u"Renamed 2"_s});
        QVERIFY(m_desk->store.removeProfile(m_one.id));
        QCOMPARE(past(), QStringList{u"One 2"_s}); // as its run was named
    }

    void runWithoutAWritebackIsAmongAll()
    {
        run({}, 1);
        QCOMPARE(shapeOf(Runs::pastOfAll(m_desk->history(), m_desk->store, RunHistory::noLimit)),
                 QStringList{u"run of  1"_s});
    }

    void unreadableNotesAreAnError()
    {
        run(m_one, 1);
        History::Database other(History::Place::file(m_desk->folder.filePath(u"history.sqlite"_s)));
        QVERIFY(other.open() && other.run(u"DROP TABLE scheduleLog"_s)); // as another program may
        const auto one = Runs::pastOf(m_desk->history(), m_one, RunHistory::noLimit);
        const auto all = Runs::pastOfAll(m_desk->history(), m_desk->store, RunHistory::noLimit);
        QVERIFY(!one && !all);
        QCOMPARE(one.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(all.error().kind, Core::ErrorKind::Disk);
    }

private:
    static ScheduleNote missed(int hour) { return {noon.addSecs(hour * 3600), Noted::Missed, noon.addDays(1)}; }

    void run(const Profiles::Profile &profile, int hour)
    {
        m_desk->remember(profile, noon.addSecs(hour * 3600), Writeback::RunReport());
    }

    void note(const Profiles::Profile &profile, const QList<ScheduleNote> &notes)
    {
        if (!m_desk->data->openScheduleLog().value()->note(profile.id, notes))
            qFatal("The schedule is not noted");
    }

    std::unique_ptr<Support::Desk> m_desk;
    Profiles::Profile m_one;
    Profiles::Profile m_two;
};

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
