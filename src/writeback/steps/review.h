#pragma once

#include "writeback/step.h"

#include <memory>

namespace Writeback {

class GuardReadings;

// Reads what guards need of the sheet besides the region's values, and applies the guards to the diff; then, if the
// request says so, waits for a person's answer. Ends with the guards' refusals or Declined.
class Review final : public Step
{
    Q_OBJECT

public:
    explicit Review(RunContext &context, QObject *parent = nullptr);
    ~Review() override;

    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    void answer(const Decision &answer); // after answerNeeded(); ignored at any other time

Q_SIGNALS:
    void answerNeeded();

protected:
    void run() override;
    void abort() override;

private:
    void judge();
    [[nodiscard]] bool hasToPrompt() const;
    void pass();

    std::unique_ptr<GuardReadings> m_readings;
    bool m_waiting = false;
};

} // namespace Writeback
