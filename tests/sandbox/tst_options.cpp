#include "sandbox/options.h"

#include "sandbox/operationnames.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace std::chrono_literals;

class TestOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesTheDefaults()
    {
        const Options options = Options::parse({}).value();
        QCOMPARE(options.domoPort, quint16(0));
        QCOMPARE(options.latency, 0ms);
        QCOMPARE(options.operationTime, 0ms);
        QCOMPARE(options.rateLimit, 0);
        QCOMPARE(options.dripInterval, 5s);
        QVERIFY(!options.tokenLife);
        QCOMPARE(options.scope, u"file:read file:write"_s);
        QVERIFY(options.faults.isEmpty());
        QCOMPARE(options.quirks, Quirks());
        QVERIFY(!options.help);
    }

    void everyOptionIsRead()
    {
        const QString line =
            u"--datasets d --state s --domo-port 1234 --workiva-port 5678 --latency 5 --operation-time "
            "70 --rate-limit 9 "
            "--dataset-age 120 --loads 2 --token-life 3 --domo-scope y --scope x --relative-links --fault "
            "drop@getSheets --fault 503@getDataSet#2 "
            "--locked-cells A/B!C1 --linked-cells D/E!F2 --drip-interval 12 "
            "--range-link a!A1:B2=b!C3 --range-link c!A:A --input-cells d!A1 "
            "--quirk grow=no --quirk csv-null=backslash-n"_s;
        const Options options = Options::parse(line.split(u' ')).value();
        QCOMPARE(options.datasets, u"d"_s);
        QCOMPARE(options.state, u"s"_s);
        QCOMPARE(options.domoPort, quint16(1234));
        QCOMPARE(options.workivaPort, quint16(5678));
        QCOMPARE(options.latency, 5ms);
        QCOMPARE(options.operationTime, 70ms);
        QCOMPARE(options.rateLimit, 9);
        QCOMPARE(options.tokenLife, std::optional(3s));
        QCOMPARE(options.dataSetAge, 120);
        QCOMPARE(options.loads, 2);
        QCOMPARE(options.domoScope, u"y"_s);
        QCOMPARE(options.scope, u"x"_s);
        QVERIFY(options.relativeLinks);
        QCOMPARE(options.lockedCells, QStringList{u"A/B!C1"_s});
        QCOMPARE(options.linkedCells, QStringList{u"D/E!F2"_s});
        QCOMPARE(options.dripInterval, 12ms);
        QCOMPARE(options.rangeLinks, QStringList({u"a!A1:B2=b!C3"_s, u"c!A:A"_s}));
        QCOMPARE(options.inputCells, QStringList{u"d!A1"_s});
        QCOMPARE(options.faults.size(), 2);
        QCOMPARE(options.faults[1].call, 2);
        QVERIFY(!options.quirks.grow);
        QVERIFY(options.quirks.csvNullIsBackslashN);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"--nope", "--latency x", "--latency -1", "--rate-limit 0", "--loads -1",
                                 "--domo-port 70000", "--fault drop@x", "--quirk grow=maybe", "stray", "--state"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, line);
        const auto options = Options::parse(line.split(u' '));
        QVERIFY(!options);
        QCOMPARE(options.error().kind, Core::ErrorKind::InvalidInput);
    }

    void helpNamesEveryChoice()
    {
        const QString help = Options::helpText();
        for (const QString &name : operationNames() + faultNames() + faultLines() + quirkLines())
            QVERIFY2(help.contains(name), qPrintable(name));
        QVERIFY(!help.contains(u'%'));
        QVERIFY(Options::parse({u"--help"_s})->help);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
