#include "writeback/steps/write.h"

#include "core/clock.h"
#include "sheet/textlint.h"
#include "workiva/applytextformatbody.h"
#include "workiva/updatesheet.h"
#include "workiva/writevalues.h"

#include <algorithm>

namespace Writeback {

namespace {

using namespace std::chrono_literals;

constexpr auto stopGrace = 600ms; // a cancelled run ends within a second, reading back included
constexpr auto pauseBeforeReadingBack = 500ms; // an operation whose answer was lost may be under way
constexpr auto pauseAfterConflict = 1000ms;
constexpr int attemptsOfABlock = 4;
constexpr std::ptrdiff_t formatsOfARequest = 20'000; // some 70 bytes each: far below what a request may have

} // namespace

void Write::run()
{
    RunContext &run = context();
    m_cutter = std::make_unique<BlockCutter>(planWrites(run.diff, run.desired.rows(), run.desired.columns()),
                                             run.existing, run.desired, run.anchor());
    for (const Sheet::Rectangle &block : Sheet::textFormatBlocks(run.desired, run.diff))
        m_formats.push_back(run.inSheet(block));
    sendFormats();
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
    if (m_sender && m_sender->outcome() == Sender::Outcome::InDoubt) {
        if (m_piece)
            context().inDoubt.push_back(m_piece->block);
        else
            context().formatInDoubt = true;
    }
    m_sender.reset();
    m_reader.reset();
}

void Write::send(std::unique_ptr<Sender::Change> change, void (Write::*then)())
{
    m_sender = std::make_unique<Sender>(*context().workiva, std::move(change));
    connect(m_sender.get(), &Net::Job::finished, this, then);
    m_sender->start();
}

void Write::noteOperation()
{
    if (m_sender->result())
        context().operations.append(m_sender->result()->id);
}

void Write::sendFormats()
{
    RunContext &run = context();
    if (m_formats.empty()) {
        sendNextBlock();
        return;
    }
    const auto begin = m_formats.end() - std::min(std::ssize(m_formats), formatsOfARequest);
    send(std::make_unique<Workiva::UpdateSheet>(*run.workiva, run.request.spreadsheetId, run.request.sheetId,
                                                Workiva::applyTextFormatBody({begin, m_formats.end()})),
         &Write::formatsSent);
}

void Write::formatsSent()
{
    noteOperation();
    const Core::Result<Workiva::OperationReport> result = m_sender->takeResult();
    const bool again = m_sender->outcome() == Sender::Outcome::InDoubt
        || (!result && result.error().kind == Core::ErrorKind::Conflict);
    context().formatted |= result.has_value();
    context().formatInDoubt = m_sender->outcome() == Sender::Outcome::InDoubt;
    m_sender.release()->deleteLater();
    if (result) {
        m_attempts = 0;
        m_formats.resize(m_formats.size() - size_t(std::min(std::ssize(m_formats), formatsOfARequest)));
        sendFormats();
    } else if (again && ++m_attempts < attemptsOfABlock && result.error().kind != Core::ErrorKind::OperationFailed) {
        tryAgainLater(pauseAfterConflict, &Write::sendFormats); // the same format twice is the format once
    } else {
        finishWith(tl::unexpected(result.error()));
    }
}

void Write::sendNextBlock()
{
    m_piece = m_cutter->next(m_pace.cells());
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
    RunContext &run = context();
    run.sent = run.sent.united(run.inSheet(m_piece->block.area));
    m_blockBegan = run.clock->elapsed();
    send(changeOf(*m_piece), &Write::blockSent);
}

std::unique_ptr<Sender::Change> Write::changeOf(const BlockCutter::Piece &piece) const
{
    const RunContext &run = context();
    const RunRequest &request = run.request;
    if (piece.block.kind == Block::Kind::Cells)
        return std::make_unique<Workiva::UpdateSheet>(*run.workiva, request.spreadsheetId, request.sheetId, piece.body);
    return std::make_unique<Workiva::WriteValues>(*run.workiva, request.spreadsheetId, request.sheetId,
                                                  run.inSheet(piece.block.area), piece.body);
}

void Write::blockSent()
{
    noteOperation();
    const Core::Result<Workiva::OperationReport> result = m_sender->takeResult();
    const Sender::Outcome outcome = m_sender->outcome();
    m_sender.release()->deleteLater();
    if (result) {
        m_pace.blockTook(context().clock->elapsed() - m_blockBegan);
        blockIsIn();
        return;
    }
    m_doubt = result.error();
    ++m_attempts;
    if (outcome == Sender::Outcome::InDoubt) {
        context().inDoubt.push_back(m_piece->block);
        tryAgainLater(pauseBeforeReadingBack * m_attempts, &Write::readBlockBack);
    } else if (m_doubt.kind == Core::ErrorKind::Conflict && m_attempts < attemptsOfABlock) {
        tryAgainLater(pauseAfterConflict * m_attempts, &Write::sendBlock);
    } else {
        finishWith(tl::unexpected(m_doubt));
    }
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
    RunContext &run = context();
    m_reader =
        std::make_unique<TargetReader>(*run.workiva, run.request.spreadsheetId, run.request.sheetId,
                                       Sheet::Region(run.inSheet(m_piece->block.area)), run.anchor(), run.existing);
    connect(m_reader.get(), &Net::Job::finished, this, &Write::blockReadBack);
    m_reader->start();
}

void Write::blockReadBack()
{
    RunContext &run = context();
    const Core::Result<ReadBack> read = m_reader->takeResult();
    m_reader.release()->deleteLater();
    if (!read) {
        finishWith(tl::unexpected(m_doubt));
        return;
    }
    run.sheetAltered = run.sheetAltered || read->altered;
    const bool isIn = holds(run.existing, run.desired, m_piece->block);
    const bool isFinal = m_doubt.kind == Core::ErrorKind::OperationFailed;
    if (isIn || isFinal)
        run.inDoubt.pop_back();
    if (isIn) {
        blockIsIn();
        return;
    }
    if (isFinal || m_attempts >= attemptsOfABlock) {
        finishWith(tl::unexpected(m_doubt));
        return;
    }
    m_pace.blockFailed();
    m_cutter->putBack(std::move(m_piece->block));
    sendNextBlock();
}

void Write::blockIsIn()
{
    RunContext &run = context();
    m_attempts = 0;
    run.cellsWritten += m_piece->changes;
    Q_EMIT progressChanged(run.cellsWritten, run.changes.changed + run.changes.added + run.changes.cleared);
    m_piece.reset();
    sendNextBlock();
}

} // namespace Writeback
