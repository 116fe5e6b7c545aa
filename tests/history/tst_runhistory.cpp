#include "history/runhistory.h"
#include "support/fulldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <QtTest>

using namespace History;

namespace {

const QString profile = QStringLiteral("p1");

// A record with every field set, `minutes` after a fixed time.
RunRecord record(int minutes = 0, const QString &profileId = profile)
{
    const QDateTime start = QDateTime(QDate(2026, 1, 31), QTime(23, 59, 59, 999), Qt::UTC).addSecs(60 * minutes);
    return {.id = 0,
            .profileId = profileId,
            .started = start,
            .ended = start.addMSecs(1234),
            .state = QStringLiteral("mismatch"),
            .error = Core::Error{.kind = Core::ErrorKind::RateLimited,
                                 .service = Core::Service::Domo,
                                 .subject = QStringLiteral("7d9f"),
                                 .detail = QStringLiteral("toe 'ä'; DROP TABLE runs; 😀"),
                                 .httpStatus = 429,
                                 .requestId = QStringLiteral("A1B2")},
            .range = QStringLiteral("A1:XFD9"),
            .target = QStringLiteral("Filing / Balance / B3:"),
            .sheetId = QStringLiteral("c3d4"),
            .sourceRows = 5'000'000'000,
            .sourceColumns = 20,
            .cellsWritten = 2'000'000,
            .cellsVerified = 1'999'999,
            .cellsWrong = 1};
}

RunRecord with(RunRecord changed, qint64 id)
{
    changed.id = id;
    return changed;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes, qint64 at = 0)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

// What another program sees in the file: the first value that a statement answers.
QVariant ask(const QString &path, const QString &statement)
{
    const QString name = QStringLiteral("asker");
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(statement) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

} // namespace

class TestRunHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsAddedIsRead();
    void emptyFieldsComeBackEmpty();
    void newestIsFirst();
    void atMostAsManyAsAsked();
    void lastRunOfAProfile();
    void lastRunsOfAllProfiles();
    void removingAProfileRemovesItsRunsOnly();
    void idsAreNotGivenAgain();
    void twoConnectionsAtOnce();
    void twoThreadsAddAtOnce();
    void fileIsInWalMode();
    void connectionsAreRemoved();
    void memoryHoldsRunsForTheSession();

    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void fileSetAsideEarlierIsKept();
    void strangeDatabaseIsRefused();
    void firstVersionIsBroughtUp();
    void laterVersionIsRefused();
    void pathTakenByAFolderIsADiskError();
    void folderTakenByAFileIsADiskError();
    void fullDiskIsADiskError();

private:
    [[nodiscard]] std::unique_ptr<RunHistory> open() const
    {
        auto opened = RunHistory::open(m_path);
        return opened ? std::move(*opened) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
};

void TestRunHistory::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_path = m_place->filePath(QStringLiteral("deep/history.sqlite"));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // such as "connection is still in use"
}

