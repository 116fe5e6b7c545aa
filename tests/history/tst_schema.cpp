#include "history/journals.h"
#include "history/runhistory.h"
#include "history/schema.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace History;
using namespace Support;

namespace {

// As created by these versions.
const QStringList version1{
    u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
    "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
    "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
    "cellsWrong INTEGER)"_s,
    u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s,
    u"PRAGMA user_version = 1"_s,
};
const QStringList version2{
    u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
    "started INTEGER, ended INTEGER, state TEXT, error TEXT, service TEXT, subject TEXT, "
    "detail TEXT, httpStatus INTEGER, requestId TEXT, range TEXT, target TEXT, sheetId TEXT, "
    "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
    "cellsWrong INTEGER)"_s,
    u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s,
    u"PRAGMA user_version = 2"_s,
};
const QStringList version3{
    u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
    "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
    "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsCompared INTEGER, "
    "cellsWrong INTEGER, service TEXT, subject TEXT, httpStatus INTEGER, requestId TEXT, target TEXT, "
    "sheetId TEXT, profileName TEXT, account TEXT, clientId TEXT, program TEXT, version TEXT, "
    "isCheck INTEGER, dataSetId TEXT, workiva TEXT, spreadsheetId TEXT, sheetKey TEXT, region TEXT, "
    "finding TEXT, findings TEXT, cellsPlanned INTEGER, cellsChanged INTEGER, cellsAdded INTEGER, "
    "cellsCleared INTEGER, requests INTEGER, retries INTEGER, waited INTEGER, caughtUp INTEGER)"_s,
    u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s,
    u"CREATE INDEX runsOfSheet ON runs (sheetKey)"_s,
    u"CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES "
    "runs (id), range TEXT, sent INTEGER NOT NULL, operationId TEXT, accepted INTEGER, "
    "ended INTEGER, how TEXT)"_s,
    u"CREATE INDEX changesOfRun ON changes (run)"_s,
    u"PRAGMA user_version = 3"_s,
};
const QStringList version4{
    u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
    "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
    "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsCompared INTEGER, "
    "cellsWrong INTEGER, service TEXT, subject TEXT, httpStatus INTEGER, requestId TEXT, target TEXT, "
    "sheetId TEXT, profileName TEXT, account TEXT, clientId TEXT, program TEXT, version TEXT, "
    "isCheck INTEGER, dataSetId TEXT, workiva TEXT, spreadsheetId TEXT, sheetKey TEXT, region TEXT, "
    "finding TEXT, findings TEXT, cellsPlanned INTEGER, cellsChanged INTEGER, cellsAdded INTEGER, "
    "cellsCleared INTEGER, requests INTEGER, retries INTEGER, waited INTEGER, caughtUp INTEGER, cellsUnchanged INTEGER, steps TEXT)"_s,
    u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s,
    u"CREATE INDEX runsOfSheet ON runs (sheetKey)"_s,
    u"CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES "
    "runs (id), range TEXT, sent INTEGER NOT NULL, operationId TEXT, accepted INTEGER, "
    "ended INTEGER, how TEXT)"_s,
    u"CREATE INDEX changesOfRun ON changes (run)"_s,
    u"PRAGMA user_version = 4"_s,
};
const QStringList version5{
    u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
    "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
    "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsCompared INTEGER, "
    "cellsWrong INTEGER, service TEXT, subject TEXT, httpStatus INTEGER, requestId TEXT, target TEXT, "
    "sheetId TEXT, profileName TEXT, account TEXT, clientId TEXT, program TEXT, version TEXT, "
    "isCheck INTEGER, dataSetId TEXT, workiva TEXT, spreadsheetId TEXT, sheetKey TEXT, region TEXT, "
    "finding TEXT, findings TEXT, cellsPlanned INTEGER, cellsChanged INTEGER, cellsAdded INTEGER, "
    "cellsCleared INTEGER, requests INTEGER, retries INTEGER, waited INTEGER, caughtUp INTEGER, cellsUnchanged "
    "INTEGER, "
    "steps TEXT, options TEXT)"_s,
    u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s,
    u"CREATE INDEX runsOfSheet ON runs (sheetKey)"_s,
    u"CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES "
    "runs (id), range TEXT, sent INTEGER NOT NULL, operationId TEXT, accepted INTEGER, "
    "ended INTEGER, how TEXT)"_s,
    u"CREATE INDEX changesOfRun ON changes (run)"_s,
    u"PRAGMA user_version = 5"_s,
};
// What the sixth and seventh versions added to the fifth.
const QStringList version7 = version5
    + QStringList{
        u"ALTER TABLE runs ADD COLUMN dataColumns TEXT"_s,
        u"ALTER TABLE runs ADD COLUMN dataLoaded TEXT"_s,
        u"CREATE TABLE leftCells (sheetKey TEXT NOT NULL, region TEXT NOT NULL, ended INTEGER NOT NULL, "
        "fingerprint BLOB NOT NULL, PRIMARY KEY (sheetKey, region))"_s,
        u"PRAGMA user_version = 7"_s,
    };
const QStringList version8 = version7
    + QStringList{
        u"ALTER TABLE leftCells ADD COLUMN cells BLOB"_s,
        u"PRAGMA user_version = 8"_s,
    };

} // namespace

class TestSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<HistoryFile>(); }

    void firstVersionIsUpgraded()
    {
        make(version1);
        ask(m_file->path,
            u"INSERT INTO runs (profileId, started, ended, state, error, detail, cellsWritten, "
            "cellsVerified) VALUES ('p1', 1, 2, 'failed', 'rateLimited', 'its words', 7, 9)"_s);
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(last && last->error);
        QCOMPARE(last->cellsWritten, 7);
        QCOMPARE(last->cellsCompared, 9);
        QCOMPARE(last->error->kind, Core::ErrorKind::RateLimited);
        QCOMPARE(last->error->detail, u"its words"_s);
        QCOMPARE(last->entry.target, QString());
        QVERIFY(!last->isInterrupted());
        QCOMPARE(differenceToANewOne(), QString());
    }

    void secondVersionIsUpgraded()
    {
        make(version2);
        ask(m_file->path,
            u"INSERT INTO runs (profileId, started, ended, state, error, service, subject, httpStatus, "
            "requestId, target, sheetId, cellsVerified) VALUES ('p1', 1, 2, 'failed', 'rateLimited', "
            "'domo', 'its subject', 429, 'r', 'Filing / Balance / B3:', 'c3d4', 9)"_s);
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(last && last->error);
        QCOMPARE(last->entry.target, u"Filing / Balance / B3:"_s);
        QCOMPARE(last->entry.sheet.sheetId, u"c3d4"_s);
        QCOMPARE(last->cellsCompared, 9);
        QCOMPARE(last->error->service, Core::Service::Domo);
        QCOMPARE(last->error->httpStatus, 429);
        QCOMPARE(last->program, QString());
        QVERIFY(last->findings.isEmpty());
        QCOMPARE(differenceToANewOne(), QString());
    }

    void thirdVersionIsUpgraded()
    {
        make(version3);
        ask(m_file->path,
            u"INSERT INTO runs (profileId, started, ended, state, profileName, cellsPlanned, cellsChanged, "
            "cellsAdded, cellsCleared, findings, requests) VALUES ('p1', 1, 2, 'verified', 'Balance', 6, 1, 2, 3, "
            "'[{\"kind\":\"rowsFiltered\",\"count\":1}]', 11)"_s);
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Verified, profileId).value();
        QVERIFY(last);
        QCOMPARE(last->entry.profileName, u"Balance"_s);
        QCOMPARE(last->cellsPlanned, 6);
        QCOMPARE(last->cellsCleared, 3);
        QCOMPARE(last->findings.size(), 1);
        QCOMPARE(last->requests, 11);
        QVERIFY(!last->cellsUnchanged);
        QVERIFY(last->steps.isEmpty());
        QCOMPARE(differenceToANewOne(), QString());
    }

    void fourthVersionIsUpgraded()
    {
        make(version4);
        ask(m_file->path,
            u"INSERT INTO runs (profileId, started, ended, state, sheetId, region, cellsUnchanged) VALUES "
            "('p1', 1, 2, 'verified', 'c3d4', 'B3:', 5)"_s);
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Verified, profileId).value();
        QVERIFY(last);
        QCOMPARE(last->entry.region, u"B3:"_s);
        QCOMPARE(last->cellsUnchanged, 5);
        QCOMPARE(last->entry.options, QString());
        QCOMPARE(differenceToANewOne(), QString());
    }

    // Its runs are still what later ones compare their rows with.
    void fifthVersionIsUpgraded()
    {
        make(version5);
        ask(m_file->path,
            u"INSERT INTO runs (profileId, started, ended, state, sheetKey, region, dataSetId, sourceRows, options) "
            "VALUES ('p1', 1, 2, 'verified', '%1', 'B3:', '7d9f', 42, 'replace')"_s.arg(
                QString::fromLatin1(Writeback::keyOf(sheetAt()))));
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Verified, profileId).value();
        QVERIFY(last);
        QCOMPARE(last->entry.options, u"replace"_s);
        QVERIFY(last->data.columns.isEmpty());
        const auto journal = open(m_file->place());
        QVERIFY(journal);
        const auto verified = journal->lastVerified(entry());
        QVERIFY(verified && *verified);
        QCOMPARE((*verified)->sourceRows, 42);
        QVERIFY((*verified)->data.columns.isEmpty());
        QCOMPARE(differenceToANewOne(), QString());
    }

    // Its runs left no values, and what they left is still there.
    void seventhVersionIsUpgraded()
    {
        make(version7);
        ask(m_file->path,
            u"INSERT INTO leftCells (sheetKey, region, ended, fingerprint) VALUES ('%1', 'B3:', 2, x'0102')"_s.arg(
                QString::fromLatin1(Writeback::keyOf(sheetAt()))));
        const auto journal = open(m_file->place());
        QVERIFY(journal);
        const auto left = journal->leftIn(sheetAt(), u"B3:"_s);
        QVERIFY(left && *left);
        QCOMPARE((*left)->fingerprint, "\1\2"_ba);
        const auto values = journal->leftValues(sheetAt(), u"B3:"_s, (*left)->ended);
        QVERIFY(values);
        QVERIFY(values->isEmpty());
        QCOMPARE(differenceToANewOne(), QString());
    }

    // No schedule started its runs.
    void eighthVersionIsUpgraded()
    {
        make(version8);
        ask(m_file->path, u"INSERT INTO runs (profileId, started, ended, state) VALUES ('p1', 1, 2, 'verified')"_s);
        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        const auto last = (*history)->last(RunHistory::Last::Run, profileId).value();
        QVERIFY(last);
        QVERIFY(!last->entry.occasion.due.isValid());
        QCOMPARE(last->entry.occasion.attempt, 0);
        QCOMPARE(differenceToANewOne(), QString());
    }

    void idsAreNotGivenAgain()
    {
        make(version2);
        ask(m_file->path, u"INSERT INTO runs (profileId) VALUES ('p')"_s);
        ask(m_file->path, u"DELETE FROM runs"_s);
        QVERIFY(recordRun(m_file->place(), entry()));
        QCOMPARE(ask(m_file->path, u"SELECT id FROM runs"_s).toInt(), 2);
    }

    void upgradingTwiceChangesNothing()
    {
        Database database(m_file->place());
        QVERIFY(database.open());
        QVERIFY(upgrade(database));
        QVERIFY(upgrade(database));
    }

