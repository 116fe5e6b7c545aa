#pragma once

#include "profiles/profilestore.h"
#include "profiles/settings.h"
#include "runs/datafolder.h"

namespace Cli {

[[nodiscard]] History::Program thisProgram();

// Tells on standard error if the history is not kept where it should be.
void reportKeeping(const Runs::DataFolder &folder);

// Accounts and writebacks as the window saves them, and the folder with the history.
class SavedData final
{
public:
    explicit SavedData(const QString &dataDir); // empty: the user's own
    Q_DISABLE_COPY_MOVE(SavedData)

    [[nodiscard]] Profiles::ProfileStore &store() { return m_store; }
    [[nodiscard]] const Profiles::ProfileStore &store() const { return m_store; }
    [[nodiscard]] const Runs::DataFolder &folder() const { return m_folder; }

    [[nodiscard]] Profiles::Settings settings() const; // of the window

    void reportFaults() const; // on standard error: which files could not be read

private:
    const QString m_dataDir;
    Profiles::ProfileStore m_store;
    Runs::DataFolder m_folder;
};

} // namespace Cli
