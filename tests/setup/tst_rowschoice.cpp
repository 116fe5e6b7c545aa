#include "setup/rowschoice.h"
#include "setup/sandboxlogin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Catalogue;
using Setup::RowsChoice;
using Sheet::RowQuery;
using Support::loginsOf;
using Support::SandboxProcess;
using Stage = RowsChoice::Stage;

class TestRowsChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init()
    {
        m_catalogue = std::make_unique<Catalogue>(loginsOf(m_sandbox));
        const QJsonObject known = m_sandbox.dataSet(u"Trial Balance"_s);
        m_dataSet = {.id = known["id"_L1].toString(), .rows = 7, .columns = 3, .schema = {{u"a"_s}}};
    }

    void withoutAQueryItIsTheDataSet()
    {
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        QCOMPARE(rows.stage(), Stage::All);
        QVERIFY(!rows.source());
        rows.set(&m_dataSet, {}, u"2026-05"_s);
        QCOMPARE(rows.stage(), Stage::All);
        QCOMPARE(rows.source(), m_dataSet);
        QCOMPARE(m_sandbox.requests(u"queryDataSet"_s), 0);
    }

    void queryTellsItsColumnsAndRows()
    {
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        rows.set(&m_dataSet, {.sql = u"SELECT `Entity`, COUNT(*) AS `Lines` FROM table GROUP BY `Entity`"_s}, {});
        QCOMPARE(rows.stage(), Stage::Asking);
        QVERIFY(!rows.source()); // nothing is known of it yet
        QTRY_COMPARE(rows.stage(), Stage::Known);
        const auto source = rows.source();
        QCOMPARE(source->columns, 2);
        QCOMPARE(source->schema[1].name, u"Lines"_s);
        QVERIFY(*source->rows > 1 && *source->rows < m_sandbox.dataSet(u"Trial Balance"_s)["rows"_L1].toInt());
    }

    void periodIsAParameter()
    {
        const RowQuery query{.sql = u"SELECT * FROM table WHERE `Period` = '{{period}}'"_s};
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        rows.set(&m_dataSet, query, {});
        QCOMPARE(rows.stage(), Stage::Faulty); // it has no value
        QVERIFY(rows.error()->cause.as<Sheet::RowQueryFault>());
        rows.set(&m_dataSet, query, u"1999-01"_s);
        QTRY_COMPARE(rows.stage(), Stage::Known);
        QCOMPARE(rows.source()->rows, 0);
    }

    // Every letter that a person types would otherwise be a query.
    void onlyTheLastOfSeveralChangesIsSent()
    {
        const int before = m_sandbox.requests(u"queryDataSet"_s);
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        for (const QString &period : {u"2026"_s, u"2026-05"_s, u"2026-06"_s})
            rows.set(&m_dataSet, {.sql = u"SELECT * FROM table WHERE `Period` = '{{period}}'"_s}, period);
        QTRY_COMPARE(rows.stage(), Stage::Known);
        QCOMPARE(m_sandbox.requests(u"queryDataSet"_s), before + 1);
    }

    void sameQueryIsNotSentAgain()
    {
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        const RowQuery query{.sql = u"SELECT * FROM table"_s};
        rows.set(&m_dataSet, query, {});
        QTRY_COMPARE(rows.stage(), Stage::Known);
        QSignalSpy changed(&rows, &RowsChoice::changed);
        rows.set(&m_dataSet, query, {});
        QCOMPARE(rows.stage(), Stage::Known);
        QCOMPARE(changed.count(), 0);
    }

    void rejectedQueryCanBeTriedAgain()
    {
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        rows.set(&m_dataSet, {.sql = u"SELECT `Unheard of` FROM table"_s}, {});
        QTRY_COMPARE(rows.stage(), Stage::Failed);
        QCOMPARE(rows.error()->kind, Core::ErrorKind::Rejected);
        rows.again();
        QCOMPARE(rows.stage(), Stage::Asking);
        QTRY_COMPARE(rows.stage(), Stage::Failed);
    }

    void stoppedQueryCanBeTriedAgain()
    {
        RowsChoice rows;
        rows.setCatalogue(m_catalogue.get());
        rows.set(&m_dataSet, {.sql = u"SELECT * FROM table"_s}, {});
        rows.stop();
        QCOMPARE(rows.stage(), Stage::Stopped);
        QVERIFY(!rows.source());
        rows.again();
        QTRY_COMPARE(rows.stage(), Stage::Known);
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Catalogue> m_catalogue;
    Setup::DataSet m_dataSet;
};

QTEST_GUILESS_MAIN(TestRowsChoice)
#include "tst_rowschoice.moc"
