#pragma once

#include "cli/command.h"
#include "cli/headlesssecrets.h"
#include "cli/savedchoice.h"
#include "cli/savedruns.h"

#include <memory>

namespace Cli {

// Compares the region of a saved writeback with the DataSet, and with what the last verified run left there. Writes
// nothing, and is recorded as the window's checks are.
class CheckCommand final : public Command
{
    Q_OBJECT

public:
    explicit CheckCommand(CLI::App &app, QObject *parent = nullptr);
    ~CheckCommand() override;

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    void show(const SavedRun &run);

    CLI::App *m_app;
    QString m_profile;
    SavedOptions m_options;
    bool m_json = false;

    std::unique_ptr<SavedData> m_data;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<HeadlessSecrets> m_secrets;
    std::unique_ptr<SavedRuns> m_runs;
};

} // namespace Cli
