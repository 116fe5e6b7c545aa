#pragma once

#include "cli/commands/notices/noticecommand.h"
#include "core/clock.h"
#include "notices/teller.h"

#include <QJsonArray>
#include <QStringList>

namespace Cli {

// Sends a test to every channel that takes notices, and tells what became of it.
class TestNotices final : public NoticeCommand
{
    Q_OBJECT

public:
    explicit TestNotices(CLI::App &notices, QObject *parent = nullptr);
    ~TestNotices() override;

    void start() override;

private:
    void add(const Notices::Outcome &outcome);
    void showAll();

    Core::SystemClock m_clock;
    std::unique_ptr<Profiles::SecretStore> m_keychain;
    std::unique_ptr<Notices::Teller> m_teller;
    QList<QStringList> m_rows;
    QJsonArray m_array;
    bool m_isGood = true;
};

} // namespace Cli
