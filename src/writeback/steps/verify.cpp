#include "writeback/steps/verify.h"

#include "core/clock.h"

#include <algorithm>

namespace Writeback {

void Verify::run()
{
    RunContext &run = context();
    m_reader = std::make_unique<TargetReader>(*run.workiva, run.request.spreadsheetId, run.request.sheetId,
                                              Sheet::Region(run.sent), run.anchor(), run.existing);
    connect(m_reader.get(), &TargetReader::progressChanged, this,
            [this](qint64 cells) { Q_EMIT progressChanged(cells, context().sent.cells()); });
    connect(m_reader.get(), &Net::Job::finished, this, &Verify::compare);
    m_reader->start();
}

void Verify::stop()
{
    const auto left = *context().stopBy - context().clock->elapsed();
    context().clock->callAfter(std::max(left, std::chrono::milliseconds(0)), this, [this] { cancel(); });
}

void Verify::compare()
{
    RunContext &run = context();
    const auto &read = m_reader->result();
    if (!read) {
        finishWith(tl::unexpected(read.error()));
        return;
    }
    run.cellsVerified = run.sent.cells();
    std::erase_if(run.inDoubt, [&](const Block &block) { return holds(run.existing, run.desired, block); });
    run.sheetAltered = run.sheetAltered || read->altered;
    run.diff = Sheet::diff(run.existing, run.desired);
    run.cellsWrong = run.diff.cellsToWrite();
    if (run.diff.isEmpty()) {
        finishWith({});
        return;
    }
    const Sheet::Span &first = run.diff.spans.front();
    run.firstWrong = Sheet::toA1(Sheet::Address{first.row + run.anchor().row, first.first + run.anchor().column});
    finishWith(Core::fail(Core::ErrorKind::Mismatch, run.firstWrong));
}

} // namespace Writeback
