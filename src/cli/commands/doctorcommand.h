#pragma once

#include "cli/command.h"
#include "cli/headlesssecrets.h"
#include "cli/savedchoice.h"
#include "runs/doctor.h"

#include <memory>

namespace Cli {

// Examines what a run of a saved writeback needs, link by link, and names the first that is broken. Writes nothing.
class DoctorCommand final : public Command
{
    Q_OBJECT

public:
    explicit DoctorCommand(CLI::App &app, QObject *parent = nullptr);
    ~DoctorCommand() override;

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    void show();

    CLI::App *m_app;
    SavedOptions m_options;
    bool m_json = false;

    std::unique_ptr<SavedData> m_data;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<HeadlessSecrets> m_secrets;
    std::unique_ptr<Runs::Doctor> m_doctor;
};

} // namespace Cli
