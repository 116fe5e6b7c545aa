#pragma once

#include "notices/channels.h"
#include "profiles/profilestore.h"

#include <QJsonObject>
#include <QStringList>

namespace Cli {

// The channels of notices as rows of a table and as JSON, without secrets. Names in JSON are part of the interface.
[[nodiscard]] QList<QStringList> channelRows(const Notices::Channels &channels, const Profiles::ProfileStore &store);
[[nodiscard]] QJsonObject channelsJson(const Notices::Channels &channels, const Profiles::ProfileStore &store);

} // namespace Cli
