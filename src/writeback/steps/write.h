#pragma once

#include "net/laterptr.h"
#include "writeback/blockcutter.h"
#include "writeback/blocksize.h"
#include "writeback/sender.h"
#include "writeback/step.h"
#include "writeback/targetreader.h"

namespace Writeback {

// Applies the changes: values, block by block of the write plan, one at a time; before them the TEXT format where a
// text would become a formula. The first block with texts that a sheet may convert is read back: if this sheet did,
// that block and all such texts still to come get the TEXT format first. Texts that are converted nevertheless go
// through this step again, alone and with their TEXT format first. Every change is in the journal before it is sent. A
// block of unknown outcome (no response, a rejection, a failed operation) is never repeated blindly: it is read back,
// and only missing cells are sent again, in smaller blocks, where another attempt makes sense. stop() sends nothing
// more and gives the block under way a moment to finish. Records in the context what was sent and what is known of it;
// ends with the error that stopped it.
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
    [[nodiscard]] std::vector<Sheet::Address> textsToLookAt() const; // in the block under way; addresses in the grids
    void lookAtBlock();
    void blockLookedAt();
    void formatTexts(const Sheet::Diff &diff, bool (*isAtRisk)(std::string_view));
    void tryAgainLater(std::chrono::milliseconds delay, void (Write::*what)());
    void readBlockBack();
    void blockReadBack();
    void readBlock(void (Write::*then)());
    void blockIsIn();
    [[nodiscard]] bool isConverted() const;
    [[nodiscard]] bool mayTryAgain() const; // concerns the block described by m_doubt
    [[nodiscard]] std::unique_ptr<Sender::Change> takeChange();
    void send(const QString &range, std::unique_ptr<Sender::Change> change, void (Write::*then)());
    void noteEnd();

    std::vector<Sheet::Rectangle> m_formats; // in the sheet: blocks that still need the TEXT format
    std::unique_ptr<BlockCutter> m_cutter;
    std::optional<BlockCutter::Piece> m_piece;
    Net::LaterPtr<Sender> m_sender;
    Net::LaterPtr<TargetReader> m_reader;
    std::vector<Sheet::Address> m_lookedAt; // sample of texts: if the sheet converts these, it converts others
    std::chrono::milliseconds m_blockBegan{};
    Core::Error m_doubt; // why the block is read back
    BlockSize m_blockSize;
    qint64 m_toWrite = 0; // cells of this step, …
    qint64 m_written = 0; // … and how many of them were written
    int m_attempts = 0; // of the block under way
    int m_readings = 0; // of the block under way, since it was sent
    bool m_stopping = false;
};

} // namespace Writeback
