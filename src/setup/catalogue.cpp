#include "setup/catalogue.h"

#include "core/clock.h"
#include "domo/getdataset.h"
#include "domo/querydataset.h"
#include "domo/requesttoken.h"
#include "domo/service.h"
#include "net/laterptr.h"
#include "net/network.h"
#include "net/service.h"
#include "net/tokenreply.h"
#include "net/tokensource.h"
#include "workiva/getspreadsheet.h"
#include "workiva/listsheets.h"
#include "workiva/listspreadsheets.h"
#include "workiva/readvalues.h"
#include "workiva/service.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

// A person is waiting: an early error is better than a long wait.
constexpr Net::RetryPolicy interactive{.attempts = 2, .deadline = std::chrono::seconds(15)};

// Domo may take a minute for a query.
constexpr Net::RetryPolicy forQueries{.attempts = 1, .deadline = std::chrono::seconds(75)};

Core::Result<Grant> grantOf(Core::Service service, const Core::Result<Net::Token> &token, const QStringList &missing)
{
    if (!token)
        return Core::propagate(token);
    if (!missing.isEmpty())
        return Core::fail({.kind = Core::ErrorKind::MissingScope,
                           .service = service,
                           .subject = missing.join(u' '),
                           .detail = token->scopes.join(u' ')});
    return Grant{.customer = token->customer,
                 .scopes = token->scopes,
                 .userId = token->userId,
                 .role = token->role,
                 .tokenLife = token->life};
}

} // namespace

class Catalogue::Private
{
public:
    Private(const Logins &who, const Core::ProxyChoice &proxy)
        : logins(who)
        , network(Net::makeNetwork(proxy))
        , domo(Domo::makeService(*network, clock, who.domo, interactive))
        , workiva(Workiva::makeService(*network, clock, who.workiva, interactive))
    {
    }

    // Replaces the job in `place`, and passes its result to the callback.
    template <typename Job, typename Answer>
    void ask(QObject *context, Net::LaterPtr<Net::Job> &place, std::unique_ptr<Job> job, Answer answer)
    {
        Job *asked = job.get();
        place = std::move(job);
        QObject::connect(asked, &Net::Job::finished, context, [&place, asked, answer] {
            const auto done = std::move(place); // the callback may start another request, or destroy the catalogue
            answer(asked->result());
        });
        asked->start();
    }

    const Logins logins;
    Core::SystemClock clock;
    std::unique_ptr<QNetworkAccessManager> network;
    std::unique_ptr<Net::Service> domo;
    std::unique_ptr<Net::Service> domoQueries; // once it is needed
    std::unique_ptr<Net::Service> workiva;
    std::unique_ptr<QObject> checkingDomo; // the contexts of current checks
    std::unique_ptr<QObject> checkingWorkiva;
    Net::LaterPtr<Net::Job> dataSets;
    Net::LaterPtr<Net::Job> dataSet;
    Net::LaterPtr<Net::Job> query;
    Net::LaterPtr<Net::Job> spreadsheets;
    Net::LaterPtr<Net::Job> spreadsheet;
    Net::LaterPtr<Net::Job> sheets;
    Net::LaterPtr<Net::Job> cells;
};

Catalogue::Catalogue(const Logins &logins, const Core::ProxyChoice &proxy, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(logins, proxy))
{
}

Catalogue::~Catalogue() = default;

const Logins &Catalogue::logins() const
{
    return d->logins;
}

Catalogue::Way Catalogue::way(Core::Service service) const
{
    const Net::Service &asked = service == Core::Service::Domo ? *d->domo : *d->workiva;
    const QNetworkProxy proxy = Net::proxyOf(*d->network, asked.baseUrl());
    const bool isProxied = proxy.type() != QNetworkProxy::NoProxy;
    return {.host = isProxied ? proxy.hostName() : asked.baseUrl().host(),
            .isProxied = isProxied,
            .isEncrypted = asked.baseUrl().scheme() == "https"_L1,
            .clockAhead = asked.clockAhead()};
}

