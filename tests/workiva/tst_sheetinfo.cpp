#include "workiva/sheetinfo.h"

#include <QtTest/QtTest>

using Workiva::SheetInfo;

class TestSheetInfo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parentsMakeThePath()
    {
        const auto json = Net::JsonReader::parse(
            R"({"id":"c","name":"Child","index":3,"parent":{"id":"p","name":"Parent","parent":{"id":"t","name":"Top"}}})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QCOMPARE(sheet.id, QStringLiteral("c"));
        QCOMPARE(sheet.name, QStringLiteral("Child"));
        QCOMPARE(sheet.parentId, QStringLiteral("p"));
        QCOMPARE(sheet.path, QStringLiteral("Top / Parent / Child"));
        QCOMPARE(sheet.depth, 2);
        QCOMPARE(sheet.index, 3);
    }

    void mostMayBeMissing()
    {
        const auto json = Net::JsonReader::parse(R"({"id":"c","lock":null,"dataset":null,"parent":null})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        SheetInfo plain;
        plain.id = QStringLiteral("c");
        QCOMPARE(sheet, plain);
    }

    void aParentMayBeJustAnId()
    {
        const auto json = Net::JsonReader::parse(R"({"id":"c","name":"Child","parent":{"id":"p"}})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QCOMPARE(sheet.parentId, QStringLiteral("p"));
        QCOMPARE(sheet.path, QStringLiteral("Child"));
    }

    void locksAreTold_data()
    {
        QTest::addColumn<QByteArray>("lock");
        QTest::addColumn<SheetInfo::Lock>("expected");
        QTest::newRow("none") << QByteArray("null") << SheetInfo::Lock::None;
        QTest::newRow("lock") << QByteArray(R"("lock")") << SheetInfo::Lock::Locked;
        QTest::newRow("input mode") << QByteArray(R"("inputMode")") << SheetInfo::Lock::InputMode;
    }
    void locksAreTold()
    {
        QFETCH(const QByteArray, lock);
        const auto json = Net::JsonReader::parse(R"({"id":"c","lock":)" + lock + '}');
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QTEST(sheet.lock, "expected");
    }

    void linkedDatasetsAreTold_data()
    {
        QTest::addColumn<QByteArray>("dataset");
        QTest::addColumn<bool>("linked");
        QTest::addColumn<QString>("range");
        QTest::newRow("range") << QByteArray(R"({"sheet":"c","range":"A1:C9","values":null})") << true
                               << QStringLiteral("A1:C9");
        QTest::newRow("no range") << QByteArray(R"({"range":null})") << true << QString();
        QTest::newRow("none") << QByteArray("null") << false << QString();
    }
    void linkedDatasetsAreTold()
    {
        QFETCH(const QByteArray, dataset);
        const auto json = Net::JsonReader::parse(R"({"id":"c","dataset":)" + dataset + '}');
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QTEST(sheet.hasLinkedDataset, "linked");
        QTEST(sheet.linkedRange, "range");
    }

    void anotherShapeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        QTest::newRow("no id") << QByteArray(R"({"name":"x"})") << QStringLiteral("$.id");
        QTest::newRow("lock") << QByteArray(R"({"id":"c","lock":"half"})") << QStringLiteral("$.lock");
        QTest::newRow("parent") << QByteArray(R"({"id":"c","parent":"p"})") << QStringLiteral("$.parent");
        QTest::newRow("index") << QByteArray(R"({"id":"c","index":"1"})") << QStringLiteral("$.index");
        QTest::newRow("array") << QByteArray("[]") << QStringLiteral("$");
    }
    void anotherShapeIsNamedByItsPlace()
    {
        QFETCH(const QByteArray, body);
        const auto json = Net::JsonReader::parse(body);
        (void)Workiva::readSheetInfo(json);
        QVERIFY(!json.check());
        QTEST(json.check().error().subject, "place");
    }
};

QTEST_GUILESS_MAIN(TestSheetInfo)
#include "tst_sheetinfo.moc"
