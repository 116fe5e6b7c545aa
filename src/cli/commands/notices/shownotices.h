#pragma once

#include "cli/commands/notices/noticecommand.h"

namespace Cli {

// Shows through which channels people are told.
class ShowNotices final : public NoticeCommand
{
    Q_OBJECT

public:
    explicit ShowNotices(CLI::App &notices, QObject *parent = nullptr);

    void start() override;
};

} // namespace Cli
