#pragma once

#include "net/jobgroup.h"
#include "writeback/step.h"

#include <memory>

namespace Writeback {

// Requests tokens for the services of the run, side by side, and checks their scopes: `data` for Domo; file:read for
// Workiva, and file:write unless it is a dry run. Ends with BadCredentials or MissingScope.
class SignIn final : public Step
{
    Q_OBJECT

public:
    explicit SignIn(RunContext &context, QObject *parent = nullptr) : Step(StepName::SignIn, context, parent) { }

protected:
    void run() override;
    void abort() override { m_tokens.reset(); }

private:
    std::unique_ptr<Net::JobGroup> m_tokens;
};

} // namespace Writeback
