#include "schedule/lingering.h"

#include "schedule/scheduler.h"

using namespace Qt::StringLiterals;

namespace Schedule {

std::optional<bool> isLingering(const CommandRunner &run)
{
    const auto user = runWell(run, {u"id"_s, {u"-u"_s}});
    if (!user)
        return {};
    const auto shown =
        runWell(run,
                {u"loginctl"_s,
                 {u"show-user"_s, QString::fromLatin1(user->output).trimmed(), u"--property=Linger"_s, u"--value"_s}});
    if (!shown)
        return {};
    const QByteArray answer = shown->output.trimmed();
    if (answer != "yes" && answer != "no")
        return {};
    return answer == "yes";
}

} // namespace Schedule
