#pragma once

#include "notices/message.h"

namespace Notices {

// What a desktop shows of a message, in the terms of the Desktop Notifications Specification 1.2.
struct Notification
{
    QString summary{}; // one line
    QString body{}; // lines, of limited length; as markup, in which foreign text stays text
    bool stays = false; // until it is closed; otherwise as long as the desktop shows others

    friend bool operator==(const Notification &, const Notification &) = default;
};

// The subject, and the first sentences below it; what somebody should know stays. Pure.
[[nodiscard]] Notification notificationOf(const Message &message);

} // namespace Notices
