#include "sandbox/csvfile.h"

#include <QTest>

using namespace Sandbox;
using Sheet::CellKind;

class TestCsvFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldIsReadAs_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("isNull");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text") << QByteArray("x") << false << QByteArray("x");
        QTest::newRow("nothing") << QByteArray("") << true << QByteArray();
        QTest::newRow("backslash n") << QByteArray("\\N") << true << QByteArray();
        QTest::newRow("quoted nothing") << QByteArray("\"\"") << false << QByteArray();
        QTest::newRow("quoted backslash n") << QByteArray("\"\\N\"") << false << QByteArray("\\N");
        QTest::newRow("comma") << QByteArray("\"a,b\"") << false << QByteArray("a,b");
        QTest::newRow("quotes") << QByteArray("\"a\"\"b\"") << false << QByteArray("a\"b");
        QTest::newRow("line break") << QByteArray("\"a\r\nb\"") << false << QByteArray("a\r\nb");
    }

    void fieldIsReadAs()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, isNull);
        QFETCH(QByteArray, text);
        for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray()}) {
            const Sheet::Grid grid = readCsv("a,b,c\n1," + field + ",3" + end);
            QCOMPARE(grid.rows(), 2);
            QCOMPARE(grid.columns(), 3);
            const Sheet::Cell cell = grid.at(1, 1);
            QCOMPARE(cell.kind, isNull ? CellKind::Empty : CellKind::Text);
            QCOMPARE(QByteArray(cell.text.data(), qsizetype(cell.text.size())), text);
            QCOMPARE(grid.at(1, 2).text, std::string_view("3"));
        }
    }

    void blankLineIsPassedOverInATable() { QCOMPARE(readCsv("a,b\n\n1,2\n").rows(), 2); }
    void blankLineIsANullInAListOfOneColumn() { QCOMPARE(readCsv("a\n\n1\n").rows(), 3); }
    void byteOrderMarkIsPassedOver()
    {
        QCOMPARE(readCsv("\xEF\xBB\xBFname\n").at(0, 0).text, std::string_view("name"));
    }
    void emptyFileHasNoRows() { QCOMPARE(readCsv({}).rows(), 0); }

    void writtenFieldIsReadAgain()
    {
        for (const char *text : {"x", "", "\\N", "a,b", "a\"b", "a\nb", " x ", "日本語"}) {
            for (const bool backslashN : {false, true}) {
                QByteArray line;
                appendCsvField(line, Sheet::Cell::ofText(text), backslashN);
                line += ',';
                appendCsvField(line, {}, backslashN);
                const Sheet::Grid grid = readCsv(line + '\n');
                QCOMPARE(grid.at(0, 0).kind, CellKind::Text);
                QCOMPARE(grid.at(0, 0).text, std::string_view(text));
                QCOMPARE(grid.at(0, 1).kind, CellKind::Empty);
            }
        }
    }

    void nullIsWrittenAsTheQuirkSays()
    {
        QByteArray line;
        appendCsvField(line, {}, false);
        QCOMPARE(line, QByteArray());
        appendCsvField(line, {}, true);
        QCOMPARE(line, QByteArray("\\N"));
    }
};

QTEST_GUILESS_MAIN(TestCsvFile)
#include "tst_csvfile.moc"
