#include "history/database.h"
#include "history/journals.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace History;
using namespace std::chrono_literals;

class TestDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<Support::HistoryFile>(); }

    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void statementsAnswer()
    {
        Database database(m_file->place());
        QVERIFY(database.open());
        QVERIFY(database.run(u"CREATE TABLE t (n INTEGER)"_s));
        QSqlQuery insert = database.prepared(u"INSERT INTO t VALUES (?)"_s, {7});
        QVERIFY(database.run(insert));
        QCOMPARE(database.value(u"SELECT n FROM t"_s), u"7"_s);
        QCOMPARE(database.isSound(), std::optional(true));
    }

    void errorNamesTheFile()
    {
        Database database(m_file->place());
        QVERIFY(database.open());
        QVERIFY(!database.run(u"no statement"_s));
        const Core::Error error = database.failure().value();
        QCOMPARE(error.kind, Core::ErrorKind::Disk);
        QCOMPARE(error.subject, m_file->path);
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(!database.isDamage());
    }

    void damageIsTold()
    {
        QVERIFY(Support::put(m_file->path, QByteArray(20000, 'x')));
        Database database(m_file->place());
        QVERIFY(!database.open() || database.isSound() == false);
    }

    void memoryIsOfThoseWhoNameIt()
    {
        const Place place = Place::memory();
        Database one(place);
        Database two(place);
        Database other(Place::memory());
        QVERIFY(one.open() && two.open() && other.open());
        QVERIFY(one.run(u"CREATE TABLE t (n INTEGER)"_s));
        QVERIFY(two.run(u"INSERT INTO t VALUES (1)"_s));
        QCOMPARE(one.value(u"SELECT n FROM t"_s), u"1"_s);
        QVERIFY(!other.value(u"SELECT n FROM t"_s));
    }

    void waitForOtherWritersEndsAtTheTimeout()
    {
        for (const Place &place : {m_file->place(), Place::memory()}) {
            Database one(place);
            Database two(place);
            QVERIFY(one.open() && two.open());
            QVERIFY(one.run(u"CREATE TABLE t (n INTEGER)"_s));
            QVERIFY(one.run(u"BEGIN IMMEDIATE"_s));
            QElapsedTimer timer;
            two.setBusyTimeout(200ms);
            timer.start();
            QVERIFY(!two.run(u"INSERT INTO t VALUES (1)"_s));
            QVERIFY2(timer.elapsed() >= 150, QByteArray::number(timer.elapsed()).constData());
            QVERIFY(one.run(u"COMMIT"_s));
            QVERIFY(two.run(u"INSERT INTO t VALUES (1)"_s));
        }
    }

private:
    std::unique_ptr<Support::HistoryFile> m_file;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
