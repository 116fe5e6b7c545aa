#include "history/journals.h"
#include "history/runhistory.h"
#include "support/fulldisk.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <iostream>

using namespace History;
using namespace Journals;
using Writeback::Finding;
using Writeback::Journal;
using Writeback::State;
using ChangeEnd = Writeback::Journal::ChangeEnd;

namespace {

constexpr int runsOfAWriter = 25;

// What this program does as another process: writes runs, or one whose end it never comes to.
int write(const QString &path, bool toTheEnd)
{
    if (toTheEnd) {
        for (int i = 0; i < runsOfAWriter; ++i) {
            if (!runToEnd(Place::file(path), entry(i, QStringLiteral("other"))))
                return 1;
        }
        return 0;
    }
    const auto journal = open(Place::file(path));
    if (!journal || !journal->begin(entry()))
        return 1;
    const auto change = journal->sending(QStringLiteral("B3:C9"));
    if (!change || !journal->accepted(*change, QStringLiteral("op-7")))
        return 1;
    std::cout << "sent" << std::endl;
    std::cin.get();
    return 0;
}

} // namespace

class TestRunJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void runIsThereFromItsBeginning();
    void endIsNotedWithAllItsCounts();
    void refusalKeepsItsFinding();
    void runWithoutAProfileGoesByTheNamesThatWereFound();
    void changeIsUnderWayUntilItsEnd();
    void changesAreThoseOfTheSheetAlone();
    void ownChangesAreNotLeftBehind();
    void anotherRunCanEndAChange();
    void lastEndOfAnUnverifiedRun();
    void changeThatEndedAfterItsRunWasVerifiedIsUnverified();
    void whatAKilledProgramWroteIsThere();
    void twoProgramsWriteAtOnce();
    void twoThreadsWriteAtOnce();
    void memoryIsSharedByAllThatNameIt();
    void fullDiskIsADiskErrorAndNotForEver();
    void whoeverHoldsTheFileIsNotWaitedForLong();
    void damagedFileIsRefused();
    void laterVersionIsRefused();

private:
    [[nodiscard]] Place place() const { return Place::file(m_path); }
    [[nodiscard]] std::unique_ptr<RunHistory> history() const { return RunHistory::open(place(), {}).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestRunJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("history.sqlite"));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // such as "connection is still in use"
}

void TestRunJournal::runIsThereFromItsBeginning()
{
    const auto journal = open(place());
    QVERIFY(journal);
    QVERIFY(journal->begin(entry()));
    const auto run = history()->last(RunHistory::Last::Run, profile).value();
    QVERIFY(run);
    QCOMPARE(run->profileName, entry().profileName);
    QCOMPARE(run->started, entry().started);
    QCOMPARE(run->started.timeSpec(), Qt::UTC);
    QCOMPARE(run->program, QStringLiteral("tester"));
    QCOMPARE(run->version, QStringLiteral("1.2.3"));
    QCOMPARE(run->account, entry().account);
    QCOMPARE(run->clientId, entry().clientId);
    QCOMPARE(run->dataSetId, entry().dataSetId);
    QCOMPARE(run->sheet(), entry().sheet);
    QCOMPARE(run->region, entry().region);
    QCOMPARE(run->target, entry().target);
    QVERIFY(!run->ended.isValid());
    QVERIFY(run->state.isEmpty());
    QVERIFY(!run->error);
    QVERIFY(run->isInterrupted());
}

