#pragma once

#include "core/secret.h"

#include <QUrl>

namespace Core {

// Where a service is, and who signs in to it: a client of Domo's developer portal, or a grant as it is made under
// "Integration Developers" of a Workiva workspace. Lives in memory only.
struct Login
{
    QUrl baseUrl;
    QString clientId;
    Secret secret;

    friend bool operator==(const Login &, const Login &) = default;
};

} // namespace Core
