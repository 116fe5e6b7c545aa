#pragma once

#include "cli/command.h"

namespace Cli {

// Shows what is saved of a writeback.
class ShowProfile final : public Command
{
    Q_OBJECT

public:
    explicit ShowProfile(CLI::App &profiles, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    QString m_profile;
    bool m_json = false;
};

} // namespace Cli