void TestRunJournal::endIsNotedWithAllItsCounts()
{
    Writeback::RunReport end = report(State::Mismatch);
    end.error = Core::Error{.kind = Core::ErrorKind::RateLimited,
                            .service = Core::Service::Domo,
                            .subject = QStringLiteral("7d9f"),
                            .detail = QStringLiteral("its words"),
                            .httpStatus = 429,
                            .requestId = QStringLiteral("A1B2")};
    end.review.sourceRows = 5'000'000'000;
    end.review.sourceColumns = 20;
    end.review.fit.data = {2, 1, 9, 20};
    end.review.changes = {.changed = 1, .added = 2, .cleared = 3, .unchanged = 4};
    end.review.findings = {{Finding::Kind::RowsFiltered, false, 1, {}},
                           {Finding::Kind::FormulasOverwritten, false, 7, QStringLiteral("B3")}};
    end.requests = 11;
    end.retries = 2;
    end.waited = std::chrono::seconds(12);
    end.caughtUp = std::chrono::milliseconds(500);
    end.cellsPlanned = 6;
    end.cellsWritten = 5;
    end.cellsCompared = 180;
    end.cellsWrong = 1;

    const auto journal = open(place());
    QVERIFY(journal->begin(entry()));
    QVERIFY(journal->end(end));
    const auto run = history()->last(RunHistory::Last::Run, profile).value();
    QVERIFY(run);
    QVERIFY(!run->isInterrupted());
    QVERIFY(qAbs(run->ended.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(run->state, Writeback::name(State::Mismatch));
    QCOMPARE(run->error, end.error);
    QCOMPARE(run->range, Sheet::toA1(end.review.fit.data));
    QCOMPARE(run->sourceRows, end.review.sourceRows);
    QCOMPARE(run->sourceColumns, end.review.sourceColumns);
    QCOMPARE(run->cellsPlanned, end.cellsPlanned);
    QCOMPARE(run->cellsChanged, 1);
    QCOMPARE(run->cellsAdded, 2);
    QCOMPARE(run->cellsCleared, 3);
    QCOMPARE(run->cellsWritten, end.cellsWritten);
    QCOMPARE(run->cellsCompared, end.cellsCompared);
    QCOMPARE(run->cellsWrong, end.cellsWrong);
    QCOMPARE(run->requests, 11);
    QCOMPARE(run->retries, 2);
    QCOMPARE(run->waited, end.waited);
    QCOMPARE(run->caughtUp, end.caughtUp);
    QCOMPARE(run->findings, end.review.findings);
    QCOMPARE(run->target, entry().target);
}

void TestRunJournal::refusalKeepsItsFinding()
{
    const Finding finding{Finding::Kind::CellTooLong, true, 3, QStringLiteral("B7")};
    Writeback::RunReport end = report(State::Refused);
    end.error = Core::Error{.kind = Core::ErrorKind::Guarded, .subject = finding.place, .cause = finding};
    const auto journal = open(place());
    QVERIFY(journal->begin(entry()));
    QVERIFY(journal->end(end));
    const auto run = history()->last(RunHistory::Last::Run, profile).value();
    QVERIFY(run && run->error && run->error->cause.as<Finding>());
    QCOMPARE(*run->error->cause.as<Finding>(), finding);
}

void TestRunJournal::runWithoutAProfileGoesByTheNamesThatWereFound()
{
    Writeback::RunReport end = report();
    end.review.spreadsheetName = QStringLiteral("Filing");
    end.review.sheetPath = QStringLiteral("Notes / Balance");
    const auto journal = open(place());
    QVERIFY(journal->begin(entry(0, {})));
    QVERIFY(journal->end(end));
    QCOMPARE(history()->allRuns().value().first().target, QStringLiteral("Filing / Notes / Balance / B3:"));
}

void TestRunJournal::changeIsUnderWayUntilItsEnd()
{
    const auto first = open(place());
    QVERIFY(first->begin(entry()));
    const qint64 change = first->sending(QStringLiteral("B3:C9")).value();
    const auto second = open(place());
    QVERIFY(second->begin(entry(1)));

    auto left = second->leftUnderWay(sheetAt()).value();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().id, change);
    QCOMPARE(left.first().range, QStringLiteral("B3:C9"));
    QVERIFY(left.first().operationId.isEmpty());
    QCOMPARE(left.first().profileName, entry().profileName);
    QCOMPARE(left.first().runStarted, entry().started);
    QVERIFY(qAbs(left.first().sent.secsTo(QDateTime::currentDateTimeUtc())) < 60);

    QVERIFY(first->accepted(change, QStringLiteral("op-1")));
    QCOMPARE(second->leftUnderWay(sheetAt())->first().operationId, QStringLiteral("op-1"));
    const qint64 later = first->sending(QStringLiteral("B10:C19")).value();
    left = second->leftUnderWay(sheetAt()).value();
    QCOMPARE(left.size(), 2);
    QCOMPARE(left.last().id, later); // the oldest is first

    QVERIFY(first->ended(change, ChangeEnd::CarriedOut));
    QCOMPARE(second->leftUnderWay(sheetAt())->size(), 1);
    const auto run = history()->runs(profile).value().last();
    QCOMPARE(run.changesSent, 2);
    QCOMPARE(run.changesOpen, 1);
}

void TestRunJournal::changesAreThoseOfTheSheetAlone()
{
    const auto first = open(place());
    Writeback::JournalEntry local = entry();
    local.sheet = sheetAt(QStringLiteral("s"), QStringLiteral("http://localhost:8000"));
    QVERIFY(first->begin(local));
    QVERIFY(first->sending(QStringLiteral("A1")));
    const auto second = open(place());
    QVERIFY(second->begin(entry(1)));
    QCOMPARE(second->leftUnderWay(sheetAt(QStringLiteral("s")))->size(), 0);
    QCOMPARE(second->leftUnderWay(sheetAt(QStringLiteral("t"), QStringLiteral("http://localhost:8000")))->size(), 0);
    // Names of this machine are one.
    QCOMPARE(second->leftUnderWay(sheetAt(QStringLiteral("s"), QStringLiteral("http://127.0.0.1:8000/")))->size(), 1);
}

void TestRunJournal::ownChangesAreNotLeftBehind()
{
    const auto journal = open(place());
    QVERIFY(journal->begin(entry()));
    const qint64 change = journal->sending(QStringLiteral("A1")).value();
    QCOMPARE(journal->leftUnderWay(sheetAt())->size(), 0);
    QVERIFY(journal->ended(change, ChangeEnd::CarriedOut));
    QVERIFY(!journal->lastUnverifiedEnd(sheetAt())->isValid());
}

void TestRunJournal::anotherRunCanEndAChange()
{
    const auto first = open(place());
    QVERIFY(first->begin(entry()));
    const qint64 change = first->sending(QStringLiteral("A1")).value();
    const auto second = open(place());
    QVERIFY(second->begin(entry(1)));
    QVERIFY(second->ended(change, ChangeEnd::GivenUp));
    QCOMPARE(second->leftUnderWay(sheetAt())->size(), 0);
    QCOMPARE(ask(m_path, QStringLiteral("SELECT how FROM changes")).toString(), QStringLiteral("givenUp"));
}

void TestRunJournal::lastEndOfAnUnverifiedRun()
{
    const auto last = open(place());
    QVERIFY(last->begin(entry(9)));
    QVERIFY(!last->lastUnverifiedEnd(sheetAt())->isValid());
    QVERIFY(runToEnd(place(), entry(), State::Verified));
    QVERIFY(!last->lastUnverifiedEnd(sheetAt())->isValid());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(runToEnd(place(), entry(1), State::Mismatch));
    const QDateTime end = last->lastUnverifiedEnd(sheetAt()).value();
    QVERIFY(end >= before);
    QCOMPARE(end.timeSpec(), Qt::UTC);
    QVERIFY(!last->lastUnverifiedEnd(sheetAt(QStringLiteral("another")))->isValid());

    // One that was killed was not verified either.
    const auto killed = open(place());
    QVERIFY(killed->begin(entry(2)));
    QVERIFY(killed->ended(killed->sending(QStringLiteral("A1")).value(), ChangeEnd::CarriedOut));
    QVERIFY(last->lastUnverifiedEnd(sheetAt()).value() >= end);
}

void TestRunJournal::changeThatEndedAfterItsRunWasVerifiedIsUnverified()
{
    const auto first = open(place());
    QVERIFY(first->begin(entry()));
    const qint64 change = first->sending(QStringLiteral("A1")).value();
    QVERIFY(first->end(report(State::Verified)));
    const auto second = open(place());
    QVERIFY(second->begin(entry(1)));
    QVERIFY(!second->lastUnverifiedEnd(sheetAt())->isValid());
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch()
                > ask(m_path, QStringLiteral("SELECT ended FROM runs WHERE id = 1")).toLongLong());
    QVERIFY(second->ended(change, ChangeEnd::CarriedOut));
    QVERIFY(second->lastUnverifiedEnd(sheetAt())->isValid());
}

