#include "review/exporttexts.h"
#include "review/xlsxexport.h"
#include "support/fulldisk.h"
#include "support/testgrid.h"
#include "support/xlsxcells.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Support;
using Sheet::Cell;
using Sheet::CellKind;

namespace {

Core::Result<void> writeXlsx(const Writeback::Comparison &compared, const QString &path, int maxRows = Sheet::maxRows)
{
    return Review::writeReviewXlsx(compared, Review::totals(compared), exportText(), path, maxRows);
}

Writeback::Comparison newRows(int rows)
{
    Sheet::Grid desired(2);
    for (int row = 0; row < rows; ++row) {
        desired.set(row, 0, text("Some text that differs: " + std::to_string(row * 7919LL)));
        desired.set(row, 1, number(std::to_string(row) + ".25"));
    }
    return comparison({}, std::move(desired));
}

} // namespace

// Read by openpyxl, which shares nothing with the program.
class TestXlsxExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsARow()
    {
        const auto compared =
            comparison(gridOf({{text("a"), number("1.50")}, {Cell{CellKind::Formula, "=A1"}, number("7")}}),
                       gridOf({{Cell::ofBoolean(true), number("-2")}, {text("00123"), blank}, {text("=1+1")}}));
        const QString path = m_folder.filePath(u"rows.xlsx"_s);
        QVERIFY(writeXlsx(compared, path));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 2);
        QCOMPARE(sheets[1].name, u"Cells"_s);
        QCOMPARE(sheets[1].frozen, u"A2"_s);
        QCOMPARE(sheets[1].filter, u"A1:F6"_s);
        QCOMPARE(sheets[1].printed, u"landscape, 1 by 0, $1:$1"_s);
        const QHash<QString, XlsxCell> &cells = sheets[1].cells;
        const QList<QStringList> expected{
            {u"s Place"_s, u"s Name"_s, u"s What"_s, u"s Had"_s, u"s Gets"_s, u"s More"_s},
            {u"s B3"_s, u"s Unit"_s, u"s other"_s, u"s a"_s, u"b true"_s, u""_s},
            {u"s C3"_s, u"s Heads"_s, u"s other"_s, u"n 1.5"_s, u"n -2.0"_s, u"n -3.5"_s},
            {u"s B4"_s, u"s Unit"_s, u"s formula lost"_s, u"s =A1"_s, u"s 00123"_s, u""_s},
            {u"s C4"_s, u"s Heads"_s, u"s cleared"_s, u"n 7.0"_s, u""_s, u""_s},
            {u"s B5"_s, u"s Unit"_s, u"s new"_s, u""_s, u"s =1+1"_s, u""_s}};
        qsizetype blanks = 0;
        for (int row = 0; row < expected.size(); ++row) {
            for (int column = 0; column < 6; ++column) {
                QCOMPARE(sheets[1].at(Sheet::toA1(Sheet::Address{row, column})), expected[row][column]);
                blanks += expected[row][column].isEmpty();
            }
        }
        QCOMPARE(cells.size(), 6 * expected.size() - blanks);
        QCOMPARE(cells[u"E6"_s].format, u"@"_s); // a text, even if it is edited
        QCOMPARE(cells[u"E3"_s].format, u"General"_s);
    }

    void whatWasLeftInEditedCellsIsAColumn()
    {
        const QString path = m_folder.filePath(u"left.xlsx"_s);
        QVERIFY(writeXlsx(editedComparison(), path));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 2);
        QCOMPARE(sheets[1].filter, u"A1:G5"_s);
        const QStringList expected{u"s Left"_s, u"s (nothing)"_s, u"n 10.5"_s, u""_s, u""_s};
        for (int row = 0; row < expected.size(); ++row)
            QCOMPARE(sheets[1].at(Sheet::toA1(Sheet::Address{row, 6})), expected[row]);
    }

    void valueIsReadBack_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::addColumn<QString>("expected");
        for (const char *plain : {"=1+1", "+1", "-1", "@SUM(A1)", "00123", "1e5", "  spaces ", "a\nb\tc", "<&>\"'",
                                  "{=A1}", "http://example.org/", "Bücher 中 😀", "_x00_", "TRUE"})
            QTest::addRow("text %s", plain) << text(plain) << u"s "_s + QString::fromUtf8(plain);
        QTest::newRow("line break of Windows") << text("a\r\nb\rc") << u"s a\r\nb\rc"_s;
        QTest::newRow("control characters") << text("a\x01\x1f\x7f") << u"s a\x01\x1f\x7f"_s;
        QTest::newRow("looks like an escape") << text("_x0041_ _x000a_") << u"s _x0041_ _x000a_"_s;
        QTest::newRow("NUL") << text({"a\0b", 3}) << u"s a\ufffdb"_s;
        QTest::newRow("not in XML") << text("a\xef\xbf\xbf\xef\xbf\xbe\xef\xbf\xbd\xef\xbb\xbf")
                                    << u"s a\ufffd\ufffd\ufffd\ufeff"_s;
        QTest::newRow("unreadable") << Cell{CellKind::Unreadable, "a\xef\xbf\xbd"} << u"s a\ufffd"_s;
        QTest::newRow("true") << Cell::ofBoolean(true) << u"b true"_s;
        QTest::newRow("false") << Cell::ofBoolean(false) << u"b false"_s;
        QTest::newRow("number") << number("-1.50") << u"n -1.5"_s;
        QTest::newRow("not exact as a double") << number("0.1") << u"n 0.1"_s;
        QTest::newRow("15 digits") << number("123456789.012345") << u"n 123456789.012345"_s;
        QTest::newRow("16 digits") << number("1234567890.123456") << u"s 1234567890.123456"_s;
        QTest::newRow("more digits than a double") << number("9007199254740993") << u"s 9007199254740993"_s;
        QTest::newRow("exponent") << number("1e300") << u"n 1e+300"_s;
        QTest::newRow("too large for a double") << number("1e400") << u"s 1e400"_s;
        QTest::newRow("too large for Excel") << number("1e308") << u"s 1e308"_s;
        QTest::newRow("too small for Excel") << number("1e-310") << u"s 1e-310"_s;
        QTest::newRow("zero") << number("0.00") << u"n 0.0"_s;
    }
    void valueIsReadBack()
    {
        QFETCH(Cell, cell);
        const QString path = m_folder.filePath(u"value.xlsx"_s);
        QVERIFY(writeXlsx(comparison(gridOf({{text("before")}}), gridOf({{cell}})), path));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 2);
        QTEST(sheets[1].at(u"E2"_s), "expected");
    }

    void summaryHasFactsTotalsAndFindings()
    {
        const auto compared = comparison(gridOf({{text("a"), number("0.1")}, {number("1e5000"), number("0.2")}}),
                                         gridOf({{text("b"), number("1234567890123456")}}));
        const QString path = m_folder.filePath(u"summary.xlsx"_s);
        QVERIFY(writeXlsx(compared, path));
        const XlsxSheet sheet = xlsxSheets(path).value(0);
        QCOMPARE(sheet.name, u"About"_s);
        const QList<QStringList> expected{
            {u"s DataSet"_s, u"s =Units"_s, u""_s, u""_s},
            {u"s Cells"_s, u"n 5000000000.0"_s, u""_s, u""_s},
            {u""_s, u""_s, u""_s, u""_s},
            {u"s Name"_s, u"s Had"_s, u"s Gets"_s, u"s More"_s},
            {u"s Unit"_s, u"s unknown"_s, u"n 0.0"_s, u"s unknown"_s},
            {u"s Heads"_s, u"n 0.3"_s, u"s 1234567890123456"_s, u"s 1234567890123455.7"_s},
            {u""_s, u""_s, u""_s, u""_s},
            {u"s Found"_s, u""_s, u""_s, u""_s},
            {u"s -1 formula."_s, u""_s, u""_s, u""_s},
            {u"s Two."_s, u""_s, u""_s, u""_s}};
        for (int row = 0; row < expected.size() + 5; ++row) {
            for (int column = 0; column < 4; ++column)
                QCOMPARE(sheet.at(Sheet::toA1(Sheet::Address{row, column})), expected.value(row).value(column));
        }
    }

    void changesContinueOnFurtherSheets_data()
    {
        QTest::addColumn<int>("rows"); // of two changes each
        QTest::addColumn<QList<int>>("perSheet"); // rows with the headings
        QTest::newRow("none") << 0 << QList<int>{1};
        QTest::newRow("fits") << 2 << QList<int>{5};
        QTest::newRow("one more row") << 3 << QList<int>{5, 3};
        QTest::newRow("three sheets") << 5 << QList<int>{5, 5, 3};
    }
    void changesContinueOnFurtherSheets()
    {
        QFETCH(int, rows);
        QFETCH(QList<int>, perSheet);
        const QString path = m_folder.filePath(u"many.xlsx"_s);
        QVERIFY(writeXlsx(newRows(rows), path, 5));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 1 + perSheet.size());
        int next = 0; // change
        for (qsizetype i = 1; i < sheets.size(); ++i) {
            QCOMPARE(sheets[i].name, i == 1 ? u"Cells"_s : u"Cells %1"_s.arg(i));
            QCOMPARE(sheets[i].filter, u"A1:F%1"_s.arg(perSheet[i - 1]));
            QCOMPARE(sheets[i].text(u"A1"_s), u"Place"_s);
            for (int row = 1; row < perSheet[i - 1]; ++row, ++next)
                QCOMPARE(sheets[i].text(u"A%1"_s.arg(row + 1)),
                         Sheet::toA1(Sheet::Address{2 + next / 2, 1 + next % 2}));
            QVERIFY(!sheets[i].cells.contains(u"A%1"_s.arg(perSheet[i - 1] + 1)));
        }
        QCOMPARE(next, 2 * rows);
    }

    void textsThatDoNotFitAreCutAndCounted_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("kept"); // UTF-16 code units
        QTest::newRow("fits") << std::string(32'767, 'a') << 32'767;
        QTest::newRow("one more") << std::string(32'768, 'a') << 32'767;
        std::string pairs = "a";
        for (int i = 0; i < 16'383; ++i)
            pairs += "😀";
        QTest::newRow("pairs fit") << pairs << 32'767;
        QTest::newRow("one more pair") << pairs + "😀" << 32'767;
        QTest::newRow("one pair and a half too many") << "b" + pairs + "😀" << 32'766;
    }
    void textsThatDoNotFitAreCutAndCounted()
    {
        QFETCH(std::string, text);
        QFETCH(int, kept);
        const QString path = m_folder.filePath(u"long.xlsx"_s);
        QVERIFY(writeXlsx(comparison({}, gridOf({{Support::text(text)}})), path));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 2);
        const QString given = QString::fromStdString(text);
        QCOMPARE(sheets[1].text(u"E2"_s), given.left(kept));
        QCOMPARE(sheets[0].at(u"A8"_s), given.size() > kept ? u"s Cut"_s : QString());
        QCOMPARE(sheets[0].at(u"B8"_s), given.size() > kept ? u"n 1.0"_s : QString());
    }

    void namesOfSheetsAreMadeValid()
    {
        Review::ExportText text = exportText();
        text.summary = u"[About: 'this' / that?]"_s;
        text.changes = QString(40, u'x');
        const QString path = m_folder.filePath(u"names.xlsx"_s);
        QVERIFY(Review::writeReviewXlsx(newRows(1), {}, text, path, 2));
        QStringList names;
        for (const XlsxSheet &sheet : xlsxSheets(path))
            names.append(sheet.name);
        QCOMPARE(names, (QStringList{u"About this  that"_s, QString(31, u'x'), QString(29, u'x') + u" 2"_s}));
    }

    void missingFolderIsADiskError()
    {
        const QString path = m_folder.filePath(u"missing/rows.xlsx"_s);
        const auto written = writeXlsx(newRows(1), path);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(written.error().subject, path);
    }

    void cancelledFileDoesNotAppear()
    {
        const QString path = m_folder.filePath(u"cancelled.xlsx"_s);
        Review::ExportProgress progress;
        progress.cancel();
        const auto written = Review::writeReviewXlsx(newRows(5), {}, exportText(), path, Sheet::maxRows, &progress);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Cancelled);
        QCOMPARE(progress.changes(), 1);
        QVERIFY(!QFile::exists(path));
    }

    void fullDiskLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 100, 3'000, 100'000, 600'000})
            QTest::addRow("%d bytes", room) << room;
    }
    void fullDiskLeavesTheFileAsItWas()
    {
        QFETCH(int, room);
        const QString path = m_folder.filePath(u"full.xlsx"_s);
        QFile before(path);
        QVERIFY(before.open(QFile::WriteOnly) && before.write("before") > 0);
        before.close();
        const QStringList files = QDir(m_folder.path()).entryList();
        const auto written = writeWith(room, path);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(written.error().subject, path);
        QVERIFY(before.open(QFile::ReadOnly));
        QCOMPARE(before.readAll(), "before"_ba);
        QCOMPARE(QDir(m_folder.path()).entryList(), files);
    }

    // The library does not notice if one of its temporary files is cut: with just enough room, none is.
    void fileIsWholeWithTheLeastRoom()
    {
        const QString path = m_folder.filePath(u"least.xlsx"_s);
        int tooLittle = 0;
        int enough = 2'000'000;
        while (enough - tooLittle > 1) {
            const int room = std::midpoint(tooLittle, enough);
            (writeWith(room, path) ? enough : tooLittle) = room;
        }
        QVERIFY(tooLittle > 600'000 && enough < 2'000'000);
        QVERIFY(writeWith(enough, path));
        const QList<XlsxSheet> sheets = xlsxSheets(path);
        QCOMPARE(sheets.size(), 2);
        QCOMPARE(sheets[1].filter, u"A1:F%1"_s.arg(2 * manyRows + 1));
        QCOMPARE(sheets[1].at(u"E%1"_s.arg(2 * manyRows + 1)), u"n %1.25"_s.arg(manyRows - 1));
    }

private:
    static constexpr int manyRows = 2'000; // of two changes each

    [[nodiscard]] static Core::Result<void> writeWith(int room, const QString &path)
    {
        const FullDisk full(room);
        return writeXlsx(newRows(manyRows), path);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestXlsxExport)
#include "tst_xlsxexport.moc"
