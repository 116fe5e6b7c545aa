#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::State;

namespace {

const QString ledgerName = u"Ledger"_s;
const QList<DataSetFolder::Column> columns{
    {u"Account"_s, u"STRING"_s}, {u"Name"_s, u"STRING"_s}, {u"Amount"_s, u"DECIMAL"_s}, {u"Items"_s, u"LONG"_s}};
const QString region = u"B3:E52"_s;

Rows ledger(int count)
{
    Rows rows;
    for (int i = 0; i < count; ++i) {
        const QJsonValue amount = i % 7 == 3 ? QJsonValue() : QJsonValue(i * -1250.75);
        rows.append({u"%1"_s.arg(i, 5, 10, '0'_L1), u"Käufe \"Süd\", 第%1部\n🧾"_s.arg(i), amount, i});
    }
    return rows;
}

} // namespace

// The history of a month-end sheet: a first copy, the same again, one row changed, fewer rows. Between two months the
// sandbox is restarted with another DataSet and the same sheets.
class TestFirstCopy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<DataSetFolder>();
        m_sentinels.clear();
        Rows sentinels;
        for (int row = 0; row < 60; ++row) {
            QJsonArray values;
            for (int column = 0; column < 8; ++column)
                values.append(u"keep %1 %2"_s.arg(row).arg(column));
            sentinels.append(values);
        }
        place(m_sentinels, 0, 0, sentinels);
        publish(ledger(40));
        QVERIFY(m_sandbox->isUp());
        QVERIFY(SheetProbe(*m_sandbox).write(u"A1:H60"_s, sentinels));
    }

    void cleanup() { m_sandbox.reset(); }

    void regionHoldsTheDataSetAndTheRestStays()
    {
        const auto report = copy();
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.review.sourceRows, 40);
        QCOMPARE(report.review.sourceColumns, 4);
        QCOMPARE(Sheet::toA1(report.review.fit.data), u"B3:E43"_s);
        QVERIFY(report.cellsCompared >= 41 * 4);
        QCOMPARE(report.cellsWrong, 0);
        QVERIFY(!report.operations.isEmpty());
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted(ledger(40))), QString());
    }

    void sameAgainSendsNothing()
    {
        QCOMPARE(copy().state, State::Verified);
        const int before = writes();
        const auto again = copy();
        QVERIFY2(again.state == State::NothingToDo, inWords(again).constData());
        QCOMPARE(again.review.changes.unchanged, 41 * 4);
        QCOMPARE(writes(), before);
    }

    void changedRowSendsItsChangedCellsOnly()
    {
        QCOMPARE(copy().state, State::Verified);
        Rows rows = ledger(40);
        rows[16][1] = u"renamed"_s;
        rows[16][2] = 5;
        publish(rows);
        const auto report = copy();
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.review.changes.changed, 2);
        QCOMPARE(report.review.changes.added, 0);
        QCOMPARE(report.review.changes.cleared, 0);
        QCOMPARE(report.cellsWritten, 2);
        QCOMPARE(writes(), 1);
        const qint64 bytes = m_sandbox->bytes(u"updateValuesByRange"_s) + m_sandbox->bytes(u"updateSheet"_s);
        QVERIFY2(bytes > 0 && bytes < 200, QByteArray::number(bytes).constData());
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted(rows)), QString());
    }

    void fewerRowsClearTheTail()
    {
        QCOMPARE(copy().state, State::Verified);
        publish(ledger(30));
        const auto report = copy();
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(report.review.changes.changed, 0);
        QVERIFY(report.review.changes.cleared > 30);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted(ledger(30))), QString());
    }

    void dryRunSendsNothing()
    {
        const int before = writes();
        const auto report = copy(true);
        QVERIFY2(report.state == State::Planned, inWords(report).constData());
        QVERIFY(report.review.changes.changed > 0);
        QCOMPARE(writes(), before);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), m_sentinels), QString());
    }

    void emptyDataSetLeavesTheNames()
    {
        publish({});
        const auto report = copy();
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted({})), QString());
    }

private:
    // the DataSet of this month
    void publish(const Rows &rows)
    {
        m_sandbox.reset();
        m_folder->write(ledgerName, columns, rows);
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->options(u"sheets"_s));
    }

    [[nodiscard]] Cells wanted(const Rows &rows) const
    {
        Cells cells = m_sentinels;
        clear(cells, 2, 1, 51, 4);
        place(cells, 2, 1, Rows{namesOf(columns)} + rows);
        return cells;
    }

    [[nodiscard]] Writeback::RunReport copy(bool dryRun = false) const
    {
        Writeback::RunRequest request = m_sandbox->request(ledgerName, region);
        request.dryRun = dryRun;
        return runToEnd(request);
    }

    [[nodiscard]] int writes() const
    {
        return m_sandbox->requests(u"updateValuesByRange"_s) + m_sandbox->requests(u"updateSheet"_s);
    }

    std::unique_ptr<DataSetFolder> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Cells m_sentinels;
};

QTEST_GUILESS_MAIN(TestFirstCopy)
#include "tst_firstcopy.moc"