void TestRunJournal::whatAKilledProgramWroteIsThere()
{
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--writer"), m_path, QStringLiteral("stay")});
    QVERIFY(writer.waitForReadyRead());
    QCOMPARE(writer.readAll(), QByteArray("sent\n"));
    writer.kill();
    QVERIFY(writer.waitForFinished());

    const auto journal = open(place());
    QVERIFY(journal);
    QVERIFY(journal->begin(entry(1, QStringLiteral("p2"))));
    const auto left = journal->leftUnderWay(sheetAt()).value();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().operationId, QStringLiteral("op-7"));
    QVERIFY(history()->last(RunHistory::Last::Run, profile).value()->isInterrupted());
}

void TestRunJournal::twoProgramsWriteAtOnce()
{
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--writer"), m_path, QStringLiteral("end")});
    QVERIFY(writer.waitForStarted());
    for (int i = 0; i < runsOfAWriter; ++i)
        QVERIFY(runToEnd(place(), entry(i)));
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitCode(), 0);
    QCOMPARE(history()->runs(profile)->size(), runsOfAWriter);
    QCOMPARE(history()->runs(QStringLiteral("other"))->size(), runsOfAWriter);
}

void TestRunJournal::twoThreadsWriteAtOnce()
{
    constexpr int each = 10;
    const auto work = [this] {
        for (int i = 0; i < each; ++i) {
            if (!runToEnd(place(), entry(i)))
                return;
        }
    };
    // Both find no file, and make it.
    const std::unique_ptr<QThread> one(QThread::create(work));
    const std::unique_ptr<QThread> two(QThread::create(work));
    one->start();
    two->start();
    one->wait();
    two->wait();
    QCOMPARE(history()->runs(profile)->size(), 2 * each);
}

