#include "setup/catalogue.h"

#include "core/clock.h"
#include "domo/getdataset.h"
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
#include "workiva/service.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

// A person waits: better a quick word that a service is down than a long silence.
constexpr Net::RetryPolicy impatient{.attempts = 2, .patience = std::chrono::seconds(15)};

ServiceCheck checkOf(Core::Service service, const Core::Result<Net::Token> &token, const QStringList &missing)
{
    ServiceCheck check{.service = service, .error = {}, .customer = {}, .scopes = {}};
    if (!token) {
        check.error = token.error();
        return check;
    }
    check.customer = token->customer;
    check.scopes = token->scopes;
    if (!missing.isEmpty())
        check.error = Core::Error{.kind = Core::ErrorKind::MissingScope,
                                  .service = service,
                                  .subject = missing.join(u' '),
                                  .detail = token->scopes.join(u' ')};
    return check;
}

} // namespace

class Catalogue::Private
{
public:
    explicit Private(const Login &who)
        : login(who)
        , domo(Domo::makeService(*network, clock, who.domoUrl, {who.domoClientId, who.domoClientSecret}, impatient))
        , workiva(Workiva::makeService(*network, clock, who.workivaUrl, {who.workivaClientId, who.workivaClientSecret},
                                       impatient))
    {
    }

    // Puts a job in the place of the one before it, and hands its result to the answer.
    template <typename Job, typename Answer>
    void ask(QObject *context, Net::LaterPtr<Net::Job> &place, std::unique_ptr<Job> job, Answer answer)
    {
        Job *asked = job.get();
        place = std::move(job);
        QObject::connect(asked, &Net::Job::finished, context, [&place, asked, answer] {
            const auto done = std::move(place); // the answer may ask again, or destroy the catalogue
            answer(asked->result());
        });
        asked->start();
    }

    const Login login;
    Core::SystemClock clock;
    std::unique_ptr<QNetworkAccessManager> network = Net::makeNetwork();
    std::unique_ptr<Net::Service> domo;
    std::unique_ptr<Net::Service> workiva;
    std::unique_ptr<QObject> checking; // the context of a check under way
    Net::LaterPtr<Net::Job> dataSets;
    Net::LaterPtr<Net::Job> dataSet;
    Net::LaterPtr<Net::Job> spreadsheets;
    Net::LaterPtr<Net::Job> spreadsheet;
    Net::LaterPtr<Net::Job> sheets;
};

Catalogue::Catalogue(const Login &login, QObject *parent) : QObject(parent), d(std::make_unique<Private>(login)) { }

Catalogue::~Catalogue() = default;

const Login &Catalogue::login() const
{
    return d->login;
}

void Catalogue::check()
{
    d->checking = std::make_unique<QObject>();
    d->domo->tokens()->get(d->checking.get(), [this](const Core::Result<Net::Token> &token) {
        Q_EMIT checked(checkOf(Core::Service::Domo, token, token ? Domo::missingScopes(*token) : QStringList()));
    });
    d->workiva->tokens()->get(d->checking.get(), [this](const Core::Result<Net::Token> &token) {
        const QStringList needed{u"file:read"_s, u"file:write"_s};
        Q_EMIT checked(
            checkOf(Core::Service::Workiva, token, token ? Net::missingScopes(*token, needed) : QStringList()));
    });
}

void Catalogue::searchDataSets(const QString &nameLike)
{
    d->ask(this, d->dataSets,
           std::make_unique<Domo::ListDataSets>(*d->domo, Domo::ListDataSets::Page{.nameLike = nameLike}),
           [this](const auto &found) { Q_EMIT dataSetsFound(found); });
}

void Catalogue::fetchDataSet(const QString &id)
{
    d->ask(this, d->dataSet, std::make_unique<Domo::GetDataSet>(*d->domo, id),
           [this](const auto &dataSet) { Q_EMIT dataSetFetched(dataSet); });
}

void Catalogue::listSpreadsheets()
{
    d->ask(this, d->spreadsheets, std::make_unique<Workiva::ListSpreadsheets>(*d->workiva),
           [this](const auto &spreadsheets) { Q_EMIT spreadsheetsListed(spreadsheets); });
}

void Catalogue::fetchSpreadsheet(const QString &id)
{
    d->ask(this, d->spreadsheet, std::make_unique<Workiva::GetSpreadsheet>(*d->workiva, id),
           [this](const auto &spreadsheet) { Q_EMIT spreadsheetFetched(spreadsheet); });
}

void Catalogue::listSheets(const QString &spreadsheetId)
{
    d->ask(this, d->sheets, std::make_unique<Workiva::ListSheets>(*d->workiva, spreadsheetId),
           [this](const auto &sheets) { Q_EMIT sheetsListed(sheets); });
}

} // namespace Setup
