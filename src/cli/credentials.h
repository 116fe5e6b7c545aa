#pragma once

#include "core/result.h"
#include "profiles/account.h"

#include <QProcessEnvironment>

#include <optional>

namespace Cli {

// A Client ID and a Client Secret, without what copying adds at their ends.
struct ClientPair
{
    QString id;
    QString secret;

    friend bool operator==(const ClientPair &, const ClientPair &) = default;
};

// Those of the environment: DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET. In place
// of a variable that is not set or empty, there may be a credential that systemd loaded: a file in the folder that
// CREDENTIALS_DIRECTORY names, see "Credentials" in systemd.exec(5).
struct EnvironmentCredentials
{
    std::optional<ClientPair> domo{}; // none: neither of the two variables is set
    std::optional<ClientPair> workiva{};

    friend bool operator==(const EnvironmentCredentials &, const EnvironmentCredentials &) = default;
};

// The name of the variable.
[[nodiscard]] QString idVariable(Core::Service service);
[[nodiscard]] QString secretVariable(Core::Service service);

[[nodiscard]] QStringList credentialNames(); // of all four: "domo-client-id", "domo-client-secret", …

// BadCredentials with Core::NotGiven as cause and the missing variable as subject if only one of a pair is set;
// InvalidInput if one contains an invisible character; Disk if a credential cannot be read.
[[nodiscard]] Core::Result<EnvironmentCredentials> credentialsIn(const QProcessEnvironment &environment);

// Both pairs; a missing one is an error as half of one is.
[[nodiscard]] Core::Result<EnvironmentCredentials> allCredentialsIn(const QProcessEnvironment &environment);

// InvalidInput with a Core::Contradiction, its service, and the account's name as subject if the environment's Client
// ID of a service is not the account's.
[[nodiscard]] Core::Result<void> agree(const EnvironmentCredentials &credentials, const Profiles::Account &account);

} // namespace Cli
