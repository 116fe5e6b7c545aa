#include "setup/diagnosis.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

using Core::ErrorKind;
using Core::Service;
using State = Examined::State;

// Which link a failed sign-in shows to be broken.
Link brokenLink(const Core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::ProxyRefused: return Link::Proxy;
    case ErrorKind::TlsUntrusted: return Link::Certificate;
    case ErrorKind::NoNetwork:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut: return Link::Connection;
    case ErrorKind::MissingScope: return Link::Scopes;
    default: return Link::SignIn;
    }
}

QList<Link> linksOf(Service service, bool hasTarget)
{
    QList<Link> links{Link::Name,   Link::Proxy,  Link::Connection, Link::Certificate,
                      Link::SignIn, Link::Scopes, Link::Clock};
    if (!hasTarget)
        return links;
    if (service == Service::Domo)
        return links << Link::ReadDataSet;
    return links << Link::ReadSpreadsheet << Link::ReadSheet << Link::WriteSheet;
}

} // namespace

QString name(Link link)
{
    switch (link) {
    case Link::DataFolder: return u"dataFolder"_s;
    case Link::Account: return u"account"_s;
    case Link::Secrets: return u"secrets"_s;
    case Link::Name: return u"name"_s;
    case Link::Proxy: return u"proxy"_s;
    case Link::Connection: return u"connection"_s;
    case Link::Certificate: return u"certificate"_s;
    case Link::SignIn: return u"signIn"_s;
    case Link::Scopes: return u"scopes"_s;
    case Link::Clock: return u"clock"_s;
    case Link::ReadDataSet: return u"readDataSet"_s;
    case Link::ReadSpreadsheet: return u"readSpreadsheet"_s;
    case Link::ReadSheet: return u"readSheet"_s;
    case Link::WriteSheet: return u"writeSheet"_s;
    case Link::Scheduler: return u"scheduler"_s;
    }
    Q_UNREACHABLE();
}

Diagnosis::Diagnosis(const Logins &logins, const Core::ProxyChoice &proxy, std::optional<Target> target,
                     QObject *parent)
    : QObject(parent), m_catalogue(logins, proxy), m_target(std::move(target))
{
    for (const Service service : {Service::Domo, Service::Workiva}) {
        for (const Link link : linksOf(service, m_target.has_value()))
            m_links.append({.service = service, .link = link});
    }
}

Diagnosis::~Diagnosis()
{
    for (const int lookup : std::as_const(m_lookups))
        QHostInfo::abortHostLookup(lookup);
}

void Diagnosis::start()
{
    examine(Service::Domo);
    examine(Service::Workiva);
}

void Diagnosis::examine(Service service)
{
    const Catalogue::Way way = m_catalogue.way(service);
    if (!way.isProxied)
        set(service, Link::Proxy, State::NotThere);
    if (!way.isEncrypted)
        set(service, Link::Certificate, State::NotThere);
    m_lookups.append(QHostInfo::lookupHost(way.host, this, [this, service, host = way.host](const QHostInfo &found) {
        m_lookups.removeOne(found.lookupId());
        if (found.error() == QHostInfo::NoError) {
            set(service, Link::Name, State::Sound, host);
            signIn(service);
            return;
        }
        setBroken(service, Link::Name,
                  Core::Error{
                      .kind = ErrorKind::NoNetwork, .service = service, .subject = host, .detail = found.errorString()},
                  host);
        end();
    }));
}

void Diagnosis::signIn(Service service)
{
    m_catalogue.check(service, [this, service](const Core::Result<Grant> &grant) {
        if (!grant) {
            const Link broken = brokenLink(grant.error());
            setUpTo(service, broken);
            setBroken(service, broken, grant.error());
            return end();
        }
        setUpTo(service, Link::Clock);
        at(service, Link::Scopes).detail = grant->scopes.join(u' ');
        const auto ahead = m_catalogue.way(service).clockAhead;
        const QString detail = ahead ? QString::number(ahead->count()) : QString();
        if (!ahead)
            set(service, Link::Clock, State::NotThere);
        else if (std::chrono::abs(*ahead) <= maxClockDifference)
            set(service, Link::Clock, State::Sound, detail);
        else
            setBroken(service, Link::Clock, {}, detail); // of what follows, nothing depends on it
        if (!m_target)
            return end();
        service == Service::Domo ? readDataSet() : readSpreadsheet();
    });
}

