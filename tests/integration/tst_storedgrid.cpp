#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::Cell;
using Writeback::RunReport;
using Writeback::State;
using Writeback::StepName;

namespace {

const Rows stored{QJsonArray{u"Unit"_s, u"Heads"_s}, QJsonArray{u"North"_s, 12}};

} // namespace

// Runs whose source is a grid in memory: the same reconciliation, and no service but Workiva.
class TestStoredGrid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(u"Units"_s, {{u"Unit"_s, u"STRING"_s}}, {QJsonArray{u"North"_s}}); }

    void regionBecomesTheGrid()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const SheetProbe probe(sandbox);
        QVERIFY(probe.write(u"A1:E5"_s,
                            {QJsonArray{1, 2, 3, 4, 5}, QJsonArray{1, 2, 3, 4, 5}, QJsonArray{1, 2, 3, 4, 5},
                             QJsonArray{1, 2, 3, 4, 5}, QJsonArray{1, 2, 3, 4, 5}}));
        Cells wanted = probe.read();
        clear(wanted, 1, 1, 3, 3);
        place(wanted, 1, 1, stored);

        const RunReport report = runToEnd(request(sandbox));
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.review.sourceRows, 2);
        QCOMPARE(report.review.sourceColumns, 2);
        QCOMPARE(report.cellsCompared, 9);
        QVERIFY(
            std::ranges::none_of(report.steps, [](const auto &step) { return step.step == StepName::FetchSource; }));
        QCOMPARE(difference(probe.read(), wanted), QString());

        const RunReport again = runToEnd(request(sandbox));
        QVERIFY2(again.state == State::NothingToDo, inWords(again).constData());
    }

    void dryRunComparesAndWritesNothing()
    {
        SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const SheetProbe probe(sandbox);
        const Cells before = probe.read();
        Writeback::RunRequest planned = request(sandbox);
        planned.dryRun = true;
        const RunReport report = runToEnd(planned);
        QVERIFY2(report.state == State::Planned, inWords(report).constData());
        QVERIFY(report.comparison);
        QCOMPARE(report.comparison->desired.rows(), 2);
        QCOMPARE(difference(probe.read(), before), QString());
    }

private:
    // B2:D4, larger than the grid.
    [[nodiscard]] static Writeback::RunRequest request(const SandboxProcess &sandbox)
    {
        auto grid = std::make_shared<Sheet::Grid>();
        grid->appendRow(std::array{Cell::ofText("Unit"), Cell::ofText("Heads")});
        grid->appendRow(std::array{Cell::ofText("North"), Cell::ofNumber("12")});
        Writeback::RunRequest request = sandbox.request(u"Units"_s, u"B2:D4"_s);
        request.source = Writeback::StoredGrid{grid};
        return request;
    }

    DataSetFolder m_folder;
};

QTEST_GUILESS_MAIN(TestStoredGrid)
#include "tst_storedgrid.moc"
