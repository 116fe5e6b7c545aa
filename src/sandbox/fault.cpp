#include "sandbox/fault.h"

#include "sandbox/operationnames.h"

#include <algorithm>
#include <vector>

namespace Sandbox {

namespace {

// The names of one kind, a status each where they are refusals.
struct Names
{
    FaultKind kind;
    QLatin1String name; // before the status where there are several
    QLatin1String meaning;
    std::vector<int> statuses{};
};

const std::vector<Names> &allNames()
{
    static const std::vector<Names> names{
        {FaultKind::Refuse,
         {},
         QLatin1String("refused with this status; 406 comes with a web page"),
         {401, 403, 404, 406, 409, 429, 500, 503}},
        {FaultKind::RefusedButDone,
         QLatin1String("refused-but-done"),
         QLatin1String("carried out, and answered with this status as if it were refused; 503 when none is named"),
         {503, 400, 404, 429, 500}},
        {FaultKind::RefusedDoneLater,
         QLatin1String("refused-done-later"),
         QLatin1String("refused likewise, and carried out 2 s later all the same"),
         {503, 400, 404, 429, 500}},
        {FaultKind::Drop, QLatin1String("drop"), QLatin1String("not carried out, the connection is closed")},
        {FaultKind::Truncate, QLatin1String("truncate"), QLatin1String("the body ends before its Content-Length")},
        {FaultKind::Hang, QLatin1String("hang"), QLatin1String("not carried out, and never answered")},
        {FaultKind::Drip, QLatin1String("drip"), QLatin1String("the answer comes a byte at a time and never ends")},
        {FaultKind::Malformed, QLatin1String("malformed"), QLatin1String("broken JSON or CSV, and no Location")},
        {FaultKind::Html, QLatin1String("html"), QLatin1String("a web page under the status of a success")},
        {FaultKind::Empty200, QLatin1String("empty-200"),
         QLatin1String("carried out, and answered 200 without a body")},
        {FaultKind::FailOperation, QLatin1String("fail-operation"), QLatin1String("accepted, and its operation fails")},
        {FaultKind::LateOperation, QLatin1String("late"),
         QLatin1String("accepted, its operation fails, and 2 s later it is carried out and completed")},
        {FaultKind::LostAnswer, QLatin1String("lost-answer"),
         QLatin1String("carried out, and the connection is closed instead of the answer")},
        {FaultKind::PagesWithoutEnd, QLatin1String("pages-without-end"),
         QLatin1String("@nextLink leads to another page without anything new, and so does that page's")},
    };
    return names;
}

QStringList namesOf(const Names &names)
{
    QStringList all;
    for (const int status : names.statuses) {
        const QString number = QString::number(status);
        const bool isUsual = !names.name.isEmpty() && status == names.statuses.front();
        all += names.name.isEmpty() ? number : isUsual ? QString(names.name) : names.name + u'-' + number;
    }
    return all.isEmpty() ? QStringList{names.name} : all;
}

} // namespace

QStringList faultNames()
{
    QStringList all;
    for (const Names &names : allNames())
        all += namesOf(names);
    return all;
}

QStringList faultLines()
{
    QStringList lines;
    for (const Names &names : allNames())
        lines += namesOf(names).join(u' ') + QStringLiteral(": ") + names.meaning;
    return lines;
}

Core::Result<Fault> Fault::parse(const QString &text)
{
    const auto wrong = [&text](const QString &what) { return Core::fail(Core::ErrorKind::InvalidInput, text, what); };
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return wrong(QStringLiteral("expected KIND@OPERATION"));

    Fault fault;
    const QString kind = text.left(at);
    const auto named =
        std::ranges::find_if(allNames(), [&kind](const Names &names) { return namesOf(names).contains(kind); });
    if (named == allNames().end())
        return wrong(QStringLiteral("unknown kind \"%1\"").arg(kind));
    fault.kind = named->kind;
    if (!named->statuses.empty())
        fault.status = named->statuses[size_t(namesOf(*named).indexOf(kind))];

    QString rest = text.sliced(at + 1);
    if (rest.endsWith(u'*')) {
        fault.everyCall = true;
        rest.chop(rest.endsWith(QLatin1String("#*")) ? 2 : 1);
    } else if (const qsizetype mark = rest.indexOf(u'#'); mark >= 0) {
        bool isNumber = false;
        fault.call = rest.sliced(mark + 1).toInt(&isNumber);
        if (!isNumber || fault.call < 1)
            return wrong(QStringLiteral("expected the number of a call after #"));
        rest.truncate(mark);
    }
    if (!operationNames().contains(rest))
        return wrong(QStringLiteral("unknown operation \"%1\"").arg(rest));
    fault.operation = rest;
    return fault;
}

std::optional<Fault> FaultPlan::next(const QString &operation)
{
    const int call = ++m_calls[operation];
    for (const Fault &fault : m_faults) {
        if (fault.operation == operation && (fault.everyCall || fault.call == call))
            return fault;
    }
    return std::nullopt;
}

} // namespace Sandbox
