#pragma once

#include "cli/credentials.h"
#include "cli/saveddata.h"

#include <QStringList>

namespace Cli {

// Which writebacks to run, as typed. Empty: not given.
struct SavedOptions
{
    QString dataDir;
    QStringList profiles; // names, IDs or files
    QString group;
    QString account; // name or ID; of files, which have none
    // Where the services are, for a file without an account
    QString domoUrl;
    QString workivaUrl;
    QString baseUrlRegion; // us, eu or apac
};

struct SavedChoice
{
    QStringList profileIds; // at least one, in the order given
    EnvironmentCredentials credentials;
};

// The writebacks to be run. Those from files become writebacks of the store for the session, as does the account that
// the environment's credentials and the addresses make for them if no other is named. Nothing is requested.
//
// Errors are those of setup/named.h, of credentialsIn() and agree(), of Setup::targetOf() and Profiles::
// readProfileFile(); InvalidInput with Core::NotGiven and the argument as subject if none is named, or if a file has no
// account, and with a Core::Contradiction if a saved writeback has another account than the one given.
[[nodiscard]] Core::Result<SavedChoice> choiceOf(const SavedOptions &options, SavedData &data,
                                                 const QProcessEnvironment &environment);

// Whether the text names a file and not a saved writeback.
[[nodiscard]] bool isProfileFile(const QString &text);

} // namespace Cli
