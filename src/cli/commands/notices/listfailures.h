#pragma once

#include "cli/commands/notices/noticecommand.h"

namespace Cli {

// Lists notices and pings that did not get through.
class ListFailures final : public NoticeCommand
{
    Q_OBJECT

public:
    explicit ListFailures(CLI::App &notices, QObject *parent = nullptr);

    void start() override;
};

} // namespace Cli
