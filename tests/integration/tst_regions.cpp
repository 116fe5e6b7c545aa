#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::State;

namespace {

constexpr int lastRow = 19; // of the old content, A1:J20
constexpr int lastColumn = 9;

// Six rows and three columns, with the column names.
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}, {u"Cost"_s, u"DOUBLE"_s}};
const Rows rows{{u"North"_s, 12, 1.5},
                {u"007"_s, 0, -0.25},
                {u"=A1"_s, 3, QJsonValue()},
                {u"Südwest"_s, -4, 1e9},
                {QJsonValue(), 5, 0}};

} // namespace

// Every form of region, on a sheet full of old content: what is in the region is replaced or cleared, and nothing else
// is touched. Data that does not fit is refused.
class TestRegions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(u"Units"_s, columns, rows);
        m_folder.write(u"One"_s, {{u"Total"_s, u"DOUBLE"_s}}, {{4711}});
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
        QVERIFY(m_sandbox->isUp());
        m_probe = std::make_unique<SheetProbe>(*m_sandbox);
    }

    void init()
    {
        Rows old;
        for (int row = 0; row <= lastRow; ++row) {
            QJsonArray values;
            for (int column = 0; column <= lastColumn; ++column)
                values.append(u"old %1 %2"_s.arg(row).arg(column));
            old.append(values);
        }
        QVERIFY(m_probe->write(u"A1:J20"_s, old));
        m_before.clear();
        place(m_before, 0, 0, old);
        QCOMPARE(difference(m_probe->read(), m_before), QString());
    }

    void dataReplacesTheRegionAndNothingElse_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<Sheet::Rectangle>("area"); // of the old content inside
        const auto row = [](const char *region, int first, int column, int last, int lastOfColumns) {
            QTest::newRow(region) << QString::fromLatin1(region)
                                  << Sheet::Rectangle{first, column, last - first + 1, lastOfColumns - column + 1};
        };
        row("B3:D8", 2, 1, 7, 3);
        row("B3:F12", 2, 1, 11, 5);
        row("$b$3:f12", 2, 1, 11, 5);
        row("F12:B3", 2, 1, 11, 5);
        row("'Sheet1'!B3:F12", 2, 1, 11, 5);
        row(" B3 : F12 ", 2, 1, 11, 5);
        row("A:C", 0, 0, lastRow, 2);
        row("C:G", 0, 2, lastRow, 6);
        row("1:6", 0, 0, 5, lastColumn);
        row("4:12", 3, 0, 11, lastColumn);
        row("B3:", 2, 1, lastRow, lastColumn);
        row("A1:", 0, 0, lastRow, lastColumn);
        row("B3:D", 2, 1, lastRow, 3);
        row("B3:F", 2, 1, lastRow, 5);
        row("B3:8", 2, 1, 7, lastColumn);
        row("B3:20", 2, 1, 19, lastColumn);
        row(":", 0, 0, lastRow, lastColumn);
        row("H15:L40", 14, 7, lastRow, lastColumn); // extends beyond the sheet's content
        row("M3:", 2, 12, lastRow, lastColumn); // is outside it
        row("A30:C", 29, 0, lastRow, 2);
        row("B3:XFD1048576", 2, 1, lastRow, lastColumn); // larger than a spreadsheet can be
    }
    void dataReplacesTheRegionAndNothingElse()
    {
        QFETCH(QString, region);
        QFETCH(Sheet::Rectangle, area);
        Cells wanted = m_before;
        clear(wanted, area.row, area.column, area.lastRow(), area.lastColumn());
        place(wanted, area.row, area.column, Rows{namesOf(columns)} + rows);

        const auto report = runToEnd(m_sandbox->request(u"Units"_s, region));
        const Cells held = m_probe->read();
        // Cells outside the old content were only used by this test.
        const bool cleaned = m_probe->write(u"A21:Z60"_s, {}) && m_probe->write(u"K1:Z20"_s, {});

        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(difference(held, wanted), QString());
        QVERIFY(cleaned);
    }

    void singleCellTakesASingleValue()
    {
        Cells wanted = m_before;
        wanted[{1, 2}] = 4711;
        Writeback::RunRequest request = m_sandbox->request(u"One"_s, u"C2"_s);
        request.dataSet()->columnNames = false;
        const auto report = runToEnd(request);
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.cellsWritten, 1);
        QCOMPARE(difference(m_probe->read(), wanted), QString());
    }

    void dataThatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("region");
        for (const char *region : {"B3", "A1", "B3:C8", "B3:D7", "B3:C7", "B3:J7", "A:B", "2:6", "B3:C", "B3:7"})
            QTest::newRow(region) << QString::fromLatin1(region);
        QTest::newRow("beyond the last column") << u"XFD1:"_s;
        QTest::newRow("beyond the last row") << u"A1048576:"_s;
    }
    void dataThatDoesNotFitIsRefused()
    {
        QFETCH(QString, region);
        const auto report = runToEnd(m_sandbox->request(u"Units"_s, region));
        QVERIFY2(report.state == State::Refused, inWords(report).constData());
        QVERIFY(report.error && report.error->kind == Core::ErrorKind::Overflow);
        const bool isBeyondTheSheet = !Sheet::Region().contains(report.review.fit.data);
        QCOMPARE(report.review.fit.alternatives.isEmpty(), isBeyondTheSheet);
        for (const Sheet::Region &alternative : report.review.fit.alternatives)
            QVERIFY(alternative.contains(report.review.fit.data));
        QCOMPARE(difference(m_probe->read(), m_before), QString());
    }

private:
    DataSetFolder m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SheetProbe> m_probe;
    Cells m_before;
};

QTEST_GUILESS_MAIN(TestRegions)
#include "tst_regions.moc"
