#include "support/sandboxprocess.h"

#include "support/http.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

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
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also when the test crashes
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

Writeback::Login SandboxProcess::domo() const
{
    const QJsonObject domo = m_ready.value(QLatin1String("domo")).toObject();
    return {QUrl(domo.value(QLatin1String("url")).toString()), domo.value(QLatin1String("clientId")).toString(),
            domo.value(QLatin1String("clientSecret")).toString()};
}

Writeback::Login SandboxProcess::workiva() const
{
    const QJsonObject workiva = m_ready.value(QLatin1String("workiva")).toObject();
    return {QUrl(workiva.value(QLatin1String("url")).toString()), workiva.value(QLatin1String("clientId")).toString(),
            workiva.value(QLatin1String("clientSecret")).toString()};
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
    return find(QStringLiteral("datasets"), QStringLiteral("name"), name);
}

QString SandboxProcess::spreadsheetId(const QString &name) const
{
    return find(QStringLiteral("spreadsheets"), QStringLiteral("name"), name).value(QLatin1String("id")).toString();
}

QString SandboxProcess::sheetId(const QString &spreadsheet, const QString &path) const
{
    const QJsonArray sheets = find(QStringLiteral("spreadsheets"), QStringLiteral("name"), spreadsheet)
                                  .value(QLatin1String("sheets"))
                                  .toArray();
    for (const QJsonValue &sheet : sheets) {
        if (sheet[QLatin1String("path")].toString() == path)
            return sheet[QLatin1String("id")].toString();
    }
    qWarning("The sandbox has no sheet %s", qPrintable(path));
    return {};
}

Writeback::RunRequest SandboxProcess::request(const QString &dataSetName, const QString &region,
                                              const QString &spreadsheet, const QString &sheet) const
{
    Writeback::RunRequest request;
    request.domo = domo();
    request.workiva = workiva();
    request.dataSetId = dataSet(dataSetName).value(QLatin1String("id")).toString();
    request.spreadsheetId = spreadsheetId(spreadsheet);
    request.sheetId = sheetId(spreadsheet, sheet);
    request.region = *Sheet::Region::parse(region);
    request.allowClearing = true; // the sheets of tests are full of what has to go
    request.lag = 150ms;
    request.patience = {.attempts = 3, .firstWait = 20ms, .longestWait = 50ms, .patience = 5s, .silence = 5s};
    return request;
}

int SandboxProcess::requests(const QString &operation) const
{
    return counted(QStringLiteral("domo")).value(operation).toInt()
        + counted(QStringLiteral("workiva")).value(operation).toInt();
}

int SandboxProcess::pending() const
{
    return counted(QStringLiteral("workiva")).value(QLatin1String("pending")).toInt();
}

qint64 SandboxProcess::bytes(const QString &operation) const
{
    return counted(QStringLiteral("workiva")).value(QLatin1String("bytes")).toObject().value(operation).toInteger();
}

QJsonObject SandboxProcess::counted(const QString &service) const
{
    const QUrl url(m_ready.value(service).toObject().value(QLatin1String("url")).toString());
    return QJsonDocument::fromJson(get(url.resolved(QUrl(QStringLiteral("/sandbox/requests")))).body).object();
}

} // namespace Support
