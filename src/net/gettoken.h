#pragma once

#include "net/tokensource.h"

namespace Net {

// Gets a service's token as a job: the current one, or a new one. A request for a new token continues after cancel(),
// because others may wait for it. The source must outlive the job.
class GetToken final : public JobWith<Token>
{
    Q_OBJECT

public:
    explicit GetToken(TokenSource &tokens, QObject *parent = nullptr) : JobWith(parent), m_tokens(tokens) { }

protected:
    void run() override;
    void abort() override { }

private:
    TokenSource &m_tokens;
};

} // namespace Net
