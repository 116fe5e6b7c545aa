#pragma once

#include "cli/exitcode.h"
#include "cli/saveddata.h"
#include "notices/channels.h"
#include "notices/failurelog.h"
#include "notices/teller.h"

namespace Cli {

// Where the channels of notices are kept: beside the saved writebacks. An empty data folder is the user's own.
[[nodiscard]] Notices::ChannelStore channelStore(const QString &dataDir);
[[nodiscard]] Notices::FailureLog failureLog(const SavedData &data);

// What a Notices::Teller takes, with the proxy of the window. Borrows secrets and clock.
[[nodiscard]] Notices::Means noticeMeans(const SavedData &data, const QString &dataDir, Profiles::SecretStore &secrets,
                                         Core::Clock &clock);

// Of all saved writebacks that run without a person, or that a person is to be reminded of; see Runs::unattended().
[[nodiscard]] QList<Notices::Condition> conditionsIn(const SavedData &data, const QDateTime &now);

// How telling somebody ended, or failed earlier, as a row of a table and as JSON. Those of a ping are about a writeback
// of the store.
struct ToldLine
{
    QString channel;
    QString about;
    QString text; // "accepted", or why not and what to do
};
[[nodiscard]] ToldLine toldLine(const Notices::Outcome &outcome, const Profiles::ProfileStore &store);
[[nodiscard]] QJsonObject toldJson(const Notices::Outcome &outcome, const Profiles::ProfileStore &store);

// As refuse(), for an error about channels.
[[nodiscard]] ExitCode refuseNotice(const Core::Error &error, bool json);

} // namespace Cli
