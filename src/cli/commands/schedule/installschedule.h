#pragma once

#include "cli/command.h"
#include "cli/headlesssecrets.h"
#include "cli/schedules.h"

#include <QStringList>

namespace Cli {

// Hands schedules over to the scheduler of this computer, and tells what is known of whether their runs can work:
// whether they also run while the user is logged out, whether secrets are reached without a person, and, with systemd,
// what a dry run through it says.
class InstallSchedule final : public Command
{
    Q_OBJECT

public:
    explicit InstallSchedule(CLI::App &schedule, QObject *parent = nullptr);
    ~InstallSchedule() override;

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    struct Row
    {
        Schedule::Handover handover{};
        QString accountId{};
        Core::Result<void> done{}; // whether it is handed over
        QString secrets{}; // where those of a run come from, or what is needed; empty: not examined
        QString test{}; // what the dry run said; empty: none was made
    };

    [[nodiscard]] Core::Result<QList<Row>> chosen() const;
    void examineSecrets(); // of one writeback after another, then finishes
    void test(Row &row);
    void show();

    CLI::App *m_app;
    QString m_dataDir;
    QStringList m_profiles;
    QString m_credentials; // a folder
    bool m_all = false;

    std::unique_ptr<SavedData> m_data;
    std::unique_ptr<Runs::Schedules> m_schedules;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<HeadlessSecrets> m_secrets;
    EnvironmentCredentials m_loaded; // what a run will have
    QList<Row> m_rows;
    qsizetype m_examined = 0;
    ExitCode m_code = ExitCode::Done;
};

} // namespace Cli
