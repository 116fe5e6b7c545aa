#pragma once

#include "writeback/step.h"

namespace Writeback {

// Guards over the finished diff; then, where the request wants one, a person's answer. Ends with the guards' refusals
// or Declined.
class Review final : public Step
{
    Q_OBJECT

public:
    explicit Review(RunContext &context, QObject *parent = nullptr) : Step(StepName::Review, context, parent) { }

    void answer(bool write); // to answerNeeded(); at any other time it is ignored

Q_SIGNALS:
    void answerNeeded();

protected:
    void run() override;

private:
    [[nodiscard]] bool hasToPrompt() const;

    bool m_waiting = false;
};

} // namespace Writeback
