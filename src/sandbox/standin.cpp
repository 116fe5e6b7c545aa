#include "sandbox/standin.h"

#include "sandbox/samplecredentials.h"
#include "sandbox/domo/domoserver.h"
#include "sandbox/samples.h"
#include "sandbox/sheetmarks.h"
#include "sandbox/sheet/statefile.h"
#include "sandbox/workiva/workivaserver.h"
#include "sheet/region.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QJsonArray describe(const std::vector<StoredDataSet> &dataSets)
{
    QJsonArray all;
    for (const StoredDataSet &one : dataSets)
        all.append(QJsonObject{{u"id"_s, one.id()},
                               {u"name"_s, one.name()},
                               {u"rows"_s, one.rows()},
                               {u"columns"_s, qint64(one.columns().size())}});
    return all;
}

QJsonArray describe(const Spreadsheets &spreadsheets)
{
    QJsonArray all;
    for (const auto &one : spreadsheets) {
        QJsonArray sheets;
        for (const auto &sheet : one->sheets)
            sheets.append(
                QJsonObject{{u"id"_s, sheet->id}, {u"name"_s, sheet->name}, {u"path"_s, one->path(*sheet).join(u'/')}});
        all.append(QJsonObject{{u"id"_s, one->id}, {u"name"_s, one->name}, {u"sheets"_s, sheets}});
    }
    return all;
}

QJsonObject access(quint16 port, const SampleCredentials &credentials)
{
    return {{u"url"_s, u"http://127.0.0.1:%1"_s.arg(port)},
            {u"clientId"_s, credentials.clientId},
            {u"clientSecret"_s, credentials.clientSecret}};
}

Core::Result<std::vector<StoredDataSet>> dataSetsFor(const Options &options)
{
    std::vector<StoredDataSet> all;
    if (!options.datasets.isEmpty()) {
        auto read = readDataSets(options.datasets, options.quirks.csvNullIsBackslashN);
        if (!read)
            return Core::propagate(read);
        all = std::move(*read);
    }
    // A file in the folder replaces a sample of the same name.
    for (StoredDataSet &sample : sampleDataSets(options.quirks.csvNullIsBackslashN)) {
        if (std::ranges::none_of(all, [&sample](const StoredDataSet &one) { return one.id() == sample.id(); }))
            all.push_back(std::move(sample));
    }
    return all;
}

Core::Result<Spreadsheets> spreadsheetsFor(const Options &options, const QDateTime &now)
{
    const bool isKept = !options.state.isEmpty() && QFile::exists(options.state);
    Core::Result<Spreadsheets> all = isKept ? loadState(options.state) : sampleSpreadsheets(now);
    if (!all)
        return all;
    if (const auto marked = markSheets(*all, options); !marked)
        return Core::propagate(marked);
    return all;
}

// Moves a server to its thread and makes it listen there; returns true on success. It was created on this thread,
// because Qt HTTP Server sets up TLS in its constructor, and OpenSSL keeps state for each thread that did so until
// after the thread has ended.
bool startOn(QThread &thread, HttpServer &server, quint16 port)
{
    server.moveToThread(&thread);
    thread.start();
    bool listens = false;
    QMetaObject::invokeMethod(
        &server, [&] { listens = server.listenOn(port); }, Qt::BlockingQueuedConnection);
    return listens;
}

// Destroys it on its thread, after calling `last`.
template <typename Server, typename Last> void stopOn(QThread &thread, Server *&server, Last last)
{
    if (server) {
        QMetaObject::invokeMethod(
            server, [&server, &last] { last(*server); }, Qt::BlockingQueuedConnection);
        server->deleteLater();
        server = nullptr;
    }
    thread.quit();
    thread.wait();
}

} // namespace

StandIn::StandIn(Options options) : m_options(std::move(options)) { }

StandIn::~StandIn()
{
    std::ignore = stop();
}

Core::Result<QJsonObject> StandIn::start()
{
    auto dataSets = dataSetsFor(m_options);
    if (!dataSets)
        return Core::propagate(dataSets);
    auto spreadsheets = spreadsheetsFor(m_options, m_clock.utcNow());
    if (!spreadsheets)
        return Core::propagate(spreadsheets);

    QJsonObject ready{{u"datasets"_s, describe(*dataSets)}, {u"spreadsheets"_s, describe(*spreadsheets)}};
    m_domo = new DomoServer(m_options, m_clock, std::move(*dataSets));
    m_workiva = new WorkivaServer(m_options, m_clock, std::move(*spreadsheets));
    const bool domoListens = startOn(m_domoThread, *m_domo, m_options.domoPort);
    const bool workivaListens = startOn(m_workivaThread, *m_workiva, m_options.workivaPort);
    if (!domoListens || !workivaListens)
        return Core::fail(Core::ErrorKind::NoNetwork,
                          QString::number(domoListens ? m_options.workivaPort : m_options.domoPort),
                          u"the port is taken"_s);
    ready.insert(u"domo"_s, access(m_domo->port(), domoCredentials()));
    ready.insert(u"workiva"_s, access(m_workiva->port(), workivaCredentials()));
    return ready;
}

Core::Result<void> StandIn::stop()
{
    Core::Result<void> saved;
    stopOn(m_domoThread, m_domo, [](const DomoServer &) {});
    stopOn(m_workivaThread, m_workiva, [&](const WorkivaServer &server) {
        if (!m_options.state.isEmpty())
            saved = saveState(m_options.state, server.spreadsheets());
    });
    return saved;
}

} // namespace Sandbox
