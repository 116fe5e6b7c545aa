#include "cli/commands/notices/shownotices.h"

#include "cli/channeltext.h"
#include "cli/notifying.h"
#include "cli/table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

ShowNotices::ShowNotices(CLI::App &notices, QObject *parent)
    : NoticeCommand(
        notices, {"show", "Show the channels: what each is, where it goes, and the variables of its secrets"}, parent)
{
    addUsualOptions();
}

void ShowNotices::start()
{
    const auto stored = channels().read();
    if (!stored)
        return refuse(stored.error());
    const auto failures = failureLog(data()).read();
    if (!failures)
        return refuse(failures.error());
    const QList<QStringList> rows = channelRows(*stored, data().store());
    QString text = rows.isEmpty() ? u"No channels are set up."_s : tableText(rows);
    if (!failures->isEmpty())
        text +=
            u"\n\nNotices and pings that did not get through: %1. The command \"notices failures\" lists them."_s.arg(
                failures->size());
    QJsonObject json = channelsJson(*stored, data().store());
    json.insert(u"failures"_s, failures->size());
    show(text, json);
}

} // namespace Cli
