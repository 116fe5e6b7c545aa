#include "sandbox/csvfile.h"
#include "sheet/csvtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Sheet::CsvText;

namespace {

QString textAt(const Sheet::Grid &grid, int row, int column)
{
    return QString::fromStdString(std::string(grid.at(row, column).text));
}

} // namespace

// Read by a library that is not ours, and not the one that the product reads CSV with.
class TestCsvText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadBackAndIsNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        for (const char *text :
             {"=1+1", "+SUM(A1)", "-A1", "@cmd", " =1", "\t=1", "\r\n=1", "=\"a,b\"", "\xc2\xa0=1", "- 5"}) {
            const QString given = QString::fromUtf8(text);
            QTest::newRow(text) << given << u'\'' + given;
        }
        QTest::newRow("full width") << u"＝1"_s << u"'＝1"_s;
        for (const char *text : {"-12.50", "+7", "00123", "10-K", "a=b", "'=1", "", " ", "\"", "a\rb", "a,b"})
            QTest::addRow("as it is: %s", text) << QString::fromLatin1(text) << QString::fromLatin1(text);
        QTest::newRow("as it is: other characters") << u"Bücher, \"中\" 😀\n;"_s << u"Bücher, \"中\" 😀\n;"_s;
    }
    void textIsReadBackAndIsNoFormula()
    {
        QFETCH(QString, text);
        CsvText csv;
        csv.addText(text.toStdString());
        csv.addText("end");
        csv.endRow();
        const Sheet::Grid grid = Sandbox::readCsv(csv.take());
        QCOMPARE(grid.rows(), 1);
        QCOMPARE(grid.columns(), 2);
        QTEST(textAt(grid, 0, 0), "field");
        QCOMPARE(textAt(grid, 0, 1), u"end"_s);
    }

    void numbersKeepTheirDigits()
    {
        CsvText csv;
        csv.addNumber("-1.50");
        csv.addNumber("1e+400");
        csv.endRow();
        QCOMPARE(csv.take(), "\xef\xbb\xbf-1.50,1e+400\r\n"_ba);
    }

    void piecesMakeTheFile()
    {
        CsvText csv;
        QByteArray file;
        for (const char *field : {"a", "", "c"}) {
            csv.addText(field);
            QVERIFY(csv.size() > 0);
            file += csv.take();
            QCOMPARE(csv.size(), 0);
        }
        csv.endRow();
        csv.addText("d");
        csv.endRow();
        file += csv.take();
        QCOMPARE(file,
                 "\xef\xbb\xbf"
                 "a,,c\r\nd\r\n"_ba);
    }
};

QTEST_GUILESS_MAIN(TestCsvText)
#include "tst_csvtext.moc"
