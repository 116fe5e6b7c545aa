#include "cli/copycommand.h"

#include "cli/reportjson.h"
#include "domo/service.h"
#include "domo/webaddress.h"
#include "net/weborigin.h"
#include "words/keepingtext.h"
#include "words/reporttext.h"
#include "workiva/baseurlregion.h"
#include "workiva/webaddress.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTimer>

namespace Cli {

namespace {

using namespace std::chrono_literals;

constexpr auto interruptInterval = 100ms;
constexpr qint64 progressInterval = 100; // milliseconds

Core::Result<QUrl> urlOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!Net::isAcceptable(url))
        return Core::fail(Core::ErrorKind::InvalidInput, text, QStringLiteral("not an https address"));
    return url;
}

Core::Result<QUrl> workivaUrlOf(const CopyOptions &options, std::optional<Workiva::BaseUrlRegion> ofAddress)
{
    if (!options.workivaUrl.isEmpty())
        return urlOf(options.workivaUrl);
    if (!options.regionHost.isEmpty()) {
        const auto region = Workiva::fromName(options.regionHost);
        if (!region)
            return Core::fail(Core::ErrorKind::InvalidInput, options.regionHost, QStringLiteral("not us, eu or apac"));
        return Workiva::baseUrl(*region);
    }
    if (ofAddress)
        return Workiva::baseUrl(*ofAddress);
    return Core::fail(Core::ErrorKind::InvalidInput, QStringLiteral("--region-host"), QStringLiteral("missing"));
}

Core::Result<Writeback::Login> loginOf(QUrl url, Core::Service service, const QProcessEnvironment &environment)
{
    const QString prefix = service == Core::Service::Domo ? QStringLiteral("DOMO") : QStringLiteral("WORKIVA");
    Writeback::Login login{std::move(url), {}, {}};
    for (auto [variable, value] : {std::pair{prefix + QStringLiteral("_CLIENT_ID"), &login.clientId},
                                   std::pair{prefix + QStringLiteral("_CLIENT_SECRET"), &login.clientSecret}}) {
        *value = environment.value(variable);
        if (value->isEmpty())
            return tl::unexpected(
                Core::Error{.kind = Core::ErrorKind::BadCredentials,
                            .service = service,
                            .subject = variable,
                            .detail = QStringLiteral("the environment variable %1 is not set").arg(variable)});
    }
    return login;
}

} // namespace

Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options, const QProcessEnvironment &environment)
{
    const auto dataSet = Domo::dataSetIdIn(options.dataSet);
    if (!dataSet)
        return tl::unexpected(dataSet.error());
    const auto address = Workiva::parseAddress(options.spreadsheet);
    if (!address)
        return tl::unexpected(address.error());
    QString sheetId = address->sheetId;
    if (!options.sheet.isEmpty()) {
        const auto sheetAddress = Workiva::parseAddress(options.sheet);
        if (!sheetAddress)
            return tl::unexpected(sheetAddress.error());
        sheetId = sheetAddress->sheetId.isEmpty() ? sheetAddress->spreadsheetId : sheetAddress->sheetId;
    }
    if (sheetId.isEmpty())
        return Core::fail(Core::ErrorKind::InvalidInput, QStringLiteral("--sheet"), QStringLiteral("missing"));
    const auto region = Sheet::Region::parse(options.region);
    if (!region)
        return tl::unexpected(region.error());

    const auto domoUrl =
        options.domoUrl.isEmpty() ? Core::Result<QUrl>(Domo::defaultBaseUrl()) : urlOf(options.domoUrl);
    if (!domoUrl)
        return tl::unexpected(domoUrl.error());
    const auto workivaUrl = workivaUrlOf(options, address->region);
    if (!workivaUrl)
        return tl::unexpected(workivaUrl.error());
    const auto domo = loginOf(*domoUrl, Core::Service::Domo, environment);
    if (!domo)
        return tl::unexpected(domo.error());
    const auto workiva = loginOf(*workivaUrl, Core::Service::Workiva, environment);
    if (!workiva)
        return tl::unexpected(workiva.error());

    Writeback::RunRequest request;
    request.domo = *domo;
    request.workiva = *workiva;
    request.dataSetId = *dataSet;
    request.spreadsheetId = address->spreadsheetId;
    request.sheetId = sheetId;
    request.region = *region;
    request.target = QStringList{request.spreadsheetId, sheetId, region->toString()}.join(QStringLiteral(" / "));
    request.columnNames = !options.noHeader;
    request.dryRun = options.dryRun;
    request.ask = isInteractive() && !options.yes ? Writeback::Ask::Always : Writeback::Ask::Never;
    return request;
}

CopyCommand::CopyCommand(CopyOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_folder(m_options.dataDir, {QStringLiteral("workiva-writeback-cli"), QStringLiteral(WRITEBACK_VERSION)})
    , m_controller(m_folder.books())
{
    connect(&m_controller, &Writeback::RunController::stepStarted, this,
            [this](Writeback::StepName step) { m_progress.show(Words::stepText(step) + QStringLiteral(" …")); });
    connect(&m_controller, &Writeback::RunController::stepProgress, this, &CopyCommand::showProgress);
    connect(&m_controller, &Writeback::RunController::answerNeeded, this, &CopyCommand::askPerson);
    connect(&m_controller, &Writeback::RunController::finished, this, &CopyCommand::show);
}

CopyCommand::~CopyCommand() = default;

void CopyCommand::start()
{
    const auto request = requestOf(m_options, QProcessEnvironment::systemEnvironment());
    if (!request) {
        Writeback::RunReport report;
        report.error = request.error();
        show(report);
        return;
    }
    if (!m_options.dryRun)
        tellOfHistory();
    catchInterrupts();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &CopyCommand::lookForInterrupt);
    timer->start(interruptInterval);
    m_shown.start();
    m_controller.start(*request);
}

void CopyCommand::tellOfHistory() const
{
    if (m_folder.keeping() == Runs::DataFolder::Keeping::InMemory)
        printError(Words::keptInMemoryText(*m_folder.fault()));
    if (!m_folder.history().setAside().isEmpty())
        printError(Words::historySetAsideText(m_folder.history().setAside()));
}

void CopyCommand::lookForInterrupt()
{
    if (!isInterrupted() || m_cancelled)
        return;
    m_cancelled = true;
    m_controller.cancel();
}

void CopyCommand::showProgress(Writeback::StepName step, qint64 done, qint64 total)
{
    if (!m_shown.hasExpired(progressInterval))
        return;
    m_shown.restart();
    const QLocale locale;
    m_progress.show(
        total > 0
            ? QStringLiteral("%1: %2 of %3").arg(Words::stepText(step), locale.toString(done), locale.toString(total))
            : QStringLiteral("%1: %2").arg(Words::stepText(step), locale.toString(done)));
}

void CopyCommand::askPerson(const Writeback::ReviewSummary &review)
{
    m_progress.clear();
    printError(Words::reviewText(review));
    const qint64 cells = review.changes.changed + review.changes.added + review.changes.cleared;
    m_controller.answer(ask(QStringLiteral("Write %1 cells?").arg(QLocale().toString(cells))));
}

void CopyCommand::show(const Writeback::RunReport &report)
{
    m_progress.clear();
    if (m_options.json)
        print(QString::fromUtf8(QJsonDocument(reportJson(report)).toJson(QJsonDocument::Indented).trimmed()));
    else
        print(Words::reportText(report));
    Q_EMIT finished(exitCode(report));
}

} // namespace Cli