void TestRunHistory::cleanup()
{
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void TestRunHistory::whatIsAddedIsRead()
{
    qint64 id = 0;
    {
        const auto history = open();
        QVERIFY(history);
        const auto added = history->add(record());
        QVERIFY(added);
        id = *added;
        QVERIFY(id > 0);
        QCOMPARE(history->runs(profile).value(), QList<RunRecord>{with(record(), id)});
    }
    const auto reopened = open();
    QVERIFY(reopened);
    QCOMPARE(reopened->runs(profile).value(), QList<RunRecord>{with(record(), id)});
    QCOMPARE(reopened->runs(profile)->first().started.timeSpec(), Qt::UTC);
}

void TestRunHistory::emptyFieldsComeBackEmpty()
{
    const auto history = open();
    QVERIFY(history);
    RunRecord empty;
    empty.profileId = QStringLiteral("");
    const auto id = history->add(empty);
    QVERIFY(id);
    QCOMPARE(history->runs(QStringLiteral("")).value(), QList<RunRecord>{with(empty, *id)});
}

void TestRunHistory::newestIsFirst()
{
    const auto history = open();
    QVERIFY(history);
    const qint64 second = history->add(record(2)).value();
    const qint64 first = history->add(record(1)).value();
    const qint64 third = history->add(record(3)).value();
    const qint64 sameTime = history->add(record(3)).value();
    QList<qint64> ids;
    const QList<RunRecord> runs = history->runs(profile).value();
    for (const RunRecord &run : runs)
        ids.append(run.id);
    QCOMPARE(ids, (QList<qint64>{sameTime, third, second, first}));
}

void TestRunHistory::atMostAsManyAsAsked()
{
    const auto history = open();
    QVERIFY(history);
    for (int i = 0; i < 5; ++i)
        QVERIFY(history->add(record(i)));
    QCOMPARE(history->runs(profile, 3)->size(), 3);
    QCOMPARE(history->runs(profile, 3)->first().started, record(4).started);
    QCOMPARE(history->runs(profile, 0)->size(), 0);
}

void TestRunHistory::lastRunOfAProfile()
{
    const auto history = open();
    QVERIFY(history);
    QVERIFY(!history->lastRun(profile)->has_value());
    const qint64 id = history->add(record(2)).value();
    QVERIFY(history->add(record(1)));
    QVERIFY(history->add(record(9, QStringLiteral("p2"))));
    QCOMPARE(history->lastRun(profile).value(), std::optional(with(record(2), id)));
}

void TestRunHistory::lastRunsOfAllProfiles()
{
    const auto history = open();
    QVERIFY(history);
    QVERIFY(history->lastRuns()->isEmpty());
    const qint64 id = history->add(record(2)).value();
    QVERIFY(history->add(record(1)));
    const qint64 other = history->add(record(9, QStringLiteral("p2"))).value();
    const auto last = history->lastRuns().value();
    QCOMPARE(last.size(), 2);
    QCOMPARE(last.value(profile), with(record(2), id));
    QCOMPARE(last.value(QStringLiteral("p2")), with(record(9, QStringLiteral("p2")), other));
}

void TestRunHistory::memoryHoldsRunsForTheSession()
{
    const auto history = RunHistory::inMemory().value();
    const qint64 id = history->add(record()).value();
    QCOMPARE(history->lastRun(profile).value(), std::optional(with(record(), id)));
    const auto another = RunHistory::inMemory().value();
    QVERIFY(!another->lastRun(profile)->has_value());
}

void TestRunHistory::removingAProfileRemovesItsRunsOnly()
{
    const auto history = open();
    QVERIFY(history);
    QVERIFY(history->add(record()));
    QVERIFY(history->add(record(0, QStringLiteral("p2"))));
    QVERIFY(history->removeProfile(profile));
    QCOMPARE(history->runs(profile)->size(), 0);
    QCOMPARE(history->runs(QStringLiteral("p2"))->size(), 1);
    QVERIFY(history->removeProfile(profile));
}

void TestRunHistory::idsAreNotGivenAgain()
{
    const auto history = open();
    QVERIFY(history);
    const qint64 id = history->add(record()).value();
    QVERIFY(history->removeProfile(profile));
    QVERIFY(history->add(record()).value() > id);
}

void TestRunHistory::twoConnectionsAtOnce()
{
    const auto one = open();
    const auto two = open();
    QVERIFY(one && two);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(one->add(record(i)));
        QVERIFY(two->add(record(i)));
    }
    QCOMPARE(one->runs(profile)->size(), 10);
    QCOMPARE(one->runs(profile).value(), two->runs(profile).value());
}

