#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"

namespace Setup {

// Whether both services accept a login: asked side by side. One thread.
class CredentialsCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsCheck)

public:
    explicit CredentialsCheck(QObject *parent = nullptr);

    void ask(const Logins &logins); // checked() comes twice, unless it is stopped before
    void stop(); // also forgets what was said: it was of another login

    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] bool isAccepted() const; // by both
    [[nodiscard]] Catalogue *catalogue() const { return m_catalogue.get(); } // of the login; null once it is stopped

Q_SIGNALS:
    void checked(Core::Service service, const Core::Result<Setup::Grant> &said);

private:
    std::unique_ptr<Catalogue> m_catalogue;
    SearchFor<Grant> m_domo;
    SearchFor<Grant> m_workiva;
};

} // namespace Setup
