#include "writeback/steps/signin.h"

#include "domo/requesttoken.h"
#include "net/service.h"
#include "net/tokensource.h"
#include "workiva/requesttoken.h"

namespace Writeback {

namespace {

Core::Result<void> checkScopes(Core::Service service, const QStringList &missing)
{
    if (missing.isEmpty())
        return {};
    return tl::unexpected(Core::Error{.kind = Core::ErrorKind::MissingScope,
                                      .service = service,
                                      .subject = missing.join(u' '),
                                      .detail = missing.join(u' ')});
}

} // namespace

void SignIn::run()
{
    context().domo->tokens()->get(this, [this](const Core::Result<Net::Token> &token) {
        if (!token)
            return signedIn(tl::unexpected(token.error()));
        signedIn(checkScopes(Core::Service::Domo, Domo::missingScopes(*token)));
    });
    context().workiva->tokens()->get(this, [this](const Core::Result<Net::Token> &token) {
        if (!token)
            return signedIn(tl::unexpected(token.error()));
        QStringList needed{QStringLiteral("file:read")};
        if (!context().request.dryRun)
            needed.append(QStringLiteral("file:write"));
        signedIn(checkScopes(Core::Service::Workiva, Workiva::missingScopes(*token, needed)));
    });
}

void SignIn::signedIn(Core::Result<void> result)
{
    --m_open;
    if (!result)
        finishWith(std::move(result));
    else if (m_open == 0)
        finishWith({});
}

} // namespace Writeback