private:
    void make(const QStringList &statements) const
    {
        for (const QString &statement : statements)
            ask(m_file->path, statement);
    }

    // Columns that differ from those of a new history, in any order, or settings that do; empty if there are none.
    [[nodiscard]] QString differenceToANewOne() const
    {
        const QString columns =
            u"SELECT group_concat(name || type) FROM (SELECT name, type FROM pragma_table_info('%1') "
            "ORDER BY name)"_s;
        const QString fresh = m_file->folder.filePath(u"fresh.sqlite"_s);
        if (!RunHistory::open(Place::file(fresh), {}))
            return u"no new one can be made"_s;
        for (const char *table : {"runs", "changes", "leftCells", "scheduleLog"}) {
            const QString statement = columns.arg(QLatin1String(table));
            const QString found = ask(m_file->path, statement).toString();
            const QString wanted = ask(fresh, statement).toString();
            if (wanted.isEmpty() || found != wanted)
                return u"%1: %2 instead of %3"_s.arg(QLatin1String(table), found, wanted);
        }
        if (ask(m_file->path, u"PRAGMA user_version"_s).toInt() != schemaVersion)
            return u"its version"_s;
        return recordRun(m_file->place(), entry(1)) ? QString() : u"it takes no run"_s;
    }

    std::unique_ptr<HistoryFile> m_file;
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
