#pragma once

#include <QString>

namespace Sandbox {

// What opens the stand-in: sample values that nobody takes for a secret.
struct Credentials
{
    QString clientId;
    QString clientSecret;
};

[[nodiscard]] inline Credentials domoCredentials()
{
    return {QStringLiteral("sandbox-domo-client"), QStringLiteral("sandbox-domo-password")};
}

[[nodiscard]] inline Credentials workivaCredentials()
{
    return {QStringLiteral("sandbox-workiva-client"), QStringLiteral("sandbox-workiva-password")};
}

} // namespace Sandbox
