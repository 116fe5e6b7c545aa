#include "sandbox/standin.h"

#include "sandbox/client.h"
#include "sandbox/sheet/statefile.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace Support;

namespace {

quint16 portOf(const QJsonObject &ready, const char *side)
{
    return quint16(QUrl(ready[QLatin1String(side)]["url"_L1].toString()).port());
}

} // namespace

class TestStandIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyTellsWhatAProgramNeeds()
    {
        StandIn standIn({});
        const auto ready = standIn.start();
        QVERIFY(ready);
        for (const char *side : {"domo", "workiva"}) {
            QVERIFY(portOf(*ready, side) > 0);
            QVERIFY(!(*ready)[QLatin1String(side)]["clientId"_L1].toString().isEmpty());
            QVERIFY(!(*ready)[QLatin1String(side)]["clientSecret"_L1].toString().isEmpty());
            QCOMPARE(ask(portOf(*ready, side), "GET", "/").status, 200);
        }
        QVERIFY(portOf(*ready, "domo") != portOf(*ready, "workiva"));
        QCOMPARE((*ready)["datasets"_L1].toArray().size(), 4);
        const QJsonValue last = (*ready)["spreadsheets"_L1].toArray().last();
        QCOMPARE(last["name"_L1].toString(), u"Scratch"_s);
        QCOMPARE(last["sheets"_L1][0]["path"_L1].toString(), u"Sheet1"_s);
    }

    void foldersDataSetsComeFirst()
    {
        const QTemporaryDir folder;
        for (const char *name : {"Own.csv", "Headcount.csv"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("a\n1\n");
        }
        Options options;
        options.datasets = folder.path();
        StandIn standIn(options);
        const auto ready = standIn.start();
        const QJsonArray dataSets = (*ready)["datasets"_L1].toArray();
        QCOMPARE(dataSets.size(), 5);
        QCOMPARE(dataSets[0]["name"_L1].toString(), u"Headcount"_s);
        QCOMPARE(dataSets[0]["rows"_L1].toInt(), 1);
        QCOMPARE(dataSets[1]["name"_L1].toString(), u"Own"_s);
    }

    void stateIsKeptFromRunToRun()
    {
        const QTemporaryDir folder;
        Options options;
        options.state = folder.filePath(u"state.json"_s);
        QJsonArray before;
        {
            StandIn standIn(options);
            before = (*standIn.start())["spreadsheets"_L1].toArray();
            QVERIFY(standIn.stop());
        }
        QVERIFY(QFile::exists(options.state));
        StandIn standIn(options);
        QCOMPARE((*standIn.start())["spreadsheets"_L1].toArray(), before);
    }

    void cellsAreMarkedAtTheStart()
    {
        Options options;
        options.lockedCells = {u"Quarterly Filing/Statements/Balance Sheet!B3:C4"_s};
        options.linkedCells = {u"Scratch/Sheet1!A1"_s};
        const QTemporaryDir folder;
        options.state = folder.filePath(u"state.json"_s);
        {
            StandIn standIn(options);
            QVERIFY(standIn.start());
            QVERIFY(standIn.stop());
        }
        const auto kept = loadState(options.state);
        QCOMPARE(kept->back()->sheets.front()->linkedCells, (std::vector<Sheet::Rectangle>{{0, 0, 1, 1}}));
        for (const auto &sheet : kept->front()->sheets)
            QCOMPARE(sheet->lockedCells.size(), size_t(sheet->name == "Balance Sheet"_L1 ? 1 : 0));
    }

    void wrongPlaceIsAnError_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"", "Scratch/Sheet1", "Scratch/Nothing!A1", "Sheet1!A1"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void wrongPlaceIsAnError()
    {
        QFETCH(QString, place);
        Options locked;
        locked.lockedCells = {place};
        QCOMPARE(StandIn(locked).start().error().kind, Core::ErrorKind::InvalidInput);
        Options linked;
        linked.linkedCells = {place};
        QCOMPARE(StandIn(linked).start().error().kind, Core::ErrorKind::InvalidInput);
    }

    void whatCannotBeReadIsAnError()
    {
        Options options;
        options.datasets = u"/nowhere/at/all"_s;
        QCOMPARE(StandIn(options).start().error().kind, Core::ErrorKind::Disk);
    }

    void takenPortIsAnError_data()
    {
        QTest::addColumn<QByteArray>("side");
        QTest::newRow("Domo") << QByteArray("domo");
        QTest::newRow("Workiva") << QByteArray("workiva");
    }
    void takenPortIsAnError()
    {
        QFETCH(QByteArray, side);
        StandIn standIn({});
        const quint16 taken = portOf(*standIn.start(), side.constData());
        Options options;
        (side == "domo" ? options.domoPort : options.workivaPort) = taken;
        QCOMPARE(StandIn(options).start().error().kind, Core::ErrorKind::NoNetwork);
    }
};

QTEST_GUILESS_MAIN(TestStandIn)
#include "tst_standin.moc"
