#pragma once

#include "net/laterptr.h"
#include "writeback/step.h"
#include "writeback/targetreader.h"

#include <optional>

namespace Writeback {

class CauseFinder;
class DateMatcher;

// Reads the whole region back and compares every cell with the desired grid. Readings may lag behind writes, so
// differing cells are read again after growing pauses before they are believed. A text that the sheet converted is
// marked for a cure (RunContext::cure) once it stayed so over a pause. After a failed write the question is whether the
// sheet is unchanged: a rejected change may be applied later, so that is believed only if the readings after all pauses
// agree. Ends with Mismatch if cells still differ, or with the error of the reading. stop() limits it to the rest of a
// cancelled run's time.
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
    size_t m_pauses = 0; // made so far
    bool m_isSteady = false; // the last reading matched the one before it
    bool m_stopping = false;
};

} // namespace Writeback
