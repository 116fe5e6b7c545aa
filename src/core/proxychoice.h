#pragma once

#include <QString>

namespace Core {

// How this program reaches the services, as chosen by its user.
struct ProxyChoice
{
    enum class Use {
        System, // as the environment and the system say
        None, // directly
        Manual, // an HTTP proxy
    };

    Use use = Use::System;
    QString host{}; // of a manual one
    quint16 port = 0;

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

} // namespace Core
