#pragma once

#include "setup/login.h"
#include "support/sandboxprocess.h"

namespace Support {

inline Setup::Logins loginsOf(const SandboxProcess &sandbox)
{
    return {.domo = sandbox.domo(), .workiva = sandbox.workiva()};
}

} // namespace Support
