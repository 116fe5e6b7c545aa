#pragma once

#include "cli/command.h"
#include "cli/saveddata.h"

namespace Cli {

// Saves the writeback of a file.
class ImportProfile final : public Command
{
    Q_OBJECT

public:
    explicit ImportProfile(CLI::App &profiles, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    [[nodiscard]] Core::Result<Profiles::Profile> imported(SavedData &data) const;

    CLI::App *m_app;
    QString m_dataDir;
    QString m_file;
    QString m_account;
    QString m_name;
    bool m_json = false;
};

} // namespace Cli
