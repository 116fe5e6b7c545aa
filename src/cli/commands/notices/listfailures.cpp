#include "cli/commands/notices/listfailures.h"

#include "cli/notifying.h"
#include "cli/table.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

ListFailures::ListFailures(CLI::App &notices, QObject *parent)
    : NoticeCommand(notices,
                    {"failures",
                     "List the latest " + std::to_string(Notices::FailureLog::most)
                         + " notices and pings that did not get through, the newest first"},
                    parent)
{
    addUsualOptions();
}

void ListFailures::start()
{
    const auto failures = failureLog(data()).read();
    if (!failures)
        return refuse(failures.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    QJsonArray array;
    for (const Notices::Failure &failure : *failures) {
        const Notices::Outcome outcome{failure.channel, failure.about, failure.error};
        const ToldLine line = toldLine(outcome, data().store());
        rows.append({Words::capitalized(Words::whenText(failure.at, now)), line.channel, line.about, line.text});
        QJsonObject json = toldJson(outcome, data().store());
        json.insert(u"at"_s, failure.at.toString(Qt::ISODate));
        array.append(json);
    }
    show(rows.isEmpty() ? u"None is recorded."_s : tableText(rows), {{u"failures"_s, array}});
}

} // namespace Cli
