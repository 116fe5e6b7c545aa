#pragma once

#include "writeback/step.h"

namespace Writeback {

// Applies the guards to the diff; then, if the request says so, waits for a person's answer. Ends with the guards'
// refusals or Declined.
class Review final : public Step
{
    Q_OBJECT

public:
    explicit Review(RunContext &context, QObject *parent = nullptr) : Step(StepName::Review, context, parent) { }

    void answer(const Answer &answer); // after answerNeeded(); ignored at any other time

Q_SIGNALS:
    void answerNeeded();

protected:
    void run() override;

private:
    [[nodiscard]] bool hasToPrompt() const;
    void pass();

    bool m_waiting = false;
};

} // namespace Writeback
