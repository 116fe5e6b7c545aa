#include "writeback/steps/signin.h"

#include "domo/requesttoken.h"
#include "net/gettoken.h"
#include "net/service.h"
#include "net/tokenreply.h"

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
    m_tokens = std::make_unique<Net::JobGroup>(Net::JobGroup::OnError::StopOthers);
    if (context().domo) {
        m_tokens->add(std::make_unique<Net::GetToken>(*context().domo->tokens()),
                      [](const Core::Result<Net::Token> &token) -> Core::Result<void> {
                          if (!token)
                              return Core::propagate(token);
                          return checkScopes(Core::Service::Domo, Domo::missingScopes(*token));
                      });
    }
    QStringList needed{u"file:read"_s};
    if (!context().request.dryRun)
        needed.append(u"file:write"_s);
    m_tokens->add(std::make_unique<Net::GetToken>(*context().workiva->tokens()),
                  [needed](const Core::Result<Net::Token> &token) -> Core::Result<void> {
                      if (!token)
                          return Core::propagate(token);
                      return checkScopes(Core::Service::Workiva, Net::missingScopes(*token, needed));
                  });
    connect(m_tokens.get(), &Net::Job::finished, this, [this] { finishWith(m_tokens->result()); });
    m_tokens->start();
}

} // namespace Writeback
