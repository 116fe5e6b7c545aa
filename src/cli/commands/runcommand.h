#pragma once

#include "cli/command.h"
#include "cli/guardoptions.h"
#include "cli/headlesssecrets.h"
#include "cli/notifying.h"
#include "cli/savedchoice.h"
#include "cli/savedruns.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <string>

namespace Cli {

// Runs saved writebacks, and those in files.
class RunCommand final : public Command
{
    Q_OBJECT

public:
    explicit RunCommand(CLI::App &app, QObject *parent = nullptr);
    ~RunCommand() override;

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    [[nodiscard]] Core::Result<SavedChoice> choice();
    void run(const SavedChoice &choice);
    void runDue(const QString &profileId);
    void show(const SavedRun &run);
    void showScheduled(const Runs::ScheduledEnd &end);
    void finish(const QList<SavedRun> &runs);
    void finishScheduled(const SavedRun &run);
    void tellOthers(); // in what condition writebacks are, after all runs; then end()
    void addTold(const Notices::Outcome &outcome);
    void end();
    [[nodiscard]] QString adviceOn(const SavedRun &run) const;

    CLI::App *m_app;
    SavedOptions m_options;
    GuardOptions m_acceptance;
    SavedRuns::How m_how;
    std::string m_scheduled; // the fingerprint of the schedule that was handed over; empty: no scheduler starts it
    std::optional<Runs::ScheduledEnd> m_end; // then
    bool m_yes = false;
    bool m_json = false;
    bool m_isLost = false; // a report could not be printed

    std::unique_ptr<SavedData> m_data;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<HeadlessSecrets> m_secrets;
    std::unique_ptr<SavedRuns> m_runs;
    Core::SystemClock m_clock;
    std::unique_ptr<Notices::Teller> m_teller;
    QJsonObject m_document; // of --json
    QJsonArray m_told;
    ExitCode m_code = ExitCode::Done;
};

} // namespace Cli
