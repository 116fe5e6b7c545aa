#pragma once

#include "setup/login.h"
#include "support/sandboxprocess.h"

namespace Support {

inline Setup::Login loginOf(const SandboxProcess &sandbox)
{
    const Writeback::Login domo = sandbox.domo();
    const Writeback::Login workiva = sandbox.workiva();
    return {.domoUrl = domo.baseUrl,
            .domoClientId = domo.clientId,
            .domoClientSecret = domo.clientSecret,
            .workivaUrl = workiva.baseUrl,
            .workivaClientId = workiva.clientId,
            .workivaClientSecret = workiva.clientSecret};
}

} // namespace Support
