#include "core/clock.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/testservice.h"
#include "workiva/getsheet.h"
#include "workiva/readsheetdata.h"
#include "workiva/readtablecells.h"
#include "workiva/service.h"
#include "writeback/targetreader.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::CellKind;

namespace {

constexpr int rowCount = 1'800;
constexpr int columnCount = 30;

// A cell's content, in JSON without quotes.
std::string textAt(int row, int column)
{
    if (row % 7 == 3 || (row > 700 && row < 900) || column == 4)
        return {};
    if (column == 2)
        return '=' + std::to_string(row) + "+1";
    return (column % 2 == 0 ? "" : "t") + std::to_string(row * 100 + column);
}

bool fill(const SandboxProcess &sandbox)
{
    Rows rows;
    for (int row = 0; row < rowCount; ++row) {
        QJsonArray values;
        for (int column = 0; column < columnCount; ++column) {
            const QString text = QString::fromStdString(textAt(row, column));
            const bool isNumber = column % 2 == 0 && column != 2 && !text.isEmpty();
            values.append(isNumber ? QJsonValue(text.toInt()) : QJsonValue(text));
        }
        rows.append(values);
    }
    return SheetProbe(sandbox).write(u"A1:AD1800"_s, rows);
}

// The first cell of a grid at the region's anchor that differs from what was written; empty if there is none.
QString firstWrong(const Sheet::Grid &grid, const Sheet::Region &region)
{
    const Sheet::Address anchor = region.anchor();
    const Sheet::Rectangle held = region.clamped({0, 0, rowCount, columnCount});
    for (int row = 0; row < std::max(grid.rows(), held.rows); ++row) {
        for (int column = 0; column < std::max(grid.columns(), held.columns); ++column) {
            const Sheet::Address at{row + anchor.row, column + anchor.column};
            const std::string wanted = held.contains({at.row, at.column, 1, 1}) ? textAt(at.row, at.column) : "";
            const Sheet::Cell cell = grid.at(row, column);
            if (cell.text != wanted || (cell.kind == CellKind::Formula) != wanted.starts_with('='))
                return Sheet::toA1(at);
        }
    }
    return {};
}

// The Workiva side of a sandbox, with what is needed for requests.
struct Asked
{
    explicit Asked(const SandboxProcess &sandbox)
    {
        const Core::Login login = sandbox.workiva();
        service = Workiva::makeService(network, clock, login);
        spreadsheetId = sandbox.spreadsheetId(u"Scratch"_s);
        sheetId = sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s);
    }

    QNetworkAccessManager network;
    Core::SystemClock clock;
    std::unique_ptr<Net::Service> service;
    QString spreadsheetId;
    QString sheetId;
};

} // namespace

// A sheet of several pages, with blank rows and formulas, is read with the same cells, whatever the service reports
// about its pages and whichever ranges it rejects.
class TestReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsReadWhereItIs_data()
    {
        QTest::addColumn<QStringList>("quirks");
        const auto row = [](const QStringList &quirks) { QTest::newRow(qPrintable(quirks.join(u' '))) << quirks; };
        for (const char *range : {"absolute", "relative", "request", "absent"}) {
            for (const char *blank : {"padded", "empty"})
                row({u"range="_s + QLatin1String(range), u"blank-rows="_s + QLatin1String(blank)});
        }
        for (const char *edge : {"answered", "refused"}) {
            for (const char *open : {"answered", "refused"})
                row({u"edge-read="_s + QLatin1String(edge), u"open-read="_s + QLatin1String(open)});
        }
    }
    void everyCellIsReadWhereItIs()
    {
        QFETCH(const QStringList, quirks);
        QStringList options;
        for (const QString &quirk : quirks)
            options += {u"--quirk"_s, quirk};
        SandboxProcess sandbox(options);
        QVERIFY(sandbox.isUp());
        QVERIFY(fill(sandbox));
        Asked workiva(sandbox);
        for (const char *text : {":", "C5:F", "2:1700", "A1:AD1800", "B3:AF1900", "B5000:C5100", "A1:Z1000000"}) {
            const Sheet::Region region = *Sheet::Region::parse(QString::fromLatin1(text));
            Sheet::Grid grid;
            Writeback::TargetReader reader(*workiva.service, {workiva.spreadsheetId, workiva.sheetId}, region,
                                           region.anchor(), grid);
            QVERIFY2(finishes(reader), text);
            QVERIFY2(reader.result(), text);
            const QString wrong = firstWrong(grid, region);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 of %2"_s.arg(wrong, region.toString())));
        }
    }

    void secondReadingFindsNothingAltered()
    {
        SandboxProcess sandbox;
        QVERIFY(sandbox.isUp());
        QVERIFY(fill(sandbox));
        Asked workiva(sandbox);
        const Sheet::Region region = *Sheet::Region::parse(u"B3:"_s);
        Sheet::Grid grid;
        for (const bool altered : {true, false, true}) {
            if (altered && !grid.isEmpty())
                QVERIFY(SheetProbe(sandbox).write(u"C3:D3"_s, {{u"=7"_s, u"new"_s}}));
            Writeback::TargetReader reader(*workiva.service, {workiva.spreadsheetId, workiva.sheetId}, region,
                                           region.anchor(), grid);
            QVERIFY(finishes(reader));
            QVERIFY(reader.result());
            QCOMPARE(reader.result()->altered, altered);
            QCOMPARE(reader.result()->cells, qint64(rowCount - 2) * (columnCount - 1));
            if (reader.result()->alteredCells == 2)
                QCOMPARE(reader.result()->alteredSpans, std::vector<Sheet::Span>{(Sheet::Span{0, 1, 2})});
        }
    }

    void cellsOfTheTableHaveTheirProperties()
    {
        SandboxProcess sandbox;
        QVERIFY(sandbox.isUp());
        QVERIFY(fill(sandbox));
        Asked workiva(sandbox);
        Workiva::GetSheet sheet(*workiva.service, {workiva.spreadsheetId, workiva.sheetId});
        QVERIFY(finishes(sheet));
        QVERIFY(sheet.result());
        QVERIFY(!sheet.result()->tableId.isEmpty());
        int formulas = 0;
        int wrong = 0;
        Workiva::ReadTableCells cells(*workiva.service, sheet.result()->tableId, {2, 1, 1'700, 3},
                                      [&](const Workiva::TableCell &cell) {
                                          const bool isFormula = textAt(cell.at.row, cell.at.column).starts_with('=');
                                          formulas += isFormula;
                                          wrong += isFormula != (cell.type == Workiva::TableCell::Type::Formula);
                                      });
        QVERIFY(finishes(cells));
        QVERIFY(cells.result());
        QCOMPARE(cells.result()->cells, 5'100);
        QCOMPARE(cells.result()->revision, sheet.result()->tableRevision);
        QVERIFY(formulas > 1'000);
        QCOMPARE(wrong, 0);
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
