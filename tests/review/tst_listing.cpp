#include "review/listing.h"
#include "sheet/fit.h"
#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

using namespace Qt::StringLiterals;
using namespace std::string_literals;

using namespace Support;
using namespace Review;
using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Grid;
using Sheet::RowChange;
using Sheet::RowPair;

namespace {

const Cell formula{CellKind::Formula, "=A1"};

Kinds only(Kind kind)
{
    Kinds kinds;
    kinds.set(size_t(kind));
    return kinds;
}

qint64 sumOf(const KindCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

// At B3, with the first column as key if that identifies the rows.
Writeback::Comparison comparisonOf(Grid existing, Grid desired, int headerRows = 0, const QString &region = u"B3:"_s)
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(region);
    made.anchor = made.region.anchor();
    made.existing = std::move(existing);
    made.desired = std::move(desired);
    made.headerRows = headerRows;
    const Sheet::Key key{0};
    if (auto diff = Sheet::keyDiff(made.existing, made.desired, key, headerRows))
        made.byKey = Writeback::MatchedRows{key, std::move(diff->rows)};
    return made;
}

// Keys that differ, and some blank rows; below a row of names.
Grid anyGrid(QRandomGenerator &random, bool isDesired)
{
    static const std::array values{blank, text("x"), number("1"), number("1.0"), number("2.5"), number("-7")};
    std::vector<int> keys(8);
    std::iota(keys.begin(), keys.end(), 0);
    Grid grid(4);
    grid.appendRow(std::array{text("Key"), text(random.bounded(2) ? "A" : "B"), text("C")});
    for (int rows = random.bounded(8); rows > 0; --rows) {
        std::vector<Cell> cells(4);
        const std::string key = "k" + std::to_string(keys[size_t(random.bounded(int(keys.size())))]);
        if (random.bounded(6) > 0) {
            std::erase(keys, key[1] - '0');
            cells[0] = text(key);
            for (size_t column = 1; column < 4; ++column)
                cells[column] = values[size_t(random.bounded(int(values.size())))];
            if (random.bounded(4) == 0)
                cells[size_t(1 + random.bounded(3))] = isDesired ? keep : formula;
        }
        grid.appendRow(cells);
    }
    return grid;
}

// With some of the cells to be written edited.
Writeback::Comparison anyComparison(QRandomGenerator &random)
{
    Writeback::Comparison comparison = comparisonOf(anyGrid(random, false), anyGrid(random, true), 1);
    for (const Sheet::Span &span : Sheet::diff(comparison.existing, comparison.desired).spans) {
        for (int column = span.first; column <= span.last; ++column) {
            if (random.bounded(3) == 0)
                comparison.edited.push_back({span.row, column, column});
        }
    }
    return comparison;
}

// By its definition.
Kind kindAt(const Writeback::Comparison &comparison, const RowPair &pair, int column)
{
    const Cell existing = comparison.existing.at(pair.existing, column);
    const Cell desired = comparison.desired.at(pair.desired, column);
    const bool isFormula = existing.kind == CellKind::Formula;
    if (desired.kind == CellKind::Keep)
        return isFormula ? Kind::FormulaKept : Kind::LeftAlone;
    if (Sheet::sameValue(existing, desired))
        return Kind::Equal;
    const Sheet::Span place{pair.existing, column, column};
    if (std::ranges::count(comparison.edited, place) > 0)
        return Kind::Edited;
    if (isFormula)
        return Kind::FormulaLost;
    return existing.isBlank() ? Kind::New : desired.isBlank() ? Kind::Cleared : Kind::Changed;
}

Kind kindOfRow(const Writeback::Comparison &comparison, const RowPair &pair)
{
    if (pair.existing < 0)
        return Kind::New;
    Kinds cells;
    for (int column = 0; column < 4; ++column)
        cells |= only(kindAt(comparison, pair, column));
    if (cells.test(size_t(Kind::Edited)))
        return Kind::Edited;
    if (pair.desired < 0)
        return Kind::Cleared;
    if (cells.test(size_t(Kind::FormulaLost)))
        return Kind::FormulaLost;
    const bool isChanged =
        cells.test(size_t(Kind::Changed)) || cells.test(size_t(Kind::New)) || cells.test(size_t(Kind::Cleared));
    return isChanged ? Kind::Changed : pair.existing == pair.desired ? Kind::Equal : Kind::Moved;
}

int rowsOf(const Writeback::Comparison &comparison)
{
    return std::max(comparison.existing.rows(), comparison.desired.rows());
}

qint64 writtenIn(const KindCounts &counts)
{
    const auto of = [&](Kind kind) { return counts[size_t(kind)]; };
    return of(Kind::Edited) + of(Kind::Changed) + of(Kind::New) + of(Kind::Cleared) + of(Kind::FormulaLost);
}

Listing listed(const Writeback::Comparison &comparison, const Query &query)
{
    return list(comparison, query).value();
}

// Every change of a listing, from before its first row on, until the next one is around its end.
std::vector<std::pair<int, int>> walk(const Writeback::Comparison &comparison, const Listing &listing, bool isForward)
{
    std::vector<std::pair<int, int>> visited;
    Spot at;
    for (auto next = nextChange(comparison, listing, at, isForward); next && !next->isAround && visited.size() < 1000;
         next = nextChange(comparison, listing, at, isForward)) {
        at = next->at;
        visited.emplace_back(at.row, at.column);
    }
    return visited;
}

} // namespace

