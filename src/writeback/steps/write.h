#pragma once

#include "writeback/pace.h"
#include "writeback/sender.h"
#include "writeback/step.h"
#include "writeback/targetreader.h"
#include "writeback/writeplan.h"

namespace Writeback {

// Applies the changes: the TEXT format where text needs it, then block after block of the write plan, one at a time. A
// block in doubt (no answer, a failed operation) is never repeated blindly: it is read back, and only what is missing
// is sent again, in smaller blocks. stop() sends nothing more and gives the block under way a moment to end. Marks on
// the context what was sent and what is known of it; ends with the error that stopped it.
class Write final : public Step
{
    Q_OBJECT

public:
    explicit Write(RunContext &context, QObject *parent = nullptr) : Step(StepName::Write, context, parent) { }

    void stop() override;

protected:
    void run() override;
    void abort() override;

private:
    void sendFormats();
    void formatsSent();
    void sendNextBlock();
    void sendBlock();
    void blockSent();
    void tryAgainLater(std::chrono::milliseconds delay, void (Write::*what)());
    void readBlockBack();
    void blockReadBack();
    void blockIsIn();
    [[nodiscard]] std::unique_ptr<Sender::Change> changeOf(const BlockCutter::Piece &piece) const;
    void send(std::unique_ptr<Sender::Change> change, void (Write::*then)());
    void noteOperation();

    std::vector<Sheet::Rectangle> m_formats; // in the sheet: blocks that still need the TEXT format
    std::unique_ptr<BlockCutter> m_cutter;
    std::optional<BlockCutter::Piece> m_piece;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<TargetReader> m_reader;
    std::chrono::milliseconds m_blockBegan{};
    Core::Error m_doubt; // why the block is read back
    Pace m_pace;
    int m_attempts = 0; // of the block under way
    bool m_stopping = false;
};

} // namespace Writeback
