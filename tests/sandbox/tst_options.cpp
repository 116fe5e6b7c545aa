#include "sandbox/options.h"

#include "sandbox/operationnames.h"

#include <QTest>

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
        QCOMPARE(options.scope, QStringLiteral("file:read file:write"));
        QVERIFY(options.faults.isEmpty());
        QCOMPARE(options.quirks, Quirks());
        QVERIFY(!options.help);
    }

    void everyOptionIsRead()
    {
        const QString line = QStringLiteral(
            "--datasets d --state s --domo-port 1234 --workiva-port 5678 --latency 5 --operation-time "
            "70 --rate-limit 9 "
            "--token-life 3 --domo-scope y --scope x --relative-links --fault drop@getSheets --fault 503@getDataSet#2 "
            "--locked-cells A/B!C1 --linked-cells D/E!F2 --drip-interval 12 "
            "--range-link a!A1:B2=b!C3 --range-link c!A:A --input-cells d!A1 "
            "--quirk grow=no --quirk csv-null=backslash-n");
        const Options options = Options::parse(line.split(u' ')).value();
        QCOMPARE(options.datasets, QStringLiteral("d"));
        QCOMPARE(options.state, QStringLiteral("s"));
        QCOMPARE(options.domoPort, quint16(1234));
        QCOMPARE(options.workivaPort, quint16(5678));
        QCOMPARE(options.latency, 5ms);
        QCOMPARE(options.operationTime, 70ms);
        QCOMPARE(options.rateLimit, 9);
        QCOMPARE(options.tokenLife, std::optional(3s));
        QCOMPARE(options.domoScope, QStringLiteral("y"));
        QCOMPARE(options.scope, QStringLiteral("x"));
        QVERIFY(options.relativeLinks);
        QCOMPARE(options.lockedCells, QStringList{QStringLiteral("A/B!C1")});
        QCOMPARE(options.linkedCells, QStringList{QStringLiteral("D/E!F2")});
        QCOMPARE(options.dripInterval, 12ms);
        QCOMPARE(options.rangeLinks, QStringList({QStringLiteral("a!A1:B2=b!C3"), QStringLiteral("c!A:A")}));
        QCOMPARE(options.inputCells, QStringList{QStringLiteral("d!A1")});
        QCOMPARE(options.faults.size(), 2);
        QCOMPARE(options.faults[1].call, 2);
        QVERIFY(!options.quirks.grow);
        QVERIFY(options.quirks.csvNullIsBackslashN);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"--nope", "--latency x", "--latency -1", "--rate-limit 0", "--domo-port 70000",
                                 "--fault drop@x", "--quirk grow=maybe", "stray", "--state"})
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
        QVERIFY(Options::parse({QStringLiteral("--help")})->help);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