class TestListing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertedAccountIsOneNewRow()
    {
        const auto compared =
            comparisonOf(gridOf({{text("a"), number("1")}, {text("b"), number("2")}}),
                         gridOf({{text("new"), number("9")}, {text("a"), number("1")}, {text("b"), number("2")}}));
        const Listing byKey = listed(compared, {.lens = Lens::ByKey});
        QCOMPARE(byKey.rows,
                 (std::vector<RowPair>{{-1, 0, RowChange::New}, {0, 1, RowChange::Moved}, {1, 2, RowChange::Moved}}));
        QCOMPARE(byKey.counts[size_t(Kind::New)], 1);
        QCOMPARE(byKey.counts[size_t(Kind::Moved)], 2);
        QCOMPARE(sumOf(byKey.counts), 3);
        const Listing byCell = listed(compared, {.lens = Lens::ByCell});
        QCOMPARE(byCell.counts[size_t(Kind::Changed)], 4);
        QCOMPARE(byCell.counts[size_t(Kind::New)], 2);
    }

    void countsAreThoseOfEachCellAndRow()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 3'000; ++i) {
            const auto compared = anyComparison(random);
            KindCounts cells{};
            for (int row = 0; row < rowsOf(compared); ++row) {
                for (int column = 0; column < 4; ++column)
                    ++cells[size_t(kindAt(compared, {row, row}, column))];
            }
            const Listing byCell = listed(compared, {.lens = Lens::ByCell});
            QCOMPARE(byCell.counts, cells);
            QCOMPARE(sumOf(byCell.counts), Sheet::cellsToCompare(compared.region, rowsOf(compared), 4));
            QCOMPARE(writtenIn(byCell.counts), Sheet::diff(compared.existing, compared.desired).cellsToWrite());
            if (!compared.byKey)
                continue;
            KindCounts rows{};
            qint64 goneEdits = 0;
            for (const RowPair &pair : compared.byKey->rows) {
                const Kind kind = kindOfRow(compared, pair);
                ++rows[size_t(kind)];
                goneEdits += kind == Kind::Edited && pair.desired < 0;
            }
            QCOMPARE(listed(compared, {.lens = Lens::ByKey}).counts, rows);
            const auto diff = Sheet::keyDiff(compared.existing, compared.desired, compared.byKey->key, 1);
            QCOMPARE(writtenIn(byCell.counts), diff->headerCells + diff->writtenCells);
            const auto of = [&rows](Kind kind) { return rows[size_t(kind)]; };
            QCOMPARE(of(Kind::Edited) - goneEdits + of(Kind::Changed) + of(Kind::FormulaLost), diff->changed);
            QCOMPARE(rows[size_t(Kind::Moved)], diff->moved);
        }
    }

    void filterListsItsRowsAndNoOthers()
    {
        QRandomGenerator random(12);
        for (int i = 0; i < 3'000; ++i) {
            const auto compared = anyComparison(random);
            for (const Lens lens : {Lens::ByCell, Lens::ByKey}) {
                if (lens == Lens::ByKey && !compared.byKey)
                    continue;
                const Kinds wanted(random.generate() & 0x1ff);
                const Listing all = listed(compared, {.lens = lens});
                std::vector<RowPair> expected;
                for (const RowPair &pair : all.rows) {
                    Kinds kinds;
                    if (lens == Lens::ByKey) {
                        kinds = only(kindOfRow(compared, pair));
                    } else {
                        for (int column = 0; column < 4; ++column)
                            kinds |= only(kindAt(compared, pair, column));
                    }
                    const bool isHeader = pair.desired == 0;
                    if (isHeader || wanted.none() || (kinds & wanted).any())
                        expected.push_back(pair);
                }
                const Listing some = listed(compared, {.lens = lens, .kinds = wanted});
                QCOMPARE(some.rows, expected);
                QCOMPARE(some.counts, all.counts);
                QCOMPARE(some.hiddenRows, qint64(all.rows.size() - expected.size()));
                QCOMPARE(some.isChanged, all.isChanged);
            }
        }
    }

    void shownAndHiddenRowsAddUpToTheTotals()
    {
        QRandomGenerator random(13);
        for (int i = 0; i < 1'000; ++i) {
            const auto compared = anyComparison(random);
            const Listing some = listed(compared, {.lens = Lens::ByCell, .kinds = only(Kind::Changed)});
            RowTotals shown(compared, 4);
            for (size_t row = 1; row < some.rows.size(); ++row)
                shown.add(some.rows[row]);
            const auto sum = [](const std::vector<ColumnTotals> &totals, const QString &column) {
                const auto found = std::ranges::find(totals, column, &ColumnTotals::column);
                return found == totals.end() ? "0"s : found->after.sum.value();
            };
            for (const ColumnTotals &all : totals(compared)) {
                const std::string hidden = sum(some.hidden, all.column);
                QCOMPARE(Sheet::difference(sum(shown.totals(), all.column), all.after.sum.value()), hidden);
            }
        }
    }

    void columnIsChangedIfOneOfItsCellsIsWritten()
    {
        QRandomGenerator random(14);
        for (int i = 0; i < 2'000; ++i) {
            const auto compared = anyComparison(random);
            for (const Lens lens : {Lens::ByCell, Lens::ByKey}) {
                if (lens == Lens::ByKey && !compared.byKey)
                    continue;
                const Listing all = listed(compared, {.lens = lens});
                for (int column = 0; column < 4; ++column) {
                    const bool isChanged = std::ranges::any_of(all.rows, [&](const RowPair &pair) {
                        return Sheet::isWritten(Sheet::change(compared.existing.at(pair.existing, column),
                                                              compared.desired.at(pair.desired, column)));
                    });
                    QCOMPARE(all.isChanged[size_t(column)], isChanged);
                }
            }
        }
    }

    void greatestDifferenceComesFirst()
    {
        const auto compared = comparisonOf(gridOf({{text("Key"), text("Amount")},
                                                   {text("a"), number("100000000000000000000000000000")},
                                                   {text("b"), number("5")},
                                                   {text("c"), number("-3")},
                                                   {text("d"), text("n/a")},
                                                   {text("gone"), number("-40")},
                                                   {text("e"), number("1e5000")}}),
                                           gridOf({{text("Key"), text("Amount")},
                                                   {text("a"), number("100000000000000000000000000000.01")},
                                                   {text("b"), number("5.0")},
                                                   {text("c"), number("0.5")},
                                                   {text("d"), number("2")},
                                                   {text("new"), number("40.000000000000000000000000000001")},
                                                   {text("e"), number("7")}}),
                                           1);
        const auto keys = [&](const Query &query) {
            QStringList found;
            for (const RowPair &pair : listed(compared, query).rows) {
                const Cell key =
                    pair.desired < 0 ? compared.existing.at(pair.existing, 0) : compared.desired.at(pair.desired, 0);
                found.append(QString::fromUtf8(key.text.data(), qsizetype(key.text.size())));
            }
            return found.join(u' ');
        };
        Query query{.lens = Lens::ByKey, .column = 1};
        QCOMPARE(keys(query), u"Key e new gone c d a b"_s); // that of e is not known
        query.atLeast = "2";
        QCOMPARE(keys(query), u"Key e new gone c d"_s);
        query.atLeast = "40.000000000000000000000000000001";
        QCOMPARE(keys(query), u"Key e new"_s);
        query.column.reset();
        QCOMPARE(keys(query), u"Key a b c d gone new e"_s); // without a column there is no threshold
    }

    void thirtyDigitsAreSortedExactly()
    {
        QRandomGenerator random(15);
        Grid existing(2);
        Grid desired(2);
        for (int row = 0; row < 500; ++row) {
            std::string digits = "1";
            for (int digit = 0; digit < 26; ++digit)
                digits += "0";
            digits += std::to_string(100 + random.bounded(900));
            existing.appendRow(std::array{text("k" + std::to_string(row)), number("0")});
            desired.appendRow(std::array{text("k" + std::to_string(row)), number((row % 2 ? "-" : "") + digits)});
        }
        const auto compared = comparisonOf(std::move(existing), std::move(desired));
        const Listing sorted = listed(compared, {.lens = Lens::ByKey, .column = 1});
        QCOMPARE(sorted.rows.size(), size_t(500));
        for (size_t row = 1; row < sorted.rows.size(); ++row) {
            const auto digits = [&](size_t at) {
                std::string_view all = compared.desired.at(sorted.rows[at].desired, 1).text;
                all.remove_prefix(all.starts_with('-') ? 1 : 0);
                return all;
            };
            QVERIFY(digits(row - 1) >= digits(row)); // as texts: they are equally long
        }
    }

    void everyChangeIsVisitedOnceInBothDirections()
    {
        QRandomGenerator random(16);
        for (int i = 0; i < 2'000; ++i) {
            const auto compared = anyComparison(random);
            for (const Lens lens : {Lens::ByCell, Lens::ByKey}) {
                if (lens == Lens::ByKey && !compared.byKey)
                    continue;
                const Listing some = listed(compared, {.lens = lens, .kinds = Kinds(random.generate() & 0xff)});
                std::vector<std::pair<int, int>> expected;
                for (int row = 0; row < int(some.rows.size()); ++row) {
                    const RowPair &pair = some.rows[size_t(row)];
                    for (int column = 0; column < 4; ++column) {
                        if (!Sheet::isWritten(Sheet::change(compared.existing.at(pair.existing, column),
                                                            compared.desired.at(pair.desired, column))))
                            continue;
                        expected.emplace_back(row, column);
                        if (pair.desired < 0 || pair.existing < 0)
                            break;
                    }
                }
                QCOMPARE(walk(compared, some, true), expected);
                std::ranges::reverse(expected);
                QCOMPARE(walk(compared, some, false), expected);
            }
        }
    }

    void nextChangeGoesAroundTheEnd()
    {
        const auto compared =
            comparisonOf(gridOf({{text("a"), text("b")}, {blank}, {text("c")}}), gridOf({{text("a"), text("x")}}));
        const Listing all = listed(compared, {.lens = Lens::ByCell});
        const auto last = nextChange(compared, all, {0, 1}, true);
        QVERIFY(last && !last->isAround);
        QCOMPARE(last->at, (Spot{2, 0}));
        const auto first = nextChange(compared, all, last->at, true);
        QVERIFY(first && first->isAround);
        QCOMPARE(first->at, (Spot{0, 1}));
        const auto back = nextChange(compared, all, first->at, false);
        QVERIFY(back && back->isAround);
        QCOMPARE(back->at, (Spot{2, 0}));
        const auto none = comparisonOf(gridOf({{text("a")}}), gridOf({{text("a")}}));
        QVERIFY(!nextChange(none, listed(none, {}), {0, 0}, true));
    }

    void restOfAClosedRegionIsEqual()
    {
        const auto compared = comparisonOf({}, gridOf({{text("a"), number("1")}}), 0, u"B3:C12"_s);
        const Listing all = listed(compared, {.lens = Lens::ByCell});
        QCOMPARE(all.counts[size_t(Kind::New)], 2);
        QCOMPARE(all.counts[size_t(Kind::Equal)], 18);
    }

    void dataBeyondTheRegionIsListedAndNotCounted()
    {
        const auto compared =
            comparisonOf({}, gridOf({{text("a"), number("1")}, {text("b"), number("2")}}), 0, u"B3:B3"_s);
        const Listing all = listed(compared, {.lens = Lens::ByCell});
        QCOMPARE(all.rows.size(), size_t(2));
        QCOMPARE(sumOf(all.counts), 1);
        QCOMPARE(listed(compared, {.kinds = only(Kind::New)}).rows.size(), size_t(1));
        QCOMPARE(walk(compared, all, true).size(), size_t(1));
    }

    void stoppedListingHasNoResult()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!list(comparisonOf({}, gridOf({{text("a")}})), {}, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
