#include "sandbox/samples.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Sandbox;

namespace {

const StoredDataSet &named(const std::vector<StoredDataSet> &all, QLatin1String name)
{
    return *std::ranges::find_if(all, [name](const StoredDataSet &one) { return one.name() == name; });
}

} // namespace

class TestSamples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trialBalanceHas1200Rows()
    {
        const auto all = sampleDataSets(false);
        QCOMPARE(all.size(), size_t(4));
        QCOMPARE(named(all, "Trial Balance"_L1).rows(), 1200);
    }

    void nastyHasWhatItsNamePromises()
    {
        const auto all = sampleDataSets(false);
        const StoredDataSet &nasty = named(all, "Nasty"_L1);
        QStringList names;
        for (const StoredDataSet::Column &column : nasty.columns())
            names += column.name;
        QVERIFY(names.contains(QString()));
        QCOMPARE(names.count(u"Value"_s), 2);

        QSet<QByteArray> texts;
        bool hasNull = false;
        for (int row = 0; row < nasty.rows(); ++row) {
            for (int column = 0; column < int(names.size()); ++column) {
                const Sheet::Cell cell = nasty.at(row, column);
                hasNull = hasNull || cell.kind == Sheet::CellKind::Empty;
                if (cell.kind == Sheet::CellKind::Text)
                    texts.insert(QByteArray(cell.text.data(), qsizetype(cell.text.size())));
            }
        }
        QVERIFY(hasNull);
        for (const char *text : {"00123", "=1+1", "\\N", "", "12345678901234567890", "two\nlines", "日本語"})
            QVERIFY2(texts.contains(text), text);
    }

    // So that the sample data shows what a review is for.
    void balancesAreLoadedWithoutTheNewestAccount()
    {
        const auto dataSets = sampleDataSets(false);
        const Spreadsheets all = sampleSpreadsheets(QDateTime::currentDateTimeUtc());
        const Cells &cells = all.front()->sheets.back()->cells;
        const StoredDataSet &balances = named(dataSets, "Month-End Balances"_L1);
        QCOMPARE(cells.extent(), (Sheet::Rectangle{0, 0, balances.rows() + 1, 8})); // one is new, and one is gone
        int rowsOfNewAccount = 0;
        for (int row = 0; row <= balances.rows(); ++row)
            rowsOfNewAccount += cells.at(row, 1).text == "0011350";
        QCOMPARE(rowsOfNewAccount, 0);
        QCOMPARE(cells.at(1, 4).kind, Sheet::CellKind::Number);
    }

    void sheetsNestAndShareNames()
    {
        const Spreadsheets all = sampleSpreadsheets(QDateTime::currentDateTimeUtc());
        const StoredSpreadsheet &filing = *all.front();
        QStringList names;
        QSet<QString> ids;
        for (const auto &sheet : filing.sheets) {
            names += filing.path(*sheet).join(u'/');
            ids.insert(sheet->id);
        }
        QVERIFY(names.contains(u"Trial Balance"_s));
        QVERIFY(names.contains(u"Statements/Balance Sheet/Trial Balance"_s));
        QCOMPARE(ids.size(), names.size());
    }

    void thereAreALockALinkedDatasetFormulasLinksAndAnEmptySheet()
    {
        const Spreadsheets all = sampleSpreadsheets(QDateTime::currentDateTimeUtc());
        int locked = 0;
        int linked = 0;
        int formulas = 0;
        for (const auto &one : all) {
            for (const auto &sheet : one->sheets) {
                locked += sheet->lock.isEmpty() ? 0 : 1;
                linked += sheet->dataset ? 1 : 0;
                sheet->cells.each(sheet->cells.extent(), [&formulas](int, int, const Cells::Stored &stored) {
                    formulas += stored.kind == Sheet::CellKind::Formula ? 1 : 0;
                });
            }
        }
        const Worksheet &summary = *all.front()->sheets[1];
        QCOMPARE(summary.merges.size(), size_t(1));
        QVERIFY(summary.cells.find(0, 0)->isRich);
        QVERIFY(!summary.links.front().source.isEmpty());
        QCOMPARE(summary.cells.at(1, 1).text, std::string_view("12000"));
        QVERIFY(all.front()->sheets[2]->links.front().source.isEmpty());
        QCOMPARE(locked, 1);
        QCOMPARE(linked, 1);
        QVERIFY(formulas > 10);
        QCOMPARE(all.back()->name, u"Scratch"_s);
        QVERIFY(all.back()->sheets.front()->cells.extent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
