#include "net/gettoken.h"

namespace Net {

void GetToken::run()
{
    m_tokens.get(this, [this](const Core::Result<Token> &token) { finishWith(token); });
}

} // namespace Net
