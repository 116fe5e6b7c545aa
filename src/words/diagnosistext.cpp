#include "words/diagnosistext.h"

#include "words/servicename.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Setup::Examined;
using Setup::Link;

QString linkText(Link link)
{
    switch (link) {
    case Link::DataFolder: return Spoken::tr("data folder", "link");
    case Link::Account: return Spoken::tr("account", "link");
    case Link::Secrets: return Spoken::tr("secrets", "link");
    case Link::Name: return Spoken::tr("host name", "link");
    case Link::Proxy: return Spoken::tr("proxy", "link");
    case Link::Connection: return Spoken::tr("connection", "link");
    case Link::Certificate: return Spoken::tr("certificate", "link");
    case Link::SignIn: return Spoken::tr("sign-in", "link");
    case Link::Scopes: return Spoken::tr("scopes", "link");
    case Link::Clock: return Spoken::tr("clock", "link");
    case Link::ReadDataSet: return Spoken::tr("reading the DataSet", "link");
    case Link::ReadSpreadsheet: return Spoken::tr("reading the spreadsheet", "link");
    case Link::ReadSheet: return Spoken::tr("reading the sheet", "link");
    case Link::WriteSheet: return Spoken::tr("writing to the sheet", "link");
    case Link::Scheduler: return Spoken::tr("scheduler", "link");
    }
    Q_UNREACHABLE();
}

} // namespace

QString linkName(const Examined &one)
{
    return one.service == Core::Service::None ? capitalized(linkText(one.link))
                                              : u"%1: %2"_s.arg(serviceName(one.service), linkText(one.link));
}

Line linkLine(const Examined &one)
{
    switch (one.state) {
    case Examined::State::Sound: return {Tone::Ok, Spoken::tr("OK", "of a link")};
    case Examined::State::Broken: return {Tone::Error, Spoken::tr("broken", "of a link")};
    case Examined::State::NotReached: return {Tone::Note, Spoken::tr("not reached", "of a link")};
    case Examined::State::NotThere: {
        const bool isUnknown = one.link == Link::Clock || one.link == Link::WriteSheet;
        return {Tone::Note,
                isUnknown ? Spoken::tr("not known", "of a link") : Spoken::tr("none", "of a link: there is no such")};
    }
    }
    Q_UNREACHABLE();
}

QString linkDetail(const Examined &one)
{
    if (one.link == Link::Clock && !one.detail.isEmpty())
        return (one.detail.startsWith(u'-') ? Spoken::tr("%1 s behind this computer's", "clock")
                                            : Spoken::tr("%1 s ahead of this computer's", "clock"))
            .arg(QString(one.detail).remove(u'-'));
    if (one.link != Link::WriteSheet || one.state == Examined::State::Broken
        || one.state == Examined::State::NotReached)
        return one.detail;
    const QString lock =
        one.detail.isEmpty() ? Spoken::tr("the sheet is not locked") : Spoken::tr("lock: %1").arg(one.detail);
    return lock + Spoken::tr("; only a write can tell whether Workiva accepts it");
}

ErrorText brokenText(const Examined &broken)
{
    if (broken.error)
        return errorText(*broken.error);
    return {.message = Spoken::tr("The clocks of this computer and of %1 differ by %2 seconds.")
                           .arg(serviceName(broken.service), QString(broken.detail).remove(u'-')),
            .next = Spoken::tr("Check this computer's clock: certificates and sign-ins depend on it.")};
}

} // namespace Words
