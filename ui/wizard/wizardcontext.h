#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "setup/catalogue.h"
#include "setup/writebackdraft.h"
#include "writeback/runreport.h"

#include <optional>

namespace Ui {

// Shared by the pages of one wizard: the stores, and the entries so far.
struct WizardContext
{
    Profiles::ProfileStore &store;
    Profiles::SecretStore &secrets;

    Setup::WritebackDraft draft;
    Core::ProxyChoice proxy{}; // of the window's settings
    Setup::Catalogue *catalogue = nullptr; // once both services accepted the account; owned by the Credentials page
    std::optional<Writeback::ReviewSummary> preview{}; // of the draft as it is; none: not compared
};

} // namespace Ui
