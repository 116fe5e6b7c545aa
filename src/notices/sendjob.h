#pragma once

#include "net/job.h"

namespace Notices {

// Sends one message to one channel, within a bounded time. Succeeds once the channel has accepted it; the result has
// the errors about those it did not accept it for, who are not all. Errors are redacted.
using SendJob = Net::JobWith<QList<Core::Error>>;

} // namespace Notices
