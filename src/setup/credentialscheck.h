#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"

namespace Setup {

// Checks whether both services accept a login, side by side. One thread.
class CredentialsCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsCheck)

public:
    explicit CredentialsCheck(QObject *parent = nullptr);

    void ask(const Logins &logins,
             const Core::ProxyChoice &proxy); // checked() is emitted twice, unless it is stopped before
    void stop(); // also discards results, which belong to another login

    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] bool isAccepted() const; // by both services
    [[nodiscard]] Catalogue *catalogue() const { return m_catalogue.get(); } // for the login; null once stopped

Q_SIGNALS:
    void checked(Core::Service service, const Core::Result<Setup::Grant> &said);

private:
    std::unique_ptr<Catalogue> m_catalogue;
    SearchFor<Grant> m_domo;
    SearchFor<Grant> m_workiva;
};

} // namespace Setup
