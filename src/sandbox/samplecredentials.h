#pragma once

#include <QString>

namespace Sandbox {

// What opens the stand-in: sample values that nobody takes for a secret.
struct SampleCredentials
{
    QString clientId;
    QString clientSecret;
};

[[nodiscard]] inline SampleCredentials domoCredentials()
{
    return {QStringLiteral("sandbox-domo-client"), QStringLiteral("sandbox-domo-password")};
}

[[nodiscard]] inline SampleCredentials workivaCredentials()
{
    return {QStringLiteral("sandbox-workiva-client"), QStringLiteral("sandbox-workiva-password")};
}

} // namespace Sandbox
