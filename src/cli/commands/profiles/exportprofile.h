#pragma once

#include "cli/command.h"

namespace Cli {

// Writes a saved writeback to a file, without its account, to be imported or run elsewhere.
class ExportProfile final : public Command
{
    Q_OBJECT

public:
    explicit ExportProfile(CLI::App &profiles, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    QString m_profile;
    QString m_file;
    bool m_json = false;
};

} // namespace Cli
