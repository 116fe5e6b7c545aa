#pragma once

#include "writeback/step.h"

namespace Writeback {

// Tokens for both services, side by side, and whether they grant what the run needs: the scope `data` at Domo,
// file:read at Workiva, and file:write unless it is a dry run. Ends with BadCredentials or MissingScope.
class SignIn final : public Step
{
    Q_OBJECT

public:
    explicit SignIn(RunContext &context, QObject *parent = nullptr) : Step(StepName::SignIn, context, parent) { }

protected:
    void run() override;

private:
    void signedIn(Core::Result<void> result);

    int m_open = 2;
};

} // namespace Writeback
