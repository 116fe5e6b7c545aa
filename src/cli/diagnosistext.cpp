#include "cli/diagnosistext.h"

#include "cli/reportjson.h"
#include "cli/table.h"
#include "runs/doctor.h"
#include "words/errortext.h"
#include "words/servicename.h"
#include "writeback/endstate.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Setup::Examined;
using Setup::Link;
using State = Examined::State;

QString linkText(Link link)
{
    switch (link) {
    case Link::DataFolder: return u"data folder"_s;
    case Link::Account: return u"account"_s;
    case Link::Secrets: return u"secrets"_s;
    case Link::Name: return u"host name"_s;
    case Link::Proxy: return u"proxy"_s;
    case Link::Connection: return u"connection"_s;
    case Link::Certificate: return u"certificate"_s;
    case Link::SignIn: return u"sign-in"_s;
    case Link::Scopes: return u"scopes"_s;
    case Link::Clock: return u"clock"_s;
    case Link::ReadDataSet: return u"reading the DataSet"_s;
    case Link::ReadSpreadsheet: return u"reading the spreadsheet"_s;
    case Link::ReadSheet: return u"reading the sheet"_s;
    case Link::WriteSheet: return u"writing to the sheet"_s;
    case Link::Scheduler: return u"scheduler"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(const Examined &one)
{
    return one.service == Core::Service::None ? Words::capitalized(linkText(one.link))
                                              : u"%1: %2"_s.arg(Words::serviceName(one.service), linkText(one.link));
}

QString stateText(const Examined &one)
{
    switch (one.state) {
    case State::Sound: return u"OK"_s;
    case State::Broken: return u"broken"_s;
    case State::NotReached: return u"not reached"_s;
    case State::NotThere: return one.link == Link::Clock || one.link == Link::WriteSheet ? u"not known"_s : u"none"_s;
    }
    Q_UNREACHABLE();
}

QString stateName(State state)
{
    switch (state) {
    case State::Sound: return u"sound"_s;
    case State::Broken: return u"broken"_s;
    case State::NotReached: return u"notReached"_s;
    case State::NotThere: return u"notThere"_s;
    }
    Q_UNREACHABLE();
}

QString detailText(const Examined &one)
{
    if (one.link == Link::Clock && !one.detail.isEmpty())
        return (one.detail.startsWith(u'-') ? u"%1 s behind this computer's"_s : u"%1 s ahead of this computer's"_s)
            .arg(QString(one.detail).remove(u'-'));
    if (one.link != Link::WriteSheet || one.state == State::Broken || one.state == State::NotReached)
        return one.detail;
    const QString lock = one.detail.isEmpty() ? u"the sheet is not locked"_s : u"lock: %1"_s.arg(one.detail);
    return lock + u"; only a write can tell whether Workiva accepts it"_s;
}

Words::ErrorText textOf(const Examined &broken)
{
    if (broken.error) {
        Words::ErrorText text = Words::errorText(*broken.error);
        if (broken.error->cause.as<Schedule::Compared>())
            text.next = u"Run: workiva-writeback-cli schedule repair"_s;
        return text;
    }
    return {.message = u"The clocks of this computer and of %1 differ by %2 seconds."_s.arg(
                Words::serviceName(broken.service), QString(broken.detail).remove(u'-')),
            .next = u"Check this computer's clock: certificates and sign-ins depend on it."_s};
}

} // namespace

QString diagnosisText(const QList<Examined> &links)
{
    QList<QStringList> rows;
    for (const Examined &one : links)
        rows.append({nameOf(one), stateText(one), detailText(one)});
    const QString table = tableText(rows);
    const Examined *broken = Runs::firstBroken(links);
    if (!broken)
        return table + u"\n\nNothing is broken."_s;
    const Words::ErrorText text = textOf(*broken);
    QStringList lines{u"The first broken link is \"%1\"."_s.arg(nameOf(*broken)), text.message, text.next};
    lines.removeAll(QString());
    if (!text.quote.isEmpty())
        lines.append(u"For support: %1"_s.arg(text.quote));
    return table + u"\n\n"_s + lines.join(u'\n');
}

QString diagnosisJson(const QList<Examined> &links)
{
    QJsonArray array;
    for (const Examined &one : links) {
        QJsonObject object{{u"service"_s, one.service == Core::Service::None ? QJsonValue() : Core::name(one.service)},
                           {u"link"_s, Setup::name(one.link)},
                           {u"state"_s, stateName(one.state)},
                           {u"detail"_s, one.detail}};
        if (one.error)
            object.insert(u"error"_s, refusalJson(*one.error, {})["error"_L1]);
        array.append(object);
    }
    const Examined *broken = Runs::firstBroken(links);
    QJsonValue first;
    if (broken)
        first = array[broken - links.constData()].toObject();
    return jsonText(QJsonObject{{u"links"_s, array}, {u"firstBroken"_s, first}});
}

ExitCode exitCode(const QList<Examined> &links)
{
    const Examined *broken = Runs::firstBroken(links);
    if (!broken)
        return ExitCode::Done;
    if (!broken->error)
        return ExitCode::Failed;
    Writeback::RunReport report;
    report.error = broken->error;
    report.state = Writeback::endState({.error = report.error});
    return exitCode(report);
}

} // namespace Cli
