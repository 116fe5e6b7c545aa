#pragma once

#include "cli/command.h"
#include "cli/headlesssecrets.h"
#include "cli/saveddata.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace Cli {

// Tells without a request what is wrong with saved writebacks and files of writebacks, including whether the secrets of
// their accounts are there. Prints no secret.
class ValidateProfiles final : public Command
{
    Q_OBJECT

public:
    explicit ValidateProfiles(CLI::App &profiles, QObject *parent = nullptr);
    ~ValidateProfiles() override;

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    struct Checked
    {
        QString id{}; // empty: of a file
        QString name{};
        QString accountId{}; // whose secrets it needs; empty: none
        QList<Core::Error> faults{};
    };

    void checkAll();
    [[nodiscard]] Checked checkOf(const QString &text) const;
    [[nodiscard]] Checked checkOf(const Profiles::Profile &profile) const;
    void readSecrets(); // of one account after another, then shows all
    void show();

    CLI::App *m_app;
    QString m_dataDir;
    QStringList m_profiles;
    bool m_json = false;

    std::unique_ptr<SavedData> m_data;
    EnvironmentCredentials m_credentials;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<HeadlessSecrets> m_secrets;
    QList<Checked> m_checked;
    QStringList m_accounts; // whose secrets are not read yet
};

} // namespace Cli
