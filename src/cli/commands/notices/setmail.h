#pragma once

#include "cli/commands/notices/storingcommand.h"

#include <QStringList>

namespace Cli {

// Sets the mail account that notices are sent with, and their recipients.
class SetMail final : public StoringCommand
{
    Q_OBJECT

public:
    explicit SetMail(CLI::App &notices, QObject *parent = nullptr);

    void start() override;

private:
    [[nodiscard]] Core::Result<Notices::Mail> mail() const;

    QString m_host;
    int m_port = 0; // 0: the usual one
    QString m_security;
    QString m_user;
    QString m_from;
    QStringList m_to;
};

} // namespace Cli
