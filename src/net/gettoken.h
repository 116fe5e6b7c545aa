#pragma once

#include "net/tokensource.h"

namespace Net {

// A service's token as a job: the one at hand, or a new one. The request for a new one goes on after cancel(), because
// others may wait for it. The source outlives the job.
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
