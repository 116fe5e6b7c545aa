#include "support/sandboxprocess.h"

#include "support/http.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace Support {

namespace {

using namespace std::chrono_literals;

constexpr int startTime = 20'000; // milliseconds

} // namespace

SandboxProcess::SandboxProcess(const QStringList &arguments)
{
    m_process.setProgram(QStringLiteral(SANDBOX_PROGRAM));
    m_process.setArguments(arguments);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); }); // even if the test crashes
#endif
    m_process.start();
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !timer.hasExpired(startTime))
        m_process.waitForReadyRead(100);
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    if (!isUp())
        qWarning("The sandbox does not start: %s", qPrintable(m_process.errorString()));
}

SandboxProcess::~SandboxProcess()
{
    stop();
}

void SandboxProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Core::Login SandboxProcess::domo() const
{
    const QJsonObject domo = m_ready.value("domo"_L1).toObject();
    return {QUrl(domo.value("url"_L1).toString()), domo.value("clientId"_L1).toString(),
            Core::Secret(domo.value("clientSecret"_L1).toString())};
}

Core::Login SandboxProcess::workiva() const
{
    const QJsonObject workiva = m_ready.value("workiva"_L1).toObject();
    return {QUrl(workiva.value("url"_L1).toString()), workiva.value("clientId"_L1).toString(),
            Core::Secret(workiva.value("clientSecret"_L1).toString())};
}

QJsonObject SandboxProcess::find(const QString &list, const QString &key, const QString &value) const
{
    const QJsonArray items = m_ready.value(list).toArray();
    for (const QJsonValue &item : items) {
        if (item[key].toString() == value)
            return item.toObject();
    }
    qWarning("The sandbox has no %s in its %s", qPrintable(value), qPrintable(list));
    return {};
}

QJsonObject SandboxProcess::dataSet(const QString &name) const
{
    return find(u"datasets"_s, u"name"_s, name);
}

QString SandboxProcess::spreadsheetId(const QString &name) const
{
    return find(u"spreadsheets"_s, u"name"_s, name).value("id"_L1).toString();
}

QStringList SandboxProcess::sheetsOf(const QString &spreadsheet) const
{
    QStringList paths;
    const QJsonArray sheets = find(u"spreadsheets"_s, u"name"_s, spreadsheet).value("sheets"_L1).toArray();
    for (const QJsonValue &sheet : sheets)
        paths.append(sheet["path"_L1].toString());
    return paths;
}

QString SandboxProcess::sheetId(const QString &spreadsheet, const QString &path) const
{
    const QJsonArray sheets = find(u"spreadsheets"_s, u"name"_s, spreadsheet).value("sheets"_L1).toArray();
    for (const QJsonValue &sheet : sheets) {
        if (sheet["path"_L1].toString() == path)
            return sheet["id"_L1].toString();
    }
    qWarning("The sandbox has no sheet %s", qPrintable(path));
    return {};
}

Writeback::RunRequest SandboxProcess::request(const QString &dataSetName, const QString &region,
                                              const QString &spreadsheet, const QString &sheet) const
{
    Writeback::RunRequest request;
    request.dataSet()->domo = domo();
    request.workiva = workiva();
    request.dataSet()->dataSetId = dataSet(dataSetName).value("id"_L1).toString();
    request.spreadsheetId = spreadsheetId(spreadsheet);
    request.sheetId = sheetId(spreadsheet, sheet);
    request.region = *Sheet::Region::parse(region);
    request.allowClearing = true; // the test sheets have a lot to clear
    request.lag = 150ms;
    request.retry = {.attempts = 3, .firstWait = 20ms, .maxWait = 50ms, .deadline = 5s, .idleTimeout = 5s};
    return request;
}

int SandboxProcess::requests(const QString &operation) const
{
    return counted(u"domo"_s).value(operation).toInt() + counted(u"workiva"_s).value(operation).toInt();
}

int SandboxProcess::pending() const
{
    return counted(u"workiva"_s).value("pending"_L1).toInt();
}

qint64 SandboxProcess::bytes(const QString &operation) const
{
    return counted(u"workiva"_s).value("bytes"_L1).toObject().value(operation).toInteger();
}

QJsonObject SandboxProcess::counted(const QString &service) const
{
    const QUrl url(m_ready.value(service).toObject().value("url"_L1).toString());
    return QJsonDocument::fromJson(get(url.resolved(QUrl(u"/sandbox/requests"_s))).body).object();
}

} // namespace Support
