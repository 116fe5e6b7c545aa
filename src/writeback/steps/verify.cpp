#include "writeback/steps/verify.h"

#include "core/clock.h"
#include "writeback/causefinder.h"
#include "writeback/datematcher.h"
#include "writeback/differences.h"

#include <algorithm>
#include <array>

namespace Writeback {

namespace {

using namespace std::chrono_literals;

// Pauses before a difference is believed, as fractions of the read lag: 0.5, 1, 2 and 4 s of 7.5 s.
constexpr std::array<int, 4> pauses{1, 2, 4, 8};
constexpr int allPauses = 15;
constexpr auto pauseOfACancelledRun = 150ms;
constexpr int maxCures = 2; // the first may have been based on readings that lagged

} // namespace

Verify::Verify(RunContext &context, bool afterError, QObject *parent)
    : Step(StepName::Verify, context, parent), m_afterError(afterError)
{
}

Verify::~Verify() = default;

void Verify::run()
{
    RunContext &run = context();
    m_began = run.clock->elapsed();
    run.cellsCompared = 0;
    run.caughtUp = {};
    run.cure.reset();
    auto reader = std::make_unique<TargetReader>(*run.workiva, run.sheetId(), run.request.region, run.anchor(),
                                                 run.existing.forReading());
    reader->expect(run.desired.rows(), run.desired.columns());
    read(std::move(reader));
}

void Verify::abort()
{
    m_reader.reset();
    m_dates.reset();
    m_causes.reset();
}

void Verify::read(std::unique_ptr<TargetReader> reader)
{
    m_reader = std::move(reader);
    connect(m_reader.get(), &TargetReader::progressChanged, this, [this](qint64 cells) {
        const qint64 all = context().cellsOfRegion();
        Q_EMIT progressChanged(std::min(cells, all), all);
    });
    connect(m_reader.get(), &Net::Job::finished, this, &Verify::haveRead);
    m_reader->start();
}

void Verify::stop()
{
    m_stopping = true;
    const auto left = *context().stopBy - context().clock->elapsed();
    context().clock->callAfter(std::max(left, 0ms), this, [this] { cancel(); });
}

void Verify::haveRead()
{
    RunContext &run = context();
    const Core::Result<ReadBack> read = m_reader->takeResult();
    m_reader.reset();
    if (!read) {
        finishWith(Core::propagate(read));
        return;
    }
    run.sheetAltered = run.sheetAltered || read->altered;
    m_isSteady = !read->altered;
    m_dates = std::make_unique<DateMatcher>(run);
    connect(m_dates.get(), &Net::Job::finished, this, &Verify::compare);
    m_dates->start();
}

void Verify::compare()
{
    RunContext &run = context();
    m_dates.reset();
    run.diff = Sheet::diff(run.existing, run.desired);
    run.cellsCompared = run.cellsOfRegion() - run.diff.kept;
    Q_EMIT progressChanged(run.cellsCompared, run.cellsCompared);
    std::erase_if(run.open, [&](const OpenChange &change) {
        if (!change.block || change.sentAgain || !holds(run.existing, run.desired, *change.block))
            return false;
        run.sheetAltered = true;
        run.note(run.journal->ended(change.id, Journal::ChangeEnd::CarriedOut));
        return true;
    });
    if (m_pauses > 0)
        run.caughtUp = run.clock->elapsed() - m_began;
    if (run.diff.isEmpty())
        end();
    else
        readAgainOrEnd();
}

void Verify::readAgainOrEnd()
{
    RunContext &run = context();
    const bool mayBeCured = !m_afterError && !m_stopping && m_pauses > 0 && m_isSteady && run.cures < maxCures;
    if (mayBeCured && findCure()) {
        finishWith({});
        return;
    }
    const bool isLast = m_stopping ? m_pauses > 0 : m_pauses == pauses.size();
    if (isLast) {
        end();
        return;
    }
    const auto pause = m_stopping ? pauseOfACancelledRun : run.request.lag * pauses[m_pauses] / allPauses;
    ++m_pauses;
    Q_EMIT waiting({.reason = Waiting::For::Reading, .service = Core::Service::Workiva, .next = pause});
    run.clock->callAfter(pause, this, [this] {
        if (isFinished())
            return;
        Q_EMIT waiting({});
        // Cells that matched were read after the last change; only those that differ may still be lagging.
        RunContext &asked = context();
        std::vector<Sheet::Rectangle> areas;
        for (const Sheet::Span &span : asked.diff.spans)
            areas.push_back(asked.inSheet({span.row, span.first, 1, span.last - span.first + 1}));
        read(std::make_unique<TargetReader>(*asked.workiva, asked.sheetId(), areas, asked.anchor(),
                                            asked.existing.forReading()));
    });
}

// Marks texts that the sheet converted.
bool Verify::findCure()
{
    RunContext &run = context();
    Sheet::Diff cure;
    for (const Sheet::Span &span : run.diff.spans) {
        for (int column = span.first; column <= span.last; ++column) {
            const Sheet::Cell wanted = run.desired.at(span.row, column);
            const Sheet::Cell found = run.existing.at(span.row, column);
            if (!isCurable(found, wanted))
                continue;
            ++cure.changed;
            cure.spans.push_back({span.row, column, column});
        }
    }
    if (cure.isEmpty())
        return false;
    run.cure = std::move(cure);
    return true;
}

void Verify::end()
{
    RunContext &run = context();
    const bool waitedLongEnough = m_pauses == pauses.size();
    if (run.diff.isEmpty() || waitedLongEnough) {
        std::erase_if(run.open, [&](const OpenChange &change) {
            if (change.denied)
                run.note(run.journal->ended(change.id, Journal::ChangeEnd::Refused));
            return change.denied;
        });
    }
    if (run.diff.isEmpty()) {
        finishWith({});
        return;
    }
    if (m_stopping && !m_afterError && !waitedLongEnough) { // readings may lag: not a verdict
        cancel();
        return;
    }
    run.provenUntouched =
        m_afterError && waitedLongEnough && !run.sheetAltered && !run.renewedUnseen && run.cellsDone == 0;
    run.differences = differences(run.existing, run.desired, run.diff, run.anchor());
    if (m_stopping) {
        endWithMismatch();
        return;
    }
    m_causes = std::make_unique<CauseFinder>(*run.workiva, run.sheet.tableId, run.differences);
    connect(m_causes.get(), &Net::Job::finished, this, &Verify::endWithMismatch);
    m_causes->start();
}

void Verify::endWithMismatch()
{
    finishWith(Core::fail(Core::ErrorKind::Mismatch, context().differences.front().place));
}

} // namespace Writeback
