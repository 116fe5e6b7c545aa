#pragma once

#include "ui/forms/credentialsform.h"

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <memory>

namespace Desktop {

// What the pages of one wizard share: where things are stored, and what has been entered so far. Nothing is stored
// before the end.
struct WizardContext
{
    Profiles::ProfileStore &store;
    Profiles::SecretStore &secrets;

    CredentialsForm::Entry entry; // of the Credentials page, once it was checked
    CredentialsForm::Entry loaded; // the same account as it is stored; empty for a new one
    std::unique_ptr<Setup::Catalogue> catalogue; // signed in with it
    Profiles::Profile profile; // the draft
};

} // namespace Desktop