void Catalogue::check(Core::Service service, Answer<Grant> answer)
{
    if (service == Core::Service::Domo) {
        d->checkingDomo = std::make_unique<QObject>();
        d->domo->tokens()->get(
            d->checkingDomo.get(), [answer = std::move(answer)](const Core::Result<Net::Token> &token) {
                answer(grantOf(Core::Service::Domo, token, token ? Domo::missingScopes(*token) : QStringList()));
            });
        return;
    }
    d->checkingWorkiva = std::make_unique<QObject>();
    d->workiva->tokens()->get(
        d->checkingWorkiva.get(), [answer = std::move(answer)](const Core::Result<Net::Token> &token) {
            const QStringList needed{u"file:read"_s, u"file:write"_s};
            answer(grantOf(Core::Service::Workiva, token, token ? Net::missingScopes(*token, needed) : QStringList()));
        });
}

void Catalogue::searchDataSets(const QString &nameLike, Answer<QList<DataSet>> answer)
{
    using Sort = Domo::ListDataSets::Sort;
    const Domo::ListDataSets::Page page{.nameLike = nameLike,
                                        .sort = nameLike.isEmpty() ? Sort::LastUpdated : Sort::Name};
    d->ask(this, d->dataSets, std::make_unique<Domo::ListDataSets>(*d->domo, page), std::move(answer));
}

void Catalogue::fetchDataSet(const QString &id, Answer<DataSet> answer)
{
    d->ask(this, d->dataSet, std::make_unique<Domo::GetDataSet>(*d->domo, id), std::move(answer));
}

void Catalogue::queryDataSet(const QString &id, const QString &sql, Answer<QueriedRows> answer)
{
    if (!d->domoQueries)
        d->domoQueries = Domo::makeService(*d->network, d->clock, d->logins.domo, forQueries);
    auto job = std::make_unique<Domo::QueryDataSet>(*d->domoQueries, Domo::Query{.dataSetId = id, .sql = sql});
    d->ask(this, d->query, std::move(job), [answer = std::move(answer)](const Core::Result<Domo::QueryReply> &reply) {
        if (reply)
            answer(QueriedRows{.columns = reply->columns(), .count = reply->rows()});
        else
            answer(Core::propagate(reply));
    });
}

void Catalogue::listSpreadsheets(Answer<QList<Spreadsheet>> answer)
{
    d->ask(this, d->spreadsheets, std::make_unique<Workiva::ListSpreadsheets>(*d->workiva), std::move(answer));
}

void Catalogue::fetchSpreadsheet(const QString &id, Answer<Spreadsheet> answer)
{
    d->ask(this, d->spreadsheet, std::make_unique<Workiva::GetSpreadsheet>(*d->workiva, id), std::move(answer));
}

void Catalogue::listSheets(const QString &spreadsheetId, Answer<QList<SheetInfo>> answer)
{
    d->ask(this, d->sheets, std::make_unique<Workiva::ListSheets>(*d->workiva, spreadsheetId), std::move(answer));
}

void Catalogue::readCells(const SheetPlace &sheet, const Sheet::Rectangle &area, Answer<SheetCells> answer)
{
    const auto cells = std::make_shared<SheetCells>(area);
    const auto sink = [cells](int row, int column, std::span<const Sheet::Cell> values) -> Core::Result<void> {
        for (const Sheet::Cell &value : values)
            cells->set({row, column++}, value);
        return {};
    };
    d->ask(this, d->cells,
           std::make_unique<Workiva::ReadValues>(*d->workiva, Workiva::SheetId{sheet.spreadsheetId, sheet.sheetId},
                                                 Sheet::Region(area), Workiva::ValueStyle::Raw, sink),
           [cells, answer = std::move(answer)](const Core::Result<Workiva::ReadSummary> &summary) {
               answer(summary ? Core::Result<SheetCells>(*cells) : Core::propagate(summary));
           });
}

} // namespace Setup
