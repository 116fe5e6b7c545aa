#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "setup/catalogue.h"
#include "setup/writebackdraft.h"

namespace Ui {

// What the pages of one wizard share: where things are stored, and what has been entered so far.
struct WizardContext
{
    Profiles::ProfileStore &store;
    Profiles::SecretStore &secrets;

    Setup::WritebackDraft draft;
    Setup::Catalogue *catalogue = nullptr; // signed in with its account; the Credentials page's
};

} // namespace Ui
