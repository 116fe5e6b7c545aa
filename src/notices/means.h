#pragma once

#include "core/clock.h"
#include "core/proxychoice.h"
#include "notices/message.h"
#include "profiles/secretstore.h"

#include <QProcessEnvironment>

namespace Notices {

// What telling takes. Borrows the secrets and the clock.
struct Means
{
    QString channelsFolder; // see ChannelStore
    QString stateFolder; // see ToldStore and FailureLog; may be the same
    Profiles::SecretStore &secrets;
    Core::Clock &clock;
    Wording wording;
    Core::ProxyChoice proxy{}; // of web requests; mail takes one of the environment alone, as curl does
    QProcessEnvironment environment =
        QProcessEnvironment::systemEnvironment(); // secrets, proxies, certificates, the session bus
};

} // namespace Notices