void TestRunJournal::memoryIsSharedByAllThatNameIt()
{
    const Place memory = Place::memory();
    const auto kept = RunHistory::open(memory, {}).value();
    bool done = false;
    const std::unique_ptr<QThread> run(QThread::create([&] {
        done = true;
        for (int i = 0; i < 20; ++i)
            done = done && runToEnd(memory, entry(i));
    }));
    run->start();
    while (!run->isFinished()) // whoever looks does not disturb
        QVERIFY(kept->runs(profile));
    QVERIFY(done);
    QCOMPARE(kept->runs(profile)->size(), 20);
    const auto another = RunHistory::open(Place::memory(), {}).value();
    QCOMPARE(another->runs(profile)->size(), 0);
}

void TestRunJournal::fullDiskIsADiskErrorAndNotForEver()
{
#ifdef Q_OS_UNIX
    const auto journal = open(place());
    QVERIFY(journal->begin(entry()));
    const qint64 change = journal->sending(QStringLiteral("A1")).value();
    {
        const Support::FullDisk full;
        for (const Core::Result<void> &failed :
             {journal->accepted(change, QStringLiteral("op")), journal->ended(change, ChangeEnd::CarriedOut),
              journal->end(report())}) {
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, Core::ErrorKind::Disk);
            QCOMPARE(failed.error().subject, m_path);
        }
        QVERIFY(!journal->sending(QStringLiteral("A2")));
        QVERIFY(!open(Place::file(m_folder->filePath(QStringLiteral("other.sqlite")))));
    }
    QVERIFY(journal->accepted(change, QStringLiteral("op")));
    QVERIFY(journal->ended(change, ChangeEnd::CarriedOut));
    QVERIFY(journal->end(report()));
    QCOMPARE(history()->last(RunHistory::Last::Run, profile).value()->state, Writeback::name(State::Verified));
#else
    QSKIP("needs a limit of the size of files");
#endif
}

void TestRunJournal::whoeverHoldsTheFileIsNotWaitedForLong()
{
    const auto journal = open(place());
    QVERIFY(journal->begin(entry()));
    Database other(place());
    QVERIFY(other.open());
    QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE")));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i) { // ten that each waited would take ten seconds
        const auto sent = journal->sending(QStringLiteral("A1"));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Core::ErrorKind::Disk);
    }
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()));
    QVERIFY(other.run(QStringLiteral("COMMIT")));
    QVERIFY(journal->sending(QStringLiteral("A1")));
}

void TestRunJournal::damagedFileIsRefused()
{
    QVERIFY(put(m_path, QByteArray(20000, 'x')));
    const auto opened = RunJournal::open(place(), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
    QCOMPARE(opened.error().subject, m_path);
    QCOMPARE(bytesOf(m_path), QByteArray(20000, 'x'));
}

void TestRunJournal::laterVersionIsRefused()
{
    QVERIFY(open(place()));
    ask(m_path, QStringLiteral("PRAGMA user_version = 4"));
    const auto opened = RunJournal::open(place(), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--writer"))
        return write(arguments.value(2), arguments.value(3) == QLatin1String("end"));
    TestRunJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runjournal.moc"
