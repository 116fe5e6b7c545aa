#pragma once

#include <QString>

namespace Sandbox {

// The sandbox's credentials: sample values that cannot be mistaken for real secrets.
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
