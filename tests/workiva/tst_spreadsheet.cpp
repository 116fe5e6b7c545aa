#include "workiva/spreadsheet.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Workiva::Spreadsheet;

class TestSpreadsheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersAreRead()
    {
        const auto json = Core::JsonReader::parse(
            R"({"id":"s1","name":"Book","lock":"locked","revision":"17","template":true,"created":{"dateTime":"x"},
                "modified":{"dateTime":"2026-11-26T09:30:00Z","user":{"id":"u"}}})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(
            spreadsheet,
            (Spreadsheet{u"s1"_s, u"Book"_s, u"17"_s, true, {}, true, QDateTime({2026, 11, 26}, {9, 30}, Qt::UTC)}));
    }

    void optionalMembersMayBeMissing()
    {
        const auto json = Core::JsonReader::parse(R"({"id":"s1","lock":null})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(spreadsheet, (Spreadsheet{u"s1"_s, {}, {}, false, {}, false}));
    }

    void numbersMayStandForTexts()
    {
        const auto json = Core::JsonReader::parse(R"({"id":1,"name":2026,"revision":17,"template":null})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QCOMPARE(spreadsheet, (Spreadsheet{u"1"_s, u"2026"_s, u"17"_s, false, {}, false}));
    }

    void oddMomentIsNotReported_data()
    {
        QTest::addColumn<QByteArray>("modified");
        for (const char *one : {"null", "7", "[]", R"({"dateTime":"soon"})", R"({"dateTime":null})", "{}"})
            QTest::newRow(one) << QByteArray(one);
    }
    void oddMomentIsNotReported()
    {
        QFETCH(const QByteArray, modified);
        const auto json = Core::JsonReader::parse(R"({"id":"s1","modified":)" + modified + '}');
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QVERIFY(!spreadsheet.modifiedAt.isValid());
    }

    void unknownLockIsNoProof()
    {
        const auto json = Core::JsonReader::parse(R"({"id":"s1","lock":"archived"})");
        const Spreadsheet spreadsheet = Workiva::readSpreadsheet(json);
        QVERIFY(json.check());
        QVERIFY(!spreadsheet.locked);
        QCOMPARE(spreadsheet.lockWord, u"archived"_s);
    }

    void idIsNeeded()
    {
        const auto json = Core::JsonReader::parse(R"({"name":"Book"})");
        (void)Workiva::readSpreadsheet(json);
        QVERIFY(!json.check());
        QCOMPARE(json.check().error().subject, u"$.id"_s);
    }
};

QTEST_GUILESS_MAIN(TestSpreadsheet)
#include "tst_spreadsheet.moc"
