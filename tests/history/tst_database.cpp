#include "history/database.h"
#include "history/journals.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace History;
using namespace std::chrono_literals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.sqlite"));
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void statementsAnswer()
    {
        Database database(Place::file(m_path));
        QVERIFY(database.open());
        QVERIFY(database.run(QStringLiteral("CREATE TABLE t (n INTEGER)")));
        QSqlQuery insert = database.prepared(QStringLiteral("INSERT INTO t VALUES (?)"), {7});
        QVERIFY(database.run(insert));
        QCOMPARE(database.ask(QStringLiteral("SELECT n FROM t")), QStringLiteral("7"));
        QCOMPARE(database.isSound(), std::optional(true));
    }

    void whatDoesNotWorkNamesTheFile()
    {
        Database database(Place::file(m_path));
        QVERIFY(database.open());
        QVERIFY(!database.run(QStringLiteral("no statement")));
        const Core::Error error = database.failure().value();
        QCOMPARE(error.kind, Core::ErrorKind::Disk);
        QCOMPARE(error.subject, m_path);
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(!database.isDamage());
    }

    void damageIsTold()
    {
        QVERIFY(Journals::put(m_path, QByteArray(20000, 'x')));
        Database database(Place::file(m_path));
        QVERIFY(!database.open() || database.isSound() == false);
    }

    void memoryIsOfThoseWhoNameIt()
    {
        const Place place = Place::memory();
        Database one(place);
        Database two(place);
        Database other(Place::memory());
        QVERIFY(one.open() && two.open() && other.open());
        QVERIFY(one.run(QStringLiteral("CREATE TABLE t (n INTEGER)")));
        QVERIFY(two.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QCOMPARE(one.ask(QStringLiteral("SELECT n FROM t")), QStringLiteral("1"));
        QVERIFY(!other.ask(QStringLiteral("SELECT n FROM t")));
    }

    void othersAreWaitedForAsLongAsThereIsPatience()
    {
        for (const Place &place : {Place::file(m_path), Place::memory()}) {
            Database one(place);
            Database two(place);
            QVERIFY(one.open() && two.open());
            QVERIFY(one.run(QStringLiteral("CREATE TABLE t (n INTEGER)")));
            QVERIFY(one.run(QStringLiteral("BEGIN IMMEDIATE")));
            QElapsedTimer timer;
            two.setPatience(200ms);
            timer.start();
            QVERIFY(!two.run(QStringLiteral("INSERT INTO t VALUES (1)")));
            QVERIFY2(timer.elapsed() >= 150, QByteArray::number(timer.elapsed()));
            QVERIFY(one.run(QStringLiteral("COMMIT")));
            QVERIFY(two.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
