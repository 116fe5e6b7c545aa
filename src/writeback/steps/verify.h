#pragma once

#include "net/laterptr.h"
#include "writeback/step.h"
#include "writeback/targetreader.h"

#include <optional>

namespace Writeback {

class CauseFinder;
class DateMatcher;

// Reads the whole region back and compares every cell with the desired grid. Readings may lag behind what was written,
// so while anything differs, what differs is read again after pauses that grow, and only then believed. Text that the
// sheet took for something else is marked for a cure (RunContext::cure) when it has stayed so over a pause. After an
// error of the write the question is whether the sheet is as it was: what was refused may be carried out later, so that
// is believed when the readings after all the pauses say so. Ends with Mismatch when cells differ after all, or with
// the error of the reading. stop() leaves it the rest of the time that a cancelled run has.
class Verify final : public Step
{
    Q_OBJECT

public:
    Verify(RunContext &context, bool afterError, QObject *parent = nullptr);
    ~Verify() override;

    void stop() override;

protected:
    void run() override;
    void abort() override;

private:
    void read(std::unique_ptr<TargetReader> reader);
    void haveRead();
    void compare();
    void readAgainOrEnd();
    [[nodiscard]] bool findCure();
    void end();
    void endWithMismatch();

    const bool m_afterError;
    Net::LaterPtr<TargetReader> m_reader;
    Net::LaterPtr<DateMatcher> m_dates;
    std::unique_ptr<CauseFinder> m_causes;
    std::chrono::milliseconds m_began{0};
    size_t m_pauses = 0; // that were made
    bool m_isSteady = false; // the last reading found what the one before it did
    bool m_stopping = false;
};

} // namespace Writeback
