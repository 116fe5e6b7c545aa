#include "cli/commands/schedule/listschedules.h"

#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddefinitions.h"
#include "cli/schedules.h"
#include "cli/table.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

ListSchedules::ListSchedules(CLI::App &schedule, QObject *parent)
    : Command(parent)
    , m_app(schedule.add_subcommand("list",
                                    "List what the schedulers of this computer have, compared with the saved "
                                    "writebacks, and when each is started next"))
{
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print it as one JSON document");
    m_app->footer("The exit code is " + std::to_string(int(ExitCode::NeedsAttention))
                  + " if a schedule is not handed over as it is saved.");
}

bool ListSchedules::isAskedFor() const
{
    return m_app->parsed();
}

void ListSchedules::start()
{
    using State = Schedule::Compared::State;
    const SavedData data(m_dataDir);
    data.reportFaults();
    const Runs::Schedules schedules(wantedSchedules(data));
    const auto compared = schedules.compared();
    if (!compared) {
        Q_EMIT finished(refuse(compared.error(), m_json));
        return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    QJsonArray array;
    ExitCode code = ExitCode::Done;
    for (const Schedule::Compared &one : *compared) {
        rows.append(rowOf(one, now));
        array.append(objectOf(one, now));
        if (one.state != State::Same && one.state != State::Elsewhere)
            code = ExitCode::NeedsAttention;
    }
    const QString text = rows.isEmpty() ? u"Nothing is scheduled."_s : tableText(rows);
    const auto printed = print(m_json ? jsonText(QJsonObject{{u"schedules"_s, array}}) : text);
    Q_EMIT finished(printed ? code : withoutReport(code));
}

} // namespace Cli
