#include "sandbox/dataset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandbox;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaGivesNamesAndTypes()
    {
        const auto made =
            DataSet::make(QStringLiteral("x"), "a,b\n1,2\n",
                          R"({"columns":[{"name":"First","type":"STRING"},{"name":"Second","type":"LONG"}]})", false);
        QVERIFY(made);
        QCOMPARE(made->columns()[0].name, QStringLiteral("First"));
        QCOMPARE(made->columns()[0].type, Sheet::ColumnType::String);
        QCOMPARE(made->columns()[1].type, Sheet::ColumnType::Long);
        QCOMPARE(made->exported(true), QByteArray("First,Second\n1,2\n"));
    }

    void withoutSchemaTypesAreSampled()
    {
        const auto made = DataSet::make(QStringLiteral("x"), "a,b\n001,2\n", {}, false);
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
        const auto made = DataSet::make(QStringLiteral("x"), "a,b\n1,2\n", schema, false);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Core::ErrorKind::InvalidInput);
    }

    void exportWithoutHeaderHasTheRowsOnly()
    {
        const auto made = DataSet::make(QStringLiteral("x"), "a,b\n1,\n\"\",2\n", {}, false);
        QCOMPARE(made->rows(), 2);
        QCOMPARE(made->exported(false), QByteArray("1,\n\"\",2\n"));
    }

    void idIsAlwaysTheSame()
    {
        const auto one = DataSet::make(QStringLiteral("x"), "a\n", {}, false);
        const auto other = DataSet::make(QStringLiteral("x"), "b\n", {}, true);
        QCOMPARE(one->id(), other->id());
    }

    void everyCsvOfAFolderIsRead()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("b.csv")), "x\n1\n");
        writeFile(folder.filePath(QStringLiteral("a b.csv")), "x\n1\n2\n");
        writeFile(folder.filePath(QStringLiteral("a b.schema.json")), R"({"columns":[{"name":"y","type":"STRING"}]})");
        writeFile(folder.filePath(QStringLiteral("notes.txt")), "x");
        const auto read = readDataSets(folder.path(), false);
        QVERIFY(read);
        QCOMPARE(read->size(), size_t(2));
        QCOMPARE((*read)[0].name(), QStringLiteral("a b"));
        QCOMPARE((*read)[0].columns()[0].name, QStringLiteral("y"));
        QCOMPARE((*read)[1].rows(), 1);
    }

    void missingFolderIsAnError()
    {
        QCOMPARE(readDataSets(QStringLiteral("/nowhere/at/all"), false).error().kind, Core::ErrorKind::Disk);
    }
};

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