void TestRunHistory::twoThreadsAddAtOnce()
{
    constexpr int each = 10;
    const auto work = [this] {
        const auto history = open();
        for (int i = 0; history && i < each; ++i) {
            if (!history->add(record(i)))
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
    const auto history = open();
    QVERIFY(history);
    QCOMPARE(history->runs(profile, 1000)->size(), 2 * each);
}

void TestRunHistory::fileIsInWalMode()
{
    QVERIFY(open());
    QCOMPARE(ask(m_path, QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
    QCOMPARE(ask(m_path, QStringLiteral("PRAGMA user_version")).toInt(), 2);
}

void TestRunHistory::connectionsAreRemoved()
{
    QVERIFY(open());
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-wal"))); // the last one to close cleans up
}

void TestRunHistory::damagedFileIsSetAside_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no database") << qint64(0) << QByteArray(20000, 'x');
    QTest::newRow("first page") << qint64(100) << QByteArray(3000, '\xff');
    QTest::newRow("page of a table") << qint64(4096) << QByteArray(8192, '\xff');
}

void TestRunHistory::damagedFileIsSetAside()
{
    QFETCH(qint64, at);
    QFETCH(QByteArray, bytes);
    {
        const auto history = open();
        QVERIFY(history);
        for (int i = 0; i < 20; ++i)
            QVERIFY(history->add(record(i)));
    }
    QVERIFY(put(m_path, bytes, at));
    const QByteArray damaged = bytesOf(m_path);

    const auto history = open();
    QVERIFY(history);
    QCOMPARE(history->runs(profile)->size(), 0);
    QVERIFY(history->add(record()));
    QCOMPARE(bytesOf(m_path + QStringLiteral(".broken")).size(), damaged.size());
}

void TestRunHistory::fileSetAsideEarlierIsKept()
{
    QVERIFY(open());
    QFile::remove(m_path);
    QVERIFY(put(m_path, QByteArray(5000, '1')));
    QVERIFY(open());
    QFile::remove(m_path);
    QVERIFY(put(m_path, QByteArray(5000, '2')));
    QVERIFY(open());
    QCOMPARE(bytesOf(m_path + QStringLiteral(".broken")), QByteArray(5000, '1'));
    QCOMPARE(bytesOf(m_path + QStringLiteral(".broken2")), QByteArray(5000, '2'));
}

void TestRunHistory::strangeDatabaseIsRefused()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    ask(m_path, QStringLiteral("CREATE TABLE runs (theirs TEXT)"));
    const QByteArray before = bytesOf(m_path);
    QVERIFY(!before.isEmpty());
    const auto opened = RunHistory::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".broken")));
    QCOMPARE(ask(m_path, QStringLiteral("SELECT COUNT(theirs) FROM runs")), QVariant(0));
}

void TestRunHistory::firstVersionIsBroughtUp()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    ask(m_path,
        QStringLiteral("CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
                       "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
                       "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
                       "cellsWrong INTEGER)"));
    ask(m_path,
        QStringLiteral("INSERT INTO runs (profileId, started, state, error, detail, cellsWritten) "
                       "VALUES ('p', 1, 'failed', 'rateLimited', 'its words', 7)"));
    ask(m_path, QStringLiteral("PRAGMA user_version = 1"));
    const auto history = open();
    QVERIFY(history);
    const auto last = history->lastRun(QStringLiteral("p"));
    QVERIFY(last && *last);
    QCOMPARE((*last)->cellsWritten, 7);
    QVERIFY((*last)->error);
    QCOMPARE((*last)->error->kind, Core::ErrorKind::RateLimited);
    QCOMPARE((*last)->error->detail, QStringLiteral("its words"));
    QVERIFY(history->add(record(1)));
    QVERIFY(open());
}

void TestRunHistory::laterVersionIsRefused()
{
    QVERIFY(open());
    ask(m_path, QStringLiteral("PRAGMA user_version = 3"));
    const QByteArray before = bytesOf(m_path);
    const auto opened = RunHistory::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
    QCOMPARE(opened.error().subject, m_path);
    QCOMPARE(bytesOf(m_path), before);
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".broken")));
}

void TestRunHistory::pathTakenByAFolderIsADiskError()
{
    QVERIFY(QDir().mkpath(m_path));
    const auto opened = RunHistory::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
}

void TestRunHistory::folderTakenByAFileIsADiskError()
{
    QVERIFY(put(m_place->filePath(QStringLiteral("deep")), QByteArrayLiteral("a file")));
    const auto opened = RunHistory::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
    QCOMPARE(opened.error().subject, m_path);
}

void TestRunHistory::fullDiskIsADiskError()
{
#ifdef Q_OS_UNIX
    const auto history = open();
    QVERIFY(history);
    const qint64 id = history->add(record()).value();
    Core::Result<qint64> added;
    {
        const Support::FullDisk full;
        added = history->add(record(1));
    }
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Core::ErrorKind::Disk);
    QCOMPARE(added.error().subject, m_path);
    QCOMPARE(history->runs(profile).value(), QList<RunRecord>{with(record(), id)});
    QVERIFY(history->add(record(2))); // when there is room again

    const QString other = m_place->filePath(QStringLiteral("other.sqlite"));
    const Support::FullDisk full;
    const auto opened = RunHistory::open(other);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
#else
    QSKIP("needs a limit of the size of files");
#endif
}

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
