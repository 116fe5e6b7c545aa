#include "sandbox/domo/storeddataset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestStoredDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaGivesNamesAndTypes()
    {
        const auto made = StoredDataSet::make(
            u"x"_s,
            {.csv = "a,b\n1,2\n",
             .schema = R"({"columns":[{"name":"First","type":"STRING"},{"name":"Second","type":"LONG"}]})"},
            false);
        QVERIFY(made);
        QCOMPARE(made->columns()[0].name, u"First"_s);
        QCOMPARE(made->columns()[0].type, Sheet::ColumnType::String);
        QCOMPARE(made->columns()[1].type, Sheet::ColumnType::Long);
        QCOMPARE(made->exported(true), QByteArray("a,b\n1,2\n")); // the two may differ at Domo, too
    }

    void withoutSchemaTypesAreSampled()
    {
        const auto made = StoredDataSet::make(u"x"_s, {.csv = "a,b\n001,2\n"}, false);
        QCOMPARE(made->columns()[0].type, Sheet::ColumnType::String);
        QCOMPARE(made->columns()[1].type, Sheet::ColumnType::Long);
    }

    void schemaThatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no columns") << QByteArray("{}");
        QTest::newRow("fewer columns") << QByteArray(R"({"columns":[{"name":"a","type":"LONG"}]})");
    }
    void schemaThatDoesNotFitIsRefused()
    {
        QFETCH(QByteArray, schema);
        const auto made = StoredDataSet::make(u"x"_s, {.csv = "a,b\n1,2\n", .schema = schema}, false);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Core::ErrorKind::InvalidInput);
    }

    void exportWithoutHeaderHasTheRowsOnly()
    {
        const auto made = StoredDataSet::make(u"x"_s, {.csv = "a,b\n1,\n\"\",2\n"}, false);
        QCOMPARE(made->rows(), 2);
        QCOMPARE(made->exported(false), QByteArray("1,\n\"\",2\n"));
    }

    void idIsAlwaysTheSame()
    {
        const auto one = StoredDataSet::make(u"x"_s, {.csv = "a\n"}, false);
        const auto other = StoredDataSet::make(u"x"_s, {.csv = "b\n"}, true);
        QCOMPARE(one->id(), other->id());
    }

    void everyCsvOfAFolderIsRead()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"b.csv"_s), "x\n1\n");
        writeFile(folder.filePath(u"a b.csv"_s), "x\n1\n2\n");
        writeFile(folder.filePath(u"a b.schema.json"_s),
                  R"({"columns":[{"name":"y","type":"STRING"}],"pdpEnabled":true})");
        writeFile(folder.filePath(u"notes.txt"_s), "x");
        const auto read = readDataSets(folder.path(), false);
        QVERIFY(read);
        QCOMPARE(read->size(), size_t(2));
        QCOMPARE((*read)[0].name(), u"a b"_s);
        QCOMPARE((*read)[0].columns()[0].name, u"y"_s);
        QVERIFY((*read)[0].hasRowPolicies());
        QCOMPARE((*read)[1].rows(), 1);
        QVERIFY(!(*read)[1].hasRowPolicies());
    }

    void missingFolderIsAnError()
    {
        QCOMPARE(readDataSets(u"/nowhere/at/all"_s, false).error().kind, Core::ErrorKind::Disk);
    }
};

QTEST_GUILESS_MAIN(TestStoredDataSet)
#include "tst_storeddataset.moc"
