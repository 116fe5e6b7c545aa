#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "schedule/installed.h"
#include "setup/catalogue.h"
#include "setup/writebackdraft.h"
#include "writeback/runreport.h"

#include <functional>
#include <optional>

namespace Ui {

// Shared by the pages of one wizard: the stores, and the entries so far.
struct WizardContext
{
    // What the schedulers of this computer have, compared with what is saved; called on a thread of the pool.
    using Schedules = std::function<Core::Result<QList<Schedule::Compared>>()>;

    Profiles::ProfileStore &store;
    Profiles::SecretStore &secrets;

    Setup::WritebackDraft draft;
    Core::ProxyChoice proxy{}; // of the window's settings
    Schedules schedules{}; // null for a writeback that no scheduler can have
    Setup::Catalogue *catalogue = nullptr; // once both services accepted the account; owned by the Credentials page
    std::optional<Writeback::ReviewSummary> preview{}; // of the draft as it is; none: not compared
};

} // namespace Ui
