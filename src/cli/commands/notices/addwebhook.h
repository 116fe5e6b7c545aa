#pragma once

#include "cli/commands/notices/storingcommand.h"

namespace Cli {

// Adds a web address that is told.
class AddWebhook final : public StoringCommand
{
    Q_OBJECT

public:
    explicit AddWebhook(CLI::App &notices, QObject *parent = nullptr);

    void start() override;

private:
    [[nodiscard]] Core::Result<Notices::Webhook> webhook(const Notices::Channels &present) const;

    QString m_name;
    QString m_shape;
};

} // namespace Cli
