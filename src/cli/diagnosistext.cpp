#include "cli/diagnosistext.h"

#include "cli/reportjson.h"
#include "cli/table.h"
#include "runs/doctor.h"
#include "words/diagnosistext.h"
#include "writeback/endstate.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Setup::Examined;
using State = Examined::State;

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

Words::ErrorText textOf(const Examined &broken)
{
    Words::ErrorText text = Words::brokenText(broken);
    if (broken.error && broken.error->cause.as<Schedule::Compared>())
        text.next = u"Run: workiva-writeback-cli schedule repair"_s;
    return text;
}

} // namespace

QString diagnosisText(const QList<Examined> &links)
{
    QList<QStringList> rows;
    for (const Examined &one : links)
        rows.append({Words::linkName(one), Words::linkLine(one).text, Words::linkDetail(one)});
    const QString table = tableText(rows);
    const Examined *broken = Runs::firstBroken(links);
    if (!broken)
        return table + u"\n\nNothing is broken."_s;
    const Words::ErrorText text = textOf(*broken);
    QStringList lines{u"The first broken link is \"%1\"."_s.arg(Words::linkName(*broken)), text.message, text.next};
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