void Diagnosis::readDataSet()
{
    m_catalogue.fetchDataSet(m_target->dataSetId, [this](const Core::Result<DataSet> &dataSet) {
        if (dataSet)
            set(Service::Domo, Link::ReadDataSet, State::Sound, dataSet->name);
        else
            setBroken(Service::Domo, Link::ReadDataSet, dataSet.error());
        end();
    });
}

void Diagnosis::readSpreadsheet()
{
    m_catalogue.fetchSpreadsheet(m_target->place.spreadsheetId, [this](const Core::Result<Spreadsheet> &spreadsheet) {
        if (!spreadsheet) {
            setBroken(Service::Workiva, Link::ReadSpreadsheet, spreadsheet.error());
            return end();
        }
        set(Service::Workiva, Link::ReadSpreadsheet, State::Sound, spreadsheet->name);
        readSheet(*spreadsheet);
    });
}

void Diagnosis::readSheet(const Spreadsheet &spreadsheet)
{
    const auto take = [this, isLocked = spreadsheet.locked](const Core::Result<QList<SheetInfo>> &sheets) {
        if (!sheets) {
            setBroken(Service::Workiva, Link::ReadSheet, sheets.error());
            return end();
        }
        const auto sheet = std::ranges::find(*sheets, m_target->place.sheetId, &SheetInfo::id);
        if (sheet == sheets->end()) {
            setBroken(Service::Workiva, Link::ReadSheet,
                      Core::Error{.kind = ErrorKind::NotFound,
                                  .service = Service::Workiva,
                                  .subject = m_target->place.sheetId});
            return end();
        }
        const bool isReadOnly = isLocked || sheet->lock == SheetInfo::Lock::Locked;
        const bool isKnown = sheet->lock != SheetInfo::Lock::Unknown;
        const QString lock = sheet->lock == SheetInfo::Lock::InputMode ? u"inputMode"_s : sheet->lockWord;
        const QString path = sheet->path;
        m_catalogue.readCells(m_target->place, {0, 0, 1, 1}, [=, this](const Core::Result<SheetCells> &cells) {
            if (!cells)
                setBroken(Service::Workiva, Link::ReadSheet, cells.error());
            else
                set(Service::Workiva, Link::ReadSheet, State::Sound, path);
            if (cells && isReadOnly)
                setBroken(Service::Workiva, Link::WriteSheet,
                          Core::Error{.kind = ErrorKind::Locked, .service = Service::Workiva, .subject = path});
            else if (cells)
                set(Service::Workiva, Link::WriteSheet, isKnown ? State::Sound : State::NotThere, lock);
            end();
        });
    };
    m_catalogue.listSheets(m_target->place.spreadsheetId, take);
}

Examined &Diagnosis::at(Service service, Link link)
{
    return *std::ranges::find_if(m_links,
                                 [=](const Examined &one) { return one.service == service && one.link == link; });
}

void Diagnosis::set(Service service, Link link, Examined::State state, const QString &detail)
{
    Examined &one = at(service, link);
    one.state = state;
    one.detail = detail;
}

void Diagnosis::setBroken(Service service, Link link, const std::optional<Core::Error> &error, const QString &detail)
{
    set(service, link, State::Broken, detail);
    at(service, link).error = error;
}

void Diagnosis::setUpTo(Service service, Link link)
{
    for (Examined &one : m_links) {
        // Behind a proxy, a connection that does not come about may be the proxy's fault.
        const bool isDoubtful = link == Link::Connection && one.link == Link::Proxy;
        if (one.service == service && one.link < link && one.state == State::NotReached && !isDoubtful)
            one.state = State::Sound;
    }
}

void Diagnosis::end()
{
    if (--m_open == 0)
        Q_EMIT finished();
}

} // namespace Setup
