#pragma once

#include "core/secret.h"

#include <QUrl>

namespace Core {

// The address of a service and the credentials for it: a client of Domo's developer portal, or a grant created in a
// Workiva workspace. In memory only.
struct Login
{
    QUrl baseUrl;
    QString clientId;
    Secret secret;

    friend bool operator==(const Login &, const Login &) = default;
};

} // namespace Core
