#include "writeback/steps/compose.h"

#include "sheet/fingerprint.h"
#include "sheet/keptform.h"
#include "sheet/keydiff.h"
#include "sheet/totals.h"
#include "writeback/datematcher.h"
#include "writeback/guards.h"
#include "writeback/update.h"

namespace Writeback {

namespace {

// What the sheet holds after the run: where cells are left alone, those that are there.
DataFacts factsOf(const RunContext &run)
{
    const int columns = std::min(int(run.shaped.columns.size()), run.desired.columns());
    const Sheet::Grid &before = run.existing;
    std::vector<int> added;
    for (int column = 0; column < columns; ++column) {
        if (run.isNumeric(column))
            added.push_back(column);
    }
    Sheet::Totals totals(columns);
    for (int row = run.headerRows(); row < run.desired.rows(); ++row) {
        const Sheet::Grid::Row desired = run.desired.row(row);
        const Sheet::Grid::Row existing = before.row(row);
        for (const int column : added) {
            const bool isKept = desired[column].kind == Sheet::CellKind::Keep;
            totals.add(column, isKept ? existing[column] : desired[column]);
        }
    }
    const std::vector<Sheet::ColumnTotal> sums = totals.columns();
    DataFacts facts{.loaded = run.dataSet.loadedAt()};
    for (int column = 0; column < columns; ++column) {
        const Domo::Column &known = run.shaped.columns[column];
        ColumnFacts one{.name = known.name, .type = known.type};
        const auto &sum = sums[size_t(column)].sum;
        if (run.isNumeric(column) && sum)
            one.total = QString::fromStdString(*sum);
        facts.columns.append(one);
    }
    return facts;
}

} // namespace

Core::Result<void> compareByKey(RunContext &run, const Sheet::Key &chosen, bool isLookedFor)
{
    run.byKey.reset();
    run.matched.reset();
    run.shift.reset();
    const bool isChosen = !chosen.empty();
    Sheet::Key key = chosen;
    if (!isChosen && isLookedFor)
        key = Sheet::suggestKey(run.existing, run.desired, run.possibleKeys(), run.headerRows()).value_or(Sheet::Key());
    if (key.empty())
        return {};
    auto diff = Sheet::keyDiff(run.existing, run.desired, key, run.headerRows());
    if (!diff) // a key that was chosen for Replace has no use but this; the other methods have checked it already
        return isChosen && run.request.update.kind == Sheet::UpdateMethod::Kind::Replace ? Core::propagate(diff)
                                                                                         : Core::Result<void>();
    run.byKey = KeyCounts{.key = {},
                          .isSuggested = !isChosen,
                          .added = diff->added,
                          .gone = diff->gone,
                          .changed = diff->changed,
                          .moved = diff->moved,
                          .equal = diff->equal,
                          .changedCells = diff->changedCells,
                          .writtenCells = diff->writtenCells,
                          .movedCells = diff->movedCells};
    for (const int column : key)
        run.byKey->key.append(run.columnName(column));
    run.shift.emplace(run.existing, run.desired, key, run.headerRows(), diff->rows, run.anchor());
    int firstGone = -1;
    for (const Sheet::RowPair &pair : diff->rows) {
        if (pair.change == Sheet::RowChange::Gone && (firstGone < 0 || pair.existing < firstGone))
            firstGone = pair.existing;
    }
    if (firstGone >= 0) {
        const Sheet::Address place{run.anchor().row + firstGone, run.anchor().column + key.front()};
        run.byKey->firstGone = Sheet::toA1(place);
    }
    run.matched = MatchedRows{key, std::move(diff->rows)};
    return {};
}

Compose::Compose(RunContext &context, QObject *parent) : Step(StepName::Compose, context, parent) { }

Compose::~Compose() = default;

void Compose::run()
{
    RunContext &run = context();
    const DataSetSource *source = run.request.dataSet();
    const auto method = methodOf(run.request.update, run.shaped.columns, source && source->datesAsText);
    if (!method) {
        finishWith(Core::propagate(method));
        return;
    }
    m_key = method->keys;
    if (run.request.asKept && !run.isComposed)
        Sheet::toKeptForm(run.source);
    if (!run.isComposed || run.request.update.dependsOnSheet()) {
        auto composed = desired(*method);
        if (!composed) {
            finishWith(Core::propagate(composed));
            return;
        }
        run.desired = *std::move(composed);
        run.fit = Sheet::fit(run.request.region, run.desired.rows(), run.desired.columns());
        if (run.request.update.formulas == Sheet::Formulas::Keep)
            keepFormulas();
        run.isComposed = true;
    }
    leaveAlone(run.keptEdits);
    compareWithLeft();
    m_dates = std::make_unique<DateMatcher>(run);
    connect(m_dates.get(), &Net::Job::finished, this, &Compose::compare);
    m_dates->start();
}

void Compose::compareWithLeft()
{
    RunContext &run = context();
    const auto left = run.left ? Sheet::Fingerprint::fromBytes(run.left->fingerprint) : std::nullopt;
    if (!left) {
        run.left.reset(); // of another version: nothing is known
        return;
    }
    m_edited = left->changedIn(run.existing);
    if (!run.request.dryRun)
        return;
    const std::vector<Sheet::Span> changed = left->changedSince(run.existing);
    run.regionSince = RegionSince{.left = run.left->ended, .changed = Sheet::cellsOf(changed)};
    if (!changed.empty())
        run.regionSince->first = Sheet::toA1(
            Sheet::Address{changed.front().row + run.anchor().row, changed.front().first + run.anchor().column});
}

// A source whose desired grid does not depend on the sheet is not kept in addition: it may have two million cells.
Core::Result<Sheet::Grid> Compose::desired(const Sheet::UpdateMethod &method)
{
    RunContext &run = context();
    if (run.request.update.keepsOrder)
        return Sheet::inSheetOrder(run.existing, run.source, method.keys, run.headerRows());
    Sheet::Grid source = run.request.update.dependsOnSheet() ? run.source.copy() : std::move(run.source);
    return Sheet::compose(run.existing, std::move(source), method, run.headerRows());
}

// Also those in cells that would be cleared.
void Compose::keepFormulas()
{
    RunContext &run = context();
    const Sheet::Grid &existing = run.existing;
    run.formulasKept = 0;
    for (int row = 0; row < existing.rows(); ++row) {
        for (int column = 0; column < existing.columns(); ++column) {
            const Sheet::Cell cell = existing.at(row, column);
            if (cell.kind != Sheet::CellKind::Formula
                || !Sheet::isWritten(Sheet::change(cell, run.desired.at(row, column))))
                continue;
            run.desired.set(row, column, {Sheet::CellKind::Keep, {}});
            if (run.formulasKept++ == 0)
                run.firstFormulaKept = {row, column};
        }
    }
}

void Compose::leaveAlone(const std::vector<Sheet::Span> &cells)
{
    for (const Sheet::Span &span : cells) {
        for (int column = span.first; column <= span.last; ++column)
            context().desired.set(span.row, column, {Sheet::CellKind::Keep, {}});
    }
}

void Compose::abort()
{
    m_dates.reset();
}

void Compose::compare()
{
    RunContext &run = context();
    run.diff = Sheet::diff(run.existing, run.desired);
    run.edited = Sheet::common(m_edited, run.diff.spans);
    if (run.request.keepsEdits && !run.edited.empty()) {
        leaveAlone(run.edited);
        run.keptEdits.insert(run.keptEdits.end(), run.edited.begin(), run.edited.end());
        run.edited.clear();
        run.diff = Sheet::diff(run.existing, run.desired);
    }
    run.changes = {run.diff.changed, run.diff.added, run.diff.cleared, run.diff.unchanged, run.diff.kept};
    run.planned = run.diff.spans;
    run.cellsCompared = run.cellsOfRegion() - run.diff.kept;
    run.data = factsOf(run);
    finishWith(compareByKey(run, m_key, needsKey(run.request)));
}

} // namespace Writeback
