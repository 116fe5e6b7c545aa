#include "sandbox/fault.h"

#include "sandbox/operationnames.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The names of one fault kind: one for each status if there are several.
struct Names
{
    FaultKind kind;
    QLatin1String name; // followed by the status if there are several
    QString meaning;
    std::vector<int> statuses{};
};

constexpr int usualStatus = 503; // of a fault without a status in its name

const std::vector<Names> &allNames()
{
    static const std::vector<Names> names{
        {FaultKind::Refuse,
         {},
         u"rejects the call with this status; 406 returns a web page"_s,
         {401, 403, 404, 406, 409, 429, 500, 503}},
        {FaultKind::RefusedButDone,
         "refused-but-done"_L1,
         u"applies the call but answers with this status as if it were rejected (default: %1)"_s.arg(usualStatus),
         {usualStatus, 400, 404, 429, 500}},
        {FaultKind::RefusedDoneLater,
         "refused-done-later"_L1,
         u"rejects the call likewise, but applies it %1 s later"_s.arg(lateness.count()),
         {usualStatus, 400, 404, 429, 500}},
        {FaultKind::Drop, "drop"_L1, u"closes the connection without applying the call"_s},
        {FaultKind::Truncate, "truncate"_L1, u"ends the body before its Content-Length"_s},
        {FaultKind::Hang, "hang"_L1, u"never answers and does not apply the call"_s},
        {FaultKind::Drip, "drip"_L1, u"sends the response one byte at a time, without end"_s},
        {FaultKind::Malformed, "malformed"_L1, u"returns malformed JSON or CSV, and no Location"_s},
        {FaultKind::Html, "html"_L1, u"returns a web page with a success status"_s},
        {FaultKind::Empty200, "empty-200"_L1, u"applies the call and answers 200 without a body"_s},
        {FaultKind::FailOperation, "fail-operation"_L1, u"accepts the call, but its operation fails"_s},
        {FaultKind::LateOperation, "late"_L1,
         u"accepts the call, fails its operation, and %1 s later applies and completes it"_s.arg(lateness.count())},
        {FaultKind::LostAnswer, "lost-answer"_L1, u"applies the call and closes the connection without answering"_s},
        {FaultKind::PagesWithoutEnd, "pages-without-end"_L1,
         u"@nextLink leads to pages without new content, without end"_s},
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
        lines += namesOf(names).join(u' ') + u": "_s + names.meaning;
    return lines;
}

Core::Result<Fault> Fault::parse(const QString &text)
{
    const auto wrong = [&text](const QString &what) { return Core::fail(Core::ErrorKind::InvalidInput, text, what); };
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return wrong(u"expected KIND@OPERATION"_s);

    Fault fault;
    const QString kind = text.left(at);
    const auto named =
        std::ranges::find_if(allNames(), [&kind](const Names &names) { return namesOf(names).contains(kind); });
    if (named == allNames().end())
        return wrong(u"unknown kind \"%1\""_s.arg(kind));
    fault.kind = named->kind;
    if (!named->statuses.empty())
        fault.status = named->statuses[size_t(namesOf(*named).indexOf(kind))];

    QString rest = text.sliced(at + 1);
    if (rest.endsWith(u'*')) {
        fault.everyCall = true;
        rest.chop(rest.endsWith("#*"_L1) ? 2 : 1);
    } else if (const qsizetype mark = rest.indexOf(u'#'); mark >= 0) {
        bool isNumber = false;
        fault.call = rest.sliced(mark + 1).toInt(&isNumber);
        if (!isNumber || fault.call < 1)
            return wrong(u"expected a call number after #"_s);
        rest.truncate(mark);
    }
    if (!operationNames().contains(rest))
        return wrong(u"unknown operation \"%1\""_s.arg(rest));
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
