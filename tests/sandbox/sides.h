#pragma once

#include "sandbox/client.h"
#include "sandbox/samplecredentials.h"
#include "sandbox/domo/domoserver.h"
#include "sandbox/options.h"
#include "sandbox/samples.h"
#include "sandbox/workiva/workivaserver.h"
#include "support/fakeclock.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Support {

using namespace Qt::StringLiterals;

// One service of the sandbox on the test's thread, with the clock stopped and a client that is signed in.

class DomoSide
{
public:
    explicit DomoSide(const Sandbox::Options &options = {},
                      std::vector<Sandbox::StoredDataSet> dataSets = Sandbox::sampleDataSets(false))
        : server(options, clock, std::move(dataSets))
    {
        if (!server.listenOn(0))
            qFatal("no port");
    }

    [[nodiscard]] static QByteArray basic()
    {
        const Sandbox::SampleCredentials right = Sandbox::domoCredentials();
        return "Basic " + (right.clientId + u':' + right.clientSecret).toUtf8().toBase64();
    }

    void signIn()
    {
        const RawReply answer = ask(server.port(), "GET", "/oauth/token?grant_type=client_credentials&scope=data",
                                    {{"Authorization", basic()}});
        token = answer.json()["access_token"_L1].toString().toLatin1();
    }

    [[nodiscard]] RawReply get(const QByteArray &path, const QByteArray &accept = "application/json") const
    {
        return ask(server.port(), "GET", path, {{"Authorization", "bearer " + token}, {"Accept", accept}});
    }

    [[nodiscard]] RawReply post(const QByteArray &path, const QJsonObject &body) const
    {
        return ask(server.port(), "POST", path, {{"Authorization", "bearer " + token}}, QJsonDocument(body).toJson());
    }

    FakeClock clock;
    Sandbox::DomoServer server;
    QByteArray token;
};

class WorkivaSide
{
public:
    explicit WorkivaSide(const Sandbox::Options &options = {})
        : server(options, clock, Sandbox::sampleSpreadsheets(clock.utcNow()))
    {
        if (!server.listenOn(0))
            qFatal("no port");
    }

    [[nodiscard]] RawReply askToken(const QByteArray &secret, const QByteArray &more = {}) const
    {
        const QByteArray form = "grant_type=client_credentials&client_id="
            + Sandbox::workivaCredentials().clientId.toUtf8() + "&client_secret=" + secret + more;
        return ask(server.port(), "POST", "/oauth2/token", {{"X-Version", "2026-01-01"}}, form);
    }

    void signIn()
    {
        const RawReply answer = askToken(Sandbox::workivaCredentials().clientSecret.toUtf8());
        token = answer.json()["access_token"_L1].toString().toLatin1();
    }

    [[nodiscard]] RawReply send(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {}) const
    {
        return ask(server.port(), verb, path, {{"Authorization", "Bearer " + token}, {"X-Version", "2026-01-01"}},
                   body);
    }

    [[nodiscard]] QByteArray sheetPath(const QString &spreadsheet, const QString &path) const
    {
        for (const auto &one : server.spreadsheets()) {
            for (const auto &sheet : one->sheets) {
                if (one->name == spreadsheet && one->path(*sheet).join(u'/') == path)
                    return "/spreadsheets/" + one->id.toUtf8() + "/sheets/" + sheet->id.toUtf8();
            }
        }
        return {};
    }

    [[nodiscard]] Sandbox::Worksheet &scratchSheet() const { return *server.spreadsheets().back()->sheets.front(); }

    [[nodiscard]] QByteArray scratch() const { return sheetPath(u"Scratch"_s, u"Sheet1"_s); }

    // The status of the operation started by an accepted request; otherwise the response's own status.
    [[nodiscard]] QString outcome(const RawReply &accepted) const
    {
        if (accepted.status != 202)
            return QString::number(accepted.status);
        const QByteArray path = QUrl(QString::fromLatin1(accepted.header("Location"))).path().toLatin1();
        return send("GET", path).json()["status"_L1].toString();
    }

    [[nodiscard]] QString write(const QByteArray &range, const QByteArray &values) const
    {
        return outcome(send("PUT", scratch() + "/values/" + range, "{\"values\":" + values + '}'));
    }

    [[nodiscard]] QString update(const QByteArray &body) const
    {
        return outcome(send("POST", scratch() + "/update", body));
    }

    // The values of the scratch sheet as compact JSON.
    [[nodiscard]] QByteArray read(const QByteArray &range = "A1%3AZ1000", const QByteArray &style = "raw") const
    {
        const QByteArray body = send("GET", scratch() + "/values/" + range + "?$valuestyle=" + style).body;
        const QByteArray mark = "\"values\":";
        if (!body.contains(mark)) // no values
            return "[]";
        const qsizetype from = body.indexOf(mark) + mark.size();
        return body.mid(from, body.lastIndexOf("}]") - from);
    }

    FakeClock clock;
    Sandbox::WorkivaServer server;
    QByteArray token;
};

} // namespace Support
