#include "workiva/spreadsheet.h"

#include <QtTest/QtTest>

using Workiva::Spreadsheet;

class TestSpreadsheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersAreRead()
    {
        const auto json = Net::JsonReader::parse(
            R"({"id":"s1","name":"Book","lock":"locked","revision":"17","template":true,"created":{"dateTime":"x"}})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(spreadsheet,
                 (Spreadsheet{QStringLiteral("s1"), QStringLiteral("Book"), QStringLiteral("17"), true, {}, true}));
    }

    void mostMayBeMissing()
    {
        const auto json = Net::JsonReader::parse(R"({"id":"s1","lock":null})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(spreadsheet, (Spreadsheet{QStringLiteral("s1"), {}, {}, false, {}, false}));
    }

    void numbersMayStandForTexts()
    {
        const auto json = Net::JsonReader::parse(R"({"id":1,"name":2026,"revision":17,"template":null})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(spreadsheet,
                 (Spreadsheet{QStringLiteral("1"), QStringLiteral("2026"), QStringLiteral("17"), false, {}, false}));
    }

    void anUnknownLockIsNoProof()
    {
        const auto json = Net::JsonReader::parse(R"({"id":"s1","lock":"archived"})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QVERIFY(!spreadsheet.locked);
        QCOMPARE(spreadsheet.lockWord, QStringLiteral("archived"));
    }

    void anIdIsNeeded()
    {
        const auto json = Net::JsonReader::parse(R"({"name":"Book"})");
        (void)Workiva::readSpreadsheet(json);
        QVERIFY(!json.check());
        QCOMPARE(json.check().error().subject, QStringLiteral("$.id"));
    }
};

QTEST_GUILESS_MAIN(TestSpreadsheet)
#include "tst_spreadsheet.moc"
