#include "history/journals.h"
#include "history/opening.h"
#include "history/runhistory.h"
#include "history/schema.h"
#include "support/fulldisk.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <iostream>

using namespace Qt::StringLiterals;

using namespace History;
using namespace Support;
using Writeback::Finding;
using Writeback::Journal;
using Writeback::State;
using Writeback::StepName;
using ChangeEnd = Writeback::Journal::ChangeEnd;

namespace {

constexpr int runsOfAWriter = 25;

// What this program does as a child process: records complete runs, or one without an end.
int write(const QString &path, bool toTheEnd)
{
    if (toTheEnd) {
        for (int i = 0; i < runsOfAWriter; ++i) {
            if (!recordRun(Place::file(path), entry(i, u"other"_s)))
                return 1;
        }
        return 0;
    }
    const auto journal = open(Place::file(path));
    if (!journal || !journal->begin(entry()))
        return 1;
    const auto change = journal->sending(u"B3:C9"_s);
    if (!change || !journal->accepted(*change, u"op-7"_s))
        return 1;
    std::cout << "sent" << std::endl;
    std::cin.get();
    return 0;
}

} // namespace

class TestRunJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastVerifiedRunIsThatOfTheSameDataAndRegion()
    {
        using Writeback::State;
        const auto record = [this](Writeback::JournalEntry of, qint64 rows, State state) {
            const auto journal = open(m_file->place());
            Writeback::RunReport ended = report(state);
            ended.review.data.loaded = u"2026-01-%1T10:00:00Z"_s.arg(rows);
            ended.review.sourceRows = rows;
            ended.review.data.columns = {
                {.name = u"Amount"_s, .type = Sheet::ColumnType::Decimal, .total = u"%1.5"_s.arg(rows)}};
            return journal && journal->begin(of) && journal->end(ended);
        };
        const auto lastRows = [this](const Writeback::JournalEntry &of) -> std::optional<qint64> {
            const auto journal = open(m_file->place());
            const auto last = journal ? journal->lastVerified(of) : Core::fail(Core::ErrorKind::Internal);
            return last && *last ? std::optional((*last)->sourceRows) : std::nullopt;
        };
        QVERIFY(!lastRows(entry()));
        QVERIFY(record(entry(1), 1, State::NothingToDo));
        QCOMPARE(lastRows(entry()), 1);
        QVERIFY(record(entry(2), 2, State::Verified));
        for (const State other : {State::Mismatch, State::Refused, State::Planned, State::OutcomeUnknown})
            QVERIFY(record(entry(3), 3, other));
        Writeback::JournalEntry elsewhere = entry(4);
        elsewhere.region = u"B4:"_s;
        QVERIFY(!lastRows(elsewhere));
        QVERIFY(record(elsewhere, 4, State::Verified));
        Writeback::JournalEntry ofAnotherDataSet = entry(5);
        ofAnotherDataSet.dataSetId = u"other"_s;
        QVERIFY(record(ofAnotherDataSet, 5, State::Verified));
        Writeback::JournalEntry onAnotherSheet = entry(6);
        onAnotherSheet.sheet = sheetAt(u"another"_s);
        QVERIFY(record(onAnotherSheet, 6, State::Verified));
        QCOMPARE(lastRows(entry()), 2);

        const auto running = open(m_file->place());
        QVERIFY(running && running->begin(entry(7)));
        const auto last = running->lastVerified(entry(7)); // not of itself
        QVERIFY(last && *last);
        QCOMPARE((*last)->data.columns,
                 (QList<Writeback::ColumnFacts>{
                     {.name = u"Amount"_s, .type = Sheet::ColumnType::Decimal, .total = u"2.5"_s}}));
        QVERIFY((*last)->ended.isValid());
        QCOMPARE((*last)->data.loaded, u"2026-01-2T10:00:00Z"_s);
    }

    void init() { m_file = std::make_unique<HistoryFile>(); }

    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void runIsThereFromItsBeginning()
    {
        Writeback::JournalEntry check = entry();
        check.kind = Writeback::RunKind::Check;
        for (const Writeback::JournalEntry &of : {entry(), check}) {
            const auto journal = open(place());
            QVERIFY(journal);
            QVERIFY(journal->begin(of));
            const bool isCheck = of.kind == Writeback::RunKind::Check;
            const auto run =
                history()->last(isCheck ? RunHistory::Last::Check : RunHistory::Last::Run, profileId).value();
            QVERIFY(run);
            QVERIFY(run->entry == of);
            QCOMPARE(run->entry.started.timeSpec(), Qt::UTC);
            QCOMPARE(run->program, u"tester"_s);
            QCOMPARE(run->version, u"1.2.3"_s);
            QVERIFY(!run->ended.isValid());
            QVERIFY(run->state.isEmpty());
            QVERIFY(!run->error);
            QVERIFY(run->isInterrupted());
        }
    }

    void endIsNotedWithAllItsCounts()
    {
        Writeback::RunReport end = report(State::Mismatch);
        end.error = Core::Error{.kind = Core::ErrorKind::RateLimited,
                                .service = Core::Service::Domo,
                                .subject = u"7d9f"_s,
                                .detail = u"its words"_s,
                                .httpStatus = 429,
                                .requestId = u"A1B2"_s};
        end.review.sourceRows = 5'000'000'000;
        end.review.sourceColumns = 20;
        end.review.fit.data = {2, 1, 9, 20};
        end.review.changes = {.changed = 1, .added = 2, .cleared = 3, .unchanged = 4};
        end.review.findings = {{Finding::Kind::RowsFiltered, false, 1, {}},
                               {Finding::Kind::FormulasOverwritten, false, 7, u"B3"_s}};
        end.steps = {
            {StepName::SignIn, 0.5}, {StepName::Compose, 0.25, 7, 9}, {StepName::Verify, 3, 5'000'000'000, 0, false}};
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
        const auto run = history()->last(RunHistory::Last::Run, profileId).value();
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
        QCOMPARE(run->cellsUnchanged, 4);
        QCOMPARE(run->steps, end.steps);
        QCOMPARE(run->cellsWritten, end.cellsWritten);
        QCOMPARE(run->cellsCompared, end.cellsCompared);
        QCOMPARE(run->cellsWrong, end.cellsWrong);
        QCOMPARE(run->requests, 11);
        QCOMPARE(run->retries, 2);
        QCOMPARE(run->waited, end.waited);
        QCOMPARE(run->caughtUp, end.caughtUp);
        QCOMPARE(run->findings, end.review.findings);
        QCOMPARE(run->entry.target, entry().target);
    }

    // Zero would say that every cell of the region differs.
    void unchangedCellsOfARunThatDidNotCompareAreNotKnown()
    {
        Writeback::RunReport end = report(State::Failed);
        end.steps = {{StepName::SignIn, 0.5, 0, 0, false}};
        const auto journal = open(place());
        QVERIFY(journal->begin(entry()));
        QVERIFY(journal->end(end));
        const auto run = history()->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(run && !run->cellsUnchanged);
        QCOMPARE(run->steps, end.steps);
    }

    void refusalKeepsItsFinding()
    {
        const Finding finding{Finding::Kind::CellTooLong, true, 3, u"B7"_s};
        Writeback::RunReport end = report(State::Refused);
        end.error = Core::Error{.kind = Core::ErrorKind::Guarded, .subject = finding.place, .cause = finding};
        const auto journal = open(place());
        QVERIFY(journal->begin(entry()));
        QVERIFY(journal->end(end));
        const auto run = history()->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(run && run->error && run->error->cause.as<Finding>());
        QCOMPARE(*run->error->cause.as<Finding>(), finding);
    }

    void runWithoutAProfileGoesByTheNamesThatWereFound()
    {
        Writeback::RunReport end = report();
        end.review.spreadsheetName = u"Filing"_s;
        end.review.sheetPath = u"Notes / Balance"_s;
        const auto journal = open(place());
        QVERIFY(journal->begin(entry(0, {})));
        QVERIFY(journal->end(end));
        QCOMPARE(history()->allRuns().value().first().entry.target, u"Filing / Notes / Balance / B3:"_s);
    }

    void changeIsPendingUntilItsEnd()
    {
        const auto first = open(place());
        QVERIFY(first->begin(entry()));
        const qint64 change = first->sending(u"B3:C9"_s).value();
        const auto second = open(place());
        QVERIFY(second->begin(entry(1)));

        auto left = second->pendingChanges(sheetAt()).value();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().id, change);
        QCOMPARE(left.first().range, u"B3:C9"_s);
        QVERIFY(left.first().operationId.isEmpty());
        QCOMPARE(left.first().profileName, entry().profileName);
        QCOMPARE(left.first().runStarted, entry().started);
        QVERIFY(qAbs(left.first().sent.secsTo(QDateTime::currentDateTimeUtc())) < 60);

        QVERIFY(first->accepted(change, u"op-1"_s));
        QCOMPARE(second->pendingChanges(sheetAt())->first().operationId, u"op-1"_s);
        const qint64 later = first->sending(u"B10:C19"_s).value();
        left = second->pendingChanges(sheetAt()).value();
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.last().id, later); // the oldest is first

        QVERIFY(first->ended(change, ChangeEnd::CarriedOut));
        QCOMPARE(second->pendingChanges(sheetAt())->size(), 1);
        const auto run = history()->runs(profileId).value().last();
        QCOMPARE(run.changesSent, 2);
        QCOMPARE(run.changesOpen, 1);
    }

    void changesAreThoseOfTheSheetAlone()
    {
        const auto first = open(place());
        Writeback::JournalEntry local = entry();
        local.sheet = sheetAt(u"s"_s, u"http://localhost:8000"_s);
        QVERIFY(first->begin(local));
        QVERIFY(first->sending(u"A1"_s));
        const auto second = open(place());
        QVERIFY(second->begin(entry(1)));
        QCOMPARE(second->pendingChanges(sheetAt(u"s"_s))->size(), 0);
        QCOMPARE(second->pendingChanges(sheetAt(u"t"_s, u"http://localhost:8000"_s))->size(), 0);
        // All names of this computer are equal.
        QCOMPARE(second->pendingChanges(sheetAt(u"s"_s, u"http://127.0.0.1:8000/"_s))->size(), 1);
    }

    void ownChangesAreNotPending()
    {
        const auto journal = open(place());
        QVERIFY(journal->begin(entry()));
        const qint64 change = journal->sending(u"A1"_s).value();
        QCOMPARE(journal->pendingChanges(sheetAt())->size(), 0);
        QVERIFY(journal->ended(change, ChangeEnd::CarriedOut));
        QVERIFY(!journal->lastUnverifiedEnd(sheetAt())->isValid());
    }

    void anotherRunCanEndAChange()
    {
        const auto first = open(place());
        QVERIFY(first->begin(entry()));
        const qint64 change = first->sending(u"A1"_s).value();
        const auto second = open(place());
        QVERIFY(second->begin(entry(1)));
        QVERIFY(second->ended(change, ChangeEnd::GivenUp));
        QCOMPARE(second->pendingChanges(sheetAt())->size(), 0);
        QCOMPARE(ask(m_file->path, u"SELECT how FROM changes"_s).toString(), u"givenUp"_s);
    }

    void lastEndOfAnUnverifiedRun()
    {
        const auto last = open(place());
        QVERIFY(last->begin(entry(9)));
        QVERIFY(!last->lastUnverifiedEnd(sheetAt())->isValid());
        QVERIFY(recordRun(place(), entry(), State::Verified));
        QVERIFY(!last->lastUnverifiedEnd(sheetAt())->isValid());
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QVERIFY(recordRun(place(), entry(1), State::Mismatch));
        const QDateTime end = last->lastUnverifiedEnd(sheetAt()).value();
        QVERIFY(end >= before);
        QCOMPARE(end.timeSpec(), Qt::UTC);
        QVERIFY(!last->lastUnverifiedEnd(sheetAt(u"another"_s))->isValid());

        // A killed run was not verified either.
        const auto killed = open(place());
        QVERIFY(killed->begin(entry(2)));
        QVERIFY(killed->ended(killed->sending(u"A1"_s).value(), ChangeEnd::CarriedOut));
        QVERIFY(last->lastUnverifiedEnd(sheetAt()).value() >= end);
    }

    void changeThatEndedAfterItsRunWasVerifiedIsUnverified()
    {
        const auto first = open(place());
        QVERIFY(first->begin(entry()));
        const qint64 change = first->sending(u"A1"_s).value();
        QVERIFY(first->end(report(State::Verified)));
        const auto second = open(place());
        QVERIFY(second->begin(entry(1)));
        QVERIFY(!second->lastUnverifiedEnd(sheetAt())->isValid());
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch()
                    > ask(m_file->path, u"SELECT ended FROM runs WHERE id = 1"_s).toLongLong());
        QVERIFY(second->ended(change, ChangeEnd::CarriedOut));
        QVERIFY(second->lastUnverifiedEnd(sheetAt())->isValid());
    }

    void whatAKilledProgramWroteIsThere()
    {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--writer"_s, m_file->path, u"stay"_s});
        QVERIFY(writer.waitForReadyRead());
        QCOMPARE(writer.readAll(), QByteArray("sent\n"));
        writer.kill();
        QVERIFY(writer.waitForFinished());

        const auto journal = open(place());
        QVERIFY(journal);
        QVERIFY(journal->begin(entry(1, u"p2"_s)));
        const auto left = journal->pendingChanges(sheetAt()).value();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().operationId, u"op-7"_s);
        QVERIFY(history()->last(RunHistory::Last::Run, profileId).value()->isInterrupted());
    }

    void twoProgramsWriteAtOnce()
    {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--writer"_s, m_file->path, u"end"_s});
        QVERIFY(writer.waitForStarted());
        for (int i = 0; i < runsOfAWriter; ++i)
            QVERIFY(recordRun(place(), entry(i)));
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitCode(), 0);
        QCOMPARE(history()->runs(profileId)->size(), runsOfAWriter);
        QCOMPARE(history()->runs(u"other"_s)->size(), runsOfAWriter);
    }

    void twoThreadsWriteAtOnce()
    {
        constexpr int each = 10;
        const auto work = [this] {
            for (int i = 0; i < each; ++i) {
                if (!recordRun(place(), entry(i)))
                    return;
            }
        };
        // Both find no file, and create it.
        const std::unique_ptr<QThread> one(QThread::create(work));
        const std::unique_ptr<QThread> two(QThread::create(work));
        one->start();
        two->start();
        one->wait();
        two->wait();
        QCOMPARE(history()->runs(profileId)->size(), 2 * each);
    }

    void memoryIsSharedByAllThatNameIt()
    {
        const Place memory = Place::memory();
        const auto kept = RunHistory::open(memory, {}).value();
        bool done = false;
        const std::unique_ptr<QThread> run(QThread::create([&] {
            done = true;
            for (int i = 0; i < 20; ++i)
                done = done && recordRun(memory, entry(i));
        }));
        run->start();
        while (!run->isFinished()) // readers do not interfere
            QVERIFY(kept->runs(profileId));
        QVERIFY(done);
        QCOMPARE(kept->runs(profileId)->size(), 20);
        const auto another = RunHistory::open(Place::memory(), {}).value();
        QCOMPARE(another->runs(profileId)->size(), 0);
    }

    void fullDiskIsATemporaryDiskError()
    {
#ifdef Q_OS_UNIX
        const auto journal = open(place());
        QVERIFY(journal->begin(entry()));
        const qint64 change = journal->sending(u"A1"_s).value();
        {
            const Support::FullDisk full;
            for (const Core::Result<void> &failed :
                 {journal->accepted(change, u"op"_s), journal->ended(change, ChangeEnd::CarriedOut),
                  journal->end(report())}) {
                QVERIFY(!failed);
                QCOMPARE(failed.error().kind, Core::ErrorKind::Disk);
                QCOMPARE(failed.error().subject, m_file->path);
            }
            QVERIFY(!journal->sending(u"A2"_s));
            QVERIFY(!open(Place::file(m_file->folder.filePath(u"other.sqlite"_s))));
        }
        QVERIFY(journal->accepted(change, u"op"_s));
        QVERIFY(journal->ended(change, ChangeEnd::CarriedOut));
        QVERIFY(journal->end(report()));
        QCOMPARE(history()->last(RunHistory::Last::Run, profileId).value()->state, Writeback::name(State::Verified));
#else
        QSKIP("needs a limit of the size of files");
#endif
    }

    void lockedFileIsWaitedForOnce()
    {
        auto opened = openHistory(place());
        QVERIFY(opened);
        Database *const connection = opened->get();
        RunJournal journal(*std::move(opened), {});
        const auto busyTimeout = [connection] {
            return connection->value(u"PRAGMA busy_timeout"_s).value_or(QString()).toInt();
        };
        QVERIFY(journal.begin(entry()));
        QCOMPARE(busyTimeout(), 5'000); // milliseconds
        Database other(place());
        QVERIFY(other.open());
        QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        for (int i = 0; i < 3; ++i) {
            const auto sent = journal.sending(u"A1"_s);
            QVERIFY(!sent);
            QCOMPARE(sent.error().kind, Core::ErrorKind::Disk);
            QCOMPARE(busyTimeout(), 20);
        }
        QVERIFY(other.run(u"COMMIT"_s));
        QVERIFY(journal.sending(u"A1"_s));
        QCOMPARE(busyTimeout(), 5'000);
    }

    void damagedFileIsRefused()
    {
        QVERIFY(put(m_file->path, QByteArray(20000, 'x')));
        const auto opened = RunJournal::open(place(), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(opened.error().subject, m_file->path);
        QCOMPARE(bytesOf(m_file->path), QByteArray(20000, 'x'));
    }

    void laterVersionIsRefused()
    {
        QVERIFY(open(place()));
        ask(m_file->path, u"PRAGMA user_version = %1"_s.arg(schemaVersion + 1));
        const auto opened = RunJournal::open(place(), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
    }

    void valuesAreThoseOfTheRunThatLeftThem()
    {
        const QByteArray packed("\0values\xff", 8);
        const auto first = open(place());
        QVERIFY(first && first->begin(entry()));
        QCOMPARE(valuesIn(*first), std::nullopt);
        QVERIFY(first->leave("fingerprint"));
        QCOMPARE(valuesIn(*first), QByteArray()); // an ad-hoc run leaves none
        QVERIFY(first->leaveValues(packed));
        QCOMPARE(valuesIn(*first), packed);
        const auto left = first->leftIn(sheetAt(), u"B3:"_s);
        QVERIFY(left && *left);
        QCOMPARE((*left)->fingerprint, "fingerprint"_ba);

        const auto second = open(place());
        QVERIFY(second && second->begin(entry(1)));
        QCOMPARE(valuesIn(*second), packed);
        QCOMPARE(second->leftValues(sheetAt(), u"B3:"_s, (*left)->ended.addMSecs(1)).value(), QByteArray());
        QCOMPARE(second->leftValues(sheetAt(u"another"_s), u"B3:"_s, (*left)->ended).value(), QByteArray());
        QCOMPARE(second->leftValues(sheetAt(), u"B4:"_s, (*left)->ended).value(), QByteArray());
        QVERIFY(second->leave("another"));
        QCOMPARE(valuesIn(*second), QByteArray());
        QVERIFY(second->leaveValues("newer"));
        QCOMPARE(valuesIn(*first), "newer"_ba);
    }

    void valuesThatFindNoRoomLeaveTheFingerprint()
    {
#ifdef Q_OS_UNIX
        const auto journal = open(place());
        QVERIFY(journal && journal->begin(entry()) && journal->leave("fingerprint"));
        {
            const FullDisk full(1 << 20);
            const auto left = journal->leaveValues(QByteArray(4 << 20, 'x'));
            QVERIFY(!left);
            QCOMPARE(left.error().kind, Core::ErrorKind::Disk);
            QCOMPARE(left.error().subject, m_file->path);
        }
        QCOMPARE(valuesIn(*journal), QByteArray());
        const auto left = journal->leftIn(sheetAt(), u"B3:"_s);
        QVERIFY(left && *left);
        QCOMPARE((*left)->fingerprint, "fingerprint"_ba);
        QVERIFY(journal->end(report()));
#else
        QSKIP("needs a limit of the size of files");
#endif
    }

private:
    // What a run finds in the region of entry(): nothing, no values, or values.
    [[nodiscard]] static std::optional<QByteArray> valuesIn(Writeback::Journal &journal)
    {
        const auto left = journal.leftIn(sheetAt(), u"B3:"_s);
        if (!left || !*left)
            return {};
        const auto values = journal.leftValues(sheetAt(), u"B3:"_s, (*left)->ended);
        return values ? std::optional(*values) : std::nullopt;
    }
    [[nodiscard]] Place place() const
    {
        return m_file->place();
    }
    [[nodiscard]] std::unique_ptr<RunHistory> history() const
    {
        return RunHistory::open(place(), {}).value();
    }

    std::unique_ptr<HistoryFile> m_file;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--writer"_L1)
        return write(arguments.value(2), arguments.value(3) == "end"_L1);
    TestRunJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runjournal.moc"
