#include "writeback/steps/write.h"

#include "core/clock.h"
#include "sheet/textlint.h"
#include "workiva/applytextformatbody.h"
#include "workiva/updatesheet.h"
#include "workiva/writevalues.h"
#include "writeback/differences.h"

#include <algorithm>
#include <utility>

namespace Writeback {

namespace {

using namespace std::chrono_literals;

constexpr auto stopGrace = 600ms; // a cancelled run ends within a second, including the read-back
constexpr auto pauseBeforeReadingBack = 500ms; // an operation whose response was lost may be under way
constexpr auto pauseAfterConflict = 1000ms;
constexpr int attemptsOfABlock = 4;
constexpr int readingsOfABlock = 2; // before it is sent again
constexpr size_t textsLookedAt = 1'000;
constexpr std::ptrdiff_t formatsOfARequest = 20'000; // about 70 bytes each: far below the limit of a request

// What a run writes to columns without dates.
Sheet::Diff withoutDates(const RunContext &run)
{
    Sheet::Diff others;
    for (const Sheet::Span &span : run.diff.spans) {
        bool joins = false;
        for (int column = span.first; column <= span.last; ++column) {
            if (run.holdsDates(column))
                joins = false;
            else if (std::exchange(joins, true))
                others.spans.back().last = column;
            else
                others.spans.push_back({span.row, column, column});
        }
    }
    return others;
}

} // namespace

void Write::run()
{
    RunContext &run = context();
    const Sheet::Diff &diff = run.cure ? *run.cure : run.diff;
    m_toWrite = diff.cellsToWrite();
    m_cutter = std::make_unique<BlockCutter>(planWrites(diff, run.desired.rows(), run.desired.columns()), run.existing,
                                             run.desired, run.anchor());
    Q_EMIT progressChanged(0, m_toWrite);
    formatTexts(diff, run.cure ? Sheet::mayBeReinterpreted : Sheet::becomesFormula);
    sendFormats();
}

void Write::formatTexts(const Sheet::Diff &diff, bool (*isAtRisk)(std::string_view))
{
    for (const Sheet::Rectangle &block : Sheet::textFormatBlocks(context().desired, diff, isAtRisk))
        m_formats.push_back(context().inSheet(block));
}

void Write::stop()
{
    m_stopping = true;
    if (m_sender)
        context().clock->callAfter(stopGrace, this, [this] { cancel(); });
    else
        cancel();
}

void Write::abort()
{
    if (m_sender)
        noteEnd();
    m_sender.reset();
    m_reader.reset();
}

void Write::send(const QString &range, std::unique_ptr<Sender::Change> change, void (Write::*then)())
{
    RunContext &run = context();
    const auto noted = run.journal->sending(range);
    // Later runs could not know of the change if this program crashed, and nothing has been sent yet.
    if (!noted && !run.sent) {
        finishWith(Core::propagate(noted));
        return;
    }
    if (!noted)
        run.note(Core::propagate(noted));
    run.sent = true;
    run.provenUntouched = false;
    run.open.push_back({.id = noted.value_or(0)});
    if (m_piece)
        run.open.back().block = m_piece->block;
    m_sender = std::make_unique<Sender>(*run.workiva, std::move(change));
    connect(m_sender.get(), &Sender::accepted, this, [this](const QString &operation) {
        context().note(context().journal->accepted(context().open.back().id, operation));
    });
    connect(m_sender.get(), &Net::Job::finished, this, then);
    m_sender->start();
}

// Records the outcome of the change under way, as far as the sender knows it.
void Write::noteEnd()
{
    RunContext &run = context();
    if (m_sender->result())
        run.operations.append(m_sender->result()->id);
    switch (m_sender->outcome()) {
    case Sender::Outcome::Done:
        run.note(run.journal->ended(run.open.back().id, Journal::ChangeEnd::CarriedOut));
        run.open.pop_back();
        break;
    case Sender::Outcome::NotSent:
        run.note(run.journal->ended(run.open.back().id, Journal::ChangeEnd::Refused));
        run.open.pop_back();
        break;
    case Sender::Outcome::Denied: run.open.back().denied = true; break;
    case Sender::Outcome::InDoubt: break;
    }
}

void Write::sendFormats()
{
    RunContext &run = context();
    if (m_stopping) {
        cancel();
        return;
    }
    if (m_formats.empty()) {
        sendNextBlock();
        return;
    }
    const auto begin = m_formats.end() - std::min(std::ssize(m_formats), formatsOfARequest);
    const std::vector<Sheet::Rectangle> blocks(begin, m_formats.end());
    Sheet::Rectangle bounds;
    for (const Sheet::Rectangle &block : blocks)
        bounds = bounds.united(block);
    send(Sheet::toA1(bounds),
         std::make_unique<Workiva::UpdateSheet>(*run.workiva, run.sheetId(), Workiva::applyTextFormatBody(blocks)),
         &Write::formatsSent);
}

// What a text becomes is seen when it is read back, so a missing response is not waited for. A rejection ends the run.
void Write::formatsSent()
{
    noteEnd();
    const Core::Result<Workiva::OperationReport> result = m_sender->takeResult();
    const Sender::Outcome outcome = m_sender->outcome();
    m_sender.reset();
    const bool isBusy = !result && result.error().kind == Core::ErrorKind::Conflict;
    if (isBusy && ++m_attempts < attemptsOfABlock) {
        tryAgainLater(pauseAfterConflict, &Write::sendFormats);
        return;
    }
    m_attempts = 0;
    if (!result && outcome != Sender::Outcome::InDoubt) {
        finishWith(Core::propagate(result));
        return;
    }
    m_formats.resize(m_formats.size() - size_t(std::min(std::ssize(m_formats), formatsOfARequest)));
    sendFormats();
}

void Write::sendNextBlock()
{
    m_piece = m_cutter->next(m_blockSize.cells());
    if (!m_piece) {
        finishWith({});
        return;
    }
    sendBlock();
}

void Write::sendBlock()
{
    if (m_stopping) {
        cancel();
        return;
    }
    m_blockBegan = context().clock->elapsed();
    m_readings = 0;
    send(Sheet::toA1(context().inSheet(m_piece->block.area)), takeChange(), &Write::blockSent);
}

std::unique_ptr<Sender::Change> Write::takeChange()
{
    const RunContext &run = context();
    QByteArray body = std::exchange(m_piece->body, {});
    if (m_piece->block.kind == Block::Kind::Cells)
        return std::make_unique<Workiva::UpdateSheet>(*run.workiva, run.sheetId(), std::move(body));
    return std::make_unique<Workiva::WriteValues>(*run.workiva, run.sheetId(), run.inSheet(m_piece->block.area),
                                                  std::move(body));
}

void Write::blockSent()
{
    noteEnd();
    const Core::Result<Workiva::OperationReport> result = m_sender->takeResult();
    const Sender::Outcome outcome = m_sender->outcome();
    m_sender.reset();
    if (result) {
        m_blockSize.blockTook(context().clock->elapsed() - m_blockBegan);
        lookAtBlock();
        return;
    }
    m_doubt = result.error();
    ++m_attempts;
    if (outcome == Sender::Outcome::NotSent)
        finishWith(Core::fail(m_doubt));
    else
        tryAgainLater(pauseBeforeReadingBack * m_attempts, &Write::readBlockBack);
}

// Texts that did not look converted before: if they do now, this sheet converts text.
std::vector<Sheet::Address> Write::textsToLookAt() const
{
    const RunContext &run = context();
    std::vector<Sheet::Address> texts;
    if (m_piece->block.kind != Block::Kind::Values)
        return texts;
    const Sheet::Rectangle &area = m_piece->block.area;
    for (int row = area.row; row <= area.lastRow() && texts.size() < textsLookedAt; ++row) {
        for (int column = area.column; column <= std::min(area.lastColumn(), run.desired.columns() - 1); ++column) {
            const Sheet::Cell wanted = run.desired.at(row, column);
            const Sheet::Cell found = run.existing.at(row, column);
            const bool isAtRisk = wanted.kind == Sheet::CellKind::Text && Sheet::mayBeReinterpreted(wanted.text);
            if (isAtRisk && !run.holdsDates(column) && !isCurable(found, wanted))
                texts.push_back({row, column});
        }
    }
    return texts;
}

void Write::lookAtBlock()
{
    const bool hasLooked = !m_lookedAt.empty();
    if (hasLooked || context().cure || m_stopping) {
        blockIsIn();
        return;
    }
    m_lookedAt = textsToLookAt();
    if (m_lookedAt.empty())
        blockIsIn();
    else
        readBlock(&Write::blockLookedAt);
}

void Write::blockLookedAt()
{
    RunContext &run = context();
    const Core::Result<ReadBack> read = m_reader->takeResult();
    m_reader.reset();
    if (!read) { // Verify reads it again
        run.renewedUnseen = true;
        blockIsIn();
        return;
    }
    run.sheetAltered = run.sheetAltered || read->altered;
    const bool isTaken = std::ranges::any_of(m_lookedAt, [&run](const Sheet::Address &at) {
        const Sheet::Cell found = run.existing.at(at.row, at.column);
        const Sheet::Cell wanted = run.desired.at(at.row, at.column);
        return isCurable(found, wanted) && !Sheet::sameValue(found, wanted);
    });
    if (!isTaken) {
        blockIsIn();
        return;
    }
    formatTexts(withoutDates(run), Sheet::mayBeReinterpreted);
    const qint64 settled = m_piece->changes - cellsToWrite(run.existing, run.desired, m_piece->block);
    run.cellsDone += settled;
    m_written += settled;
    m_cutter->putBack(std::move(m_piece->block));
    m_piece.reset();
    sendFormats();
}

void Write::tryAgainLater(std::chrono::milliseconds delay, void (Write::*what)())
{
    if (m_stopping) {
        cancel();
        return;
    }
    context().clock->callAfter(delay, this, [this, what] {
        if (!isFinished() && !m_stopping)
            (this->*what)();
    });
}

void Write::readBlockBack()
{
    ++m_readings;
    readBlock(&Write::blockReadBack);
}

void Write::readBlock(void (Write::*then)())
{
    RunContext &run = context();
    m_reader =
        std::make_unique<TargetReader>(*run.workiva, run.sheetId(), Sheet::Region(run.inSheet(m_piece->block.area)),
                                       run.anchor(), run.existing.forReading());
    connect(m_reader.get(), &Net::Job::finished, this, then);
    m_reader->start();
}

// The block has arrived, but the sheet converted some texts, which Verify finds and cures.
bool Write::isConverted() const
{
    const RunContext &run = context();
    const Sheet::Rectangle &area = m_piece->block.area;
    for (int row = area.row; row <= area.lastRow(); ++row) {
        for (int column = area.column; column <= area.lastColumn(); ++column) {
            const Sheet::Cell wanted = run.desired.at(row, column);
            const Sheet::Cell found = run.existing.at(row, column);
            if (!Sheet::sameValue(found, wanted) && !isCurable(found, wanted))
                return false;
        }
    }
    return true;
}

bool Write::mayTryAgain() const
{
    switch (m_doubt.kind) {
    case Core::ErrorKind::OperationFailed: // it would fail again
    case Core::ErrorKind::NoAccess:
    case Core::ErrorKind::NotFound:
    case Core::ErrorKind::Rejected:
    case Core::ErrorKind::BadCredentials:
    // A definite response; the limit has been waited for before a retry.
    case Core::ErrorKind::RateLimited: return false;
    default: return m_attempts < attemptsOfABlock;
    }
}

void Write::blockReadBack()
{
    RunContext &run = context();
    const Core::Result<ReadBack> read = m_reader->takeResult();
    m_reader.reset();
    if (!read) {
        run.renewedUnseen = true;
        finishWith(Core::fail(m_doubt));
        return;
    }
    run.sheetAltered = run.sheetAltered || read->altered;
    if (holds(run.existing, run.desired, m_piece->block) || (read->altered && isConverted())) {
        const bool isSentOnce = std::ranges::none_of(run.open, &OpenChange::sentAgain);
        if (isSentOnce) { // otherwise an earlier request for these cells may have arrived
            run.note(run.journal->ended(run.open.back().id, Journal::ChangeEnd::CarriedOut));
            run.open.pop_back();
        } else {
            run.open.back().sentAgain = true;
        }
        blockIsIn();
        return;
    }
    if (m_readings < readingsOfABlock) { // readings lag, and operations take time
        tryAgainLater(pauseBeforeReadingBack * 2, &Write::readBlockBack);
        return;
    }
    if (!mayTryAgain()) {
        finishWith(Core::fail(m_doubt));
        return;
    }
    run.open.back().sentAgain = true;
    m_blockSize.blockFailed();
    m_cutter->putBack(std::move(m_piece->block));
    sendNextBlock();
}

void Write::blockIsIn()
{
    RunContext &run = context();
    m_attempts = 0;
    if (!run.cure) // a cure changes no other cell's value
        run.cellsDone += m_piece->changes;
    m_written += m_piece->changes;
    Q_EMIT progressChanged(m_written, m_toWrite);
    m_piece.reset();
    sendNextBlock();
}

} // namespace Writeback
