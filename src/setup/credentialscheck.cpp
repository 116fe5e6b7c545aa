#include "setup/credentialscheck.h"

namespace Setup {

CredentialsCheck::CredentialsCheck(QObject *parent) : QObject(parent)
{
    for (const auto &[service, search] :
         {std::pair(Core::Service::Domo, &m_domo), std::pair(Core::Service::Workiva, &m_workiva)}) {
        search->setSource([this, service = service](const QString &, const SearchFor<Grant>::Answer &answer) {
            m_catalogue->check(service, answer);
        });
        connect(search, &Search::answered, this,
                [this, service = service, search = search] { Q_EMIT checked(service, search->result()); });
    }
}

void CredentialsCheck::ask(const Logins &logins, const Core::ProxyChoice &proxy)
{
    m_catalogue = std::make_unique<Catalogue>(logins, proxy);
    m_domo.ask({});
    m_workiva.ask({});
}

void CredentialsCheck::stop()
{
    m_domo.stop();
    m_workiva.stop();
    m_catalogue.reset();
}

bool CredentialsCheck::isWaiting() const
{
    return m_domo.isWaiting() || m_workiva.isWaiting();
}

bool CredentialsCheck::isAccepted() const
{
    return m_domo.found() && m_workiva.found();
}

} // namespace Setup
