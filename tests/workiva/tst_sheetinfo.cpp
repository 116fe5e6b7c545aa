#include "workiva/sheetinfo.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Workiva::SheetInfo;

class TestSheetInfo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parentsMakeThePath()
    {
        const auto json = Core::JsonReader::parse(
            R"({"id":"c","name":"Child","index":3,"parent":{"id":"p","name":"Parent","parent":{"id":"t","name":"Top"}}})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QCOMPARE(sheet.id, u"c"_s);
        QCOMPARE(sheet.name, u"Child"_s);
        QCOMPARE(sheet.parentId, u"p"_s);
        QCOMPARE(sheet.path, u"Top / Parent / Child"_s);
        QCOMPARE(sheet.depth, 2);
        QCOMPARE(sheet.index, 3);
    }

    void optionalMembersMayBeMissing()
    {
        const auto json = Core::JsonReader::parse(R"({"id":"c","lock":null,"dataset":null,"parent":null})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        SheetInfo plain;
        plain.id = u"c"_s;
        QCOMPARE(sheet, plain);
    }

    void parentMayBeJustAnId()
    {
        for (const char *parent : {R"({"id":"p"})", R"("p")"}) {
            const auto json =
                Core::JsonReader::parse(QByteArray(R"({"id":"c","name":"Child","parent":)") + parent + '}');
            const SheetInfo sheet = Workiva::readSheetInfo(json);
            QVERIFY(json.check());
            QCOMPARE(sheet.parentId, u"p"_s);
            QCOMPARE(sheet.path, u"Child"_s);
            QCOMPARE(sheet.depth, 1);
        }
    }

    void locksAreTold_data()
    {
        QTest::addColumn<QByteArray>("lock");
        QTest::addColumn<SheetInfo::Lock>("expected");
        QTest::newRow("none") << QByteArray("null") << SheetInfo::Lock::None;
        QTest::newRow("lock") << QByteArray(R"("lock")") << SheetInfo::Lock::Locked;
        QTest::newRow("input mode") << QByteArray(R"("inputMode")") << SheetInfo::Lock::InputMode;
        QTest::newRow("nothing") << QByteArray(R"("")") << SheetInfo::Lock::None;
        QTest::newRow("another word") << QByteArray(R"("reviewOnly")") << SheetInfo::Lock::Unknown;
        QTest::newRow("another case") << QByteArray(R"("LOCK")") << SheetInfo::Lock::Unknown;
        QTest::newRow("boolean") << QByteArray("true") << SheetInfo::Lock::Unknown;
        QTest::newRow("object") << QByteArray(R"({"by":"x"})") << SheetInfo::Lock::None;
    }
    void locksAreTold()
    {
        QFETCH(const QByteArray, lock);
        const auto json = Core::JsonReader::parse(R"({"id":"c","lock":)" + lock + '}');
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QTEST(sheet.lock, "expected");
        QCOMPARE(sheet.lockWord.isEmpty(), sheet.lock != SheetInfo::Lock::Unknown);
    }

    void unknownLockIsNamed()
    {
        const auto json = Core::JsonReader::parse(R"({"id":"c","lock":"reviewOnly"})");
        QCOMPARE(Workiva::readSheetInfo(json).lockWord, u"reviewOnly"_s);
    }

    void tableIsTold_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("revision");
        const auto row = [](const char *name, const char *table, const char *id, const char *revision) {
            QTest::newRow(name) << QByteArray(table) << QString::fromLatin1(id) << QString::fromLatin1(revision);
        };
        row("texts", R"({"table":"t-1","revision":"17"})", "t-1", "17");
        row("numbers", R"({"table":5,"revision":17})", "5", "17");
        row("an ID alone", R"("t-1")", "t-1", "");
        row("no revision", R"({"table":"t-1","revision":null})", "t-1", "");
        row("nothing", "null", "", "");
        row("list", "[1]", "", "");
    }
    void tableIsTold()
    {
        QFETCH(const QByteArray, table);
        const auto json = Core::JsonReader::parse(R"({"id":"c","table":)" + table + '}');
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QTEST(sheet.tableId, "id");
        QTEST(sheet.tableRevision, "revision");
    }

    void numbersMayStandForTexts()
    {
        const auto json = Core::JsonReader::parse(R"({"id":7,"name":2026,"index":"3","parent":{"id":5,"name":2025}})");
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QCOMPARE(sheet.id, u"7"_s);
        QCOMPARE(sheet.path, u"2025 / 2026"_s);
        QCOMPARE(sheet.parentId, u"5"_s);
        QCOMPARE(sheet.index, 3);
    }

    void linkedDatasetsAreTold_data()
    {
        QTest::addColumn<QByteArray>("dataset");
        QTest::addColumn<bool>("linked");
        QTest::addColumn<QString>("range");
        QTest::newRow("range") << QByteArray(R"({"sheet":"c","range":"A1:C9","values":null})") << true << u"A1:C9"_s;
        QTest::newRow("no range") << QByteArray(R"({"sheet":"c","range":null})") << true << QString();
        QTest::newRow("values alone") << QByteArray(R"({"values":[[1]]})") << true << QString();
        QTest::newRow("nothing told") << QByteArray("{}") << false << QString();
        QTest::newRow("nothing but null")
            << QByteArray(R"({"range":null,"sheet":null,"values":null})") << false << QString();
        QTest::newRow("none") << QByteArray("null") << false << QString();
        QTest::newRow("list") << QByteArray("[]") << false << QString();
    }
    void linkedDatasetsAreTold()
    {
        QFETCH(const QByteArray, dataset);
        const auto json = Core::JsonReader::parse(R"({"id":"c","dataset":)" + dataset + '}');
        const SheetInfo sheet = Workiva::readSheetInfo(json);
        QVERIFY(json.check());
        QTEST(sheet.hasLinkedDataset, "linked");
        QTEST(sheet.linkedRange, "range");
    }

    void anotherShapeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        QTest::newRow("no id") << QByteArray(R"({"name":"x"})") << u"$.id"_s;
        QTest::newRow("object for an id") << QByteArray(R"({"id":{"a":1}})") << u"$.id"_s;
        QTest::newRow("array") << QByteArray("[]") << u"$"_s;
    }
    void anotherShapeIsNamedByItsPlace()
    {
        QFETCH(const QByteArray, body);
        const auto json = Core::JsonReader::parse(body);
        (void)Workiva::readSheetInfo(json);
        QVERIFY(!json.check());
        QTEST(json.check().error().subject, "place");
    }
};

QTEST_GUILESS_MAIN(TestSheetInfo)
#include "tst_sheetinfo.moc"
