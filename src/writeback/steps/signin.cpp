#include "writeback/steps/signin.h"

#include "domo/requesttoken.h"
#include "net/service.h"
#include "net/tokenreply.h"
#include "net/tokensource.h"

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

Core::Result<void> checkScopes(Core::Service service, const QStringList &missing)
{
    if (missing.isEmpty())
        return {};
    return Core::fail(Core::Error{.kind = Core::ErrorKind::MissingScope,
                                  .service = service,
                                  .subject = missing.join(u' '),
                                  .detail = missing.join(u' ')});
}

} // namespace

void SignIn::run()
{
    context().domo->tokens()->get(this, [this](const Core::Result<Net::Token> &token) {
        if (!token)
            return signedIn(Core::propagate(token));
        signedIn(checkScopes(Core::Service::Domo, Domo::missingScopes(*token)));
    });
    context().workiva->tokens()->get(this, [this](const Core::Result<Net::Token> &token) {
        if (!token)
            return signedIn(Core::propagate(token));
        QStringList needed{u"file:read"_s};
        if (!context().request.dryRun)
            needed.append(u"file:write"_s);
        signedIn(checkScopes(Core::Service::Workiva, Net::missingScopes(*token, needed)));
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
