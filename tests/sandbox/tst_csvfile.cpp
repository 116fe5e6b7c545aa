#include "sandbox/csvfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::CellKind;

namespace {

QByteArray bytesOf(Sheet::Cell cell)
{
    return {cell.text.data(), qsizetype(cell.text.size())};
}

// Rows of three fields as written by various programs; deterministic for a seed.
QByteArray someCsv(quint32 seed)
{
    QRandomGenerator random(seed);
    static const QByteArrayList pieces{"a",   "0", " ",    "\t", "\"", "'",  ";",   "\\",
                                       "\\N", "é", "日本", ",",  "\n", "\r", "\r\n"};
    static const QByteArrayList ends{"\n", "\r\n", "\r"};
    QByteArray csv;
    for (int field = 0; field < 60 * 3; ++field) {
        QByteArray text;
        for (quint32 left = random.bounded(5U); left > 0; --left)
            text += pieces[random.bounded(int(pieces.size()))];
        const bool needsQuotes =
            text.startsWith('"') || text.contains(',') || text.contains('\n') || text.contains('\r');
        csv += needsQuotes || random.bounded(4) == 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
        csv += field % 3 < 2 ? QByteArray(",") : ends[random.bounded(int(ends.size()))];
    }
    return csv;
}

} // namespace

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
        QTest::newRow("quote inside") << QByteArray("6\" pipe") << false << QByteArray("6\" pipe");
        QTest::newRow("quote at its end") << QByteArray("6\"") << false << QByteArray("6\"");
        QTest::newRow("blanks") << QByteArray("  x\t ") << false << QByteArray("  x\t ");
        QTest::newRow("backslash n and more") << QByteArray("\\N\\N") << false << QByteArray("\\N\\N");
        QTest::newRow("line break") << QByteArray("\"a\r\nb\"") << false << QByteArray("a\r\nb");
    }
    void fieldIsReadAs()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, isNull);
        QFETCH(QByteArray, text);
        for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r"), QByteArray()}) {
            const Sheet::Grid grid = readCsv("a,b,c" + (end.isEmpty() ? "\n" : end) + "1," + field + ",3" + end);
            QCOMPARE(grid.rows(), 2);
            QCOMPARE(grid.columns(), 3);
            const Sheet::Cell cell = grid.at(1, 1);
            QCOMPARE(cell.kind, isNull ? CellKind::Empty : CellKind::Text);
            QCOMPARE(bytesOf(cell), text);
            QCOMPARE(grid.at(1, 2).text, std::string_view("3"));
        }
    }

    void blankLineIsPassedOverInATable() { QCOMPARE(readCsv("a,b\n\n1,2\n").rows(), 2); }
    void blankLineIsANullInAListOfOneColumn() { QCOMPARE(readCsv("a\n\n1\n").rows(), 3); }

    void byteOrderMarkIsPassedOver()
    {
        QCOMPARE(readCsv("\xEF\xBB\xBFname\n").at(0, 0).text, std::string_view("name"));
    }

    void carriageReturnAloneEndsARow()
    {
        const Sheet::Grid grid = readCsv("a,b\r1,2\r\r3,4");
        QCOMPARE(grid.rows(), 3);
        QCOMPARE(bytesOf(grid.at(2, 1)), QByteArray("4"));
        QCOMPARE(readCsv("a\r\r1\r").rows(), 3);
        QCOMPARE(readCsv("a\r\n\r\n1\r\n").rows(), 3);
    }

    void fieldsAreThoseOfAnotherReader()
    {
        const QTemporaryDir folder;
        QStringList files;
        for (quint32 seed = 1; seed <= 40; ++seed) {
            files += folder.filePath(QString::number(seed));
            QFile file(files.back());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(someCsv(seed));
        }
        QProcess python;
        python.start(QStringLiteral(PYTHON),
                     QStringList{u"-c"_s,
                                 u"import csv, json, sys\n"
                                 "print(json.dumps([list(csv.reader(open(name, newline='', encoding='utf-8')))"
                                 " for name in sys.argv[1:]]))"_s}
                         + files);
        QVERIFY(python.waitForFinished());
        const QJsonArray read = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
        QCOMPARE(read.size(), files.size());
        for (qsizetype i = 0; i < files.size(); ++i) {
            const Sheet::Grid grid = readCsv(someCsv(quint32(i + 1)));
            QCOMPARE(grid.rows(), 60);
            QCOMPARE(read[i].toArray().size(), 60);
            for (int row = 0; row < 60; ++row) {
                QCOMPARE(read[i][row].toArray().size(), 3);
                for (int column = 0; column < 3; ++column) {
                    // The other reader does not distinguish null.
                    const QByteArray text = read[i][row][column].toString().toUtf8();
                    const Sheet::Cell cell = grid.at(row, column);
                    if (cell.kind == CellKind::Empty)
                        QVERIFY2(text.isEmpty() || text == "\\N", text.constData());
                    else
                        QCOMPARE(bytesOf(cell), text);
                }
            }
        }
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
