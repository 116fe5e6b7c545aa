#include "support/sheetprobe.h"

#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace Support {

namespace {

constexpr int longestOperation = 20'000; // milliseconds

QString placeName(const std::pair<int, int> &place)
{
    return Sheet::toA1(Sheet::Address{place.first, place.second});
}

QString valueName(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(200);
}

} // namespace

void place(Cells &cells, int row, int column, const Rows &rows)
{
    for (int i = 0; i < rows.size(); ++i) {
        for (int j = 0; j < rows[i].size(); ++j) {
            const QJsonValue value = rows[i][j];
            if (value.isNull())
                continue;
            if (value.isString() && value.toString().isEmpty())
                cells.erase({row + i, column + j});
            else
                cells[{row + i, column + j}] = value;
        }
    }
}

void clear(Cells &cells, int row, int column, int lastRow, int lastColumn)
{
    std::erase_if(cells, [&](const auto &cell) {
        const auto [r, c] = cell.first;
        return r >= row && r <= lastRow && c >= column && c <= lastColumn;
    });
}

QString difference(const Cells &held, const Cells &wanted)
{
    for (const auto &[place, value] : wanted) {
        const auto found = held.find(place);
        if (found == held.end())
            return QStringLiteral("%1 holds nothing instead of %2").arg(placeName(place), valueName(value));
        if (found->second != value)
            return QStringLiteral("%1 holds %2 instead of %3")
                .arg(placeName(place), valueName(found->second), valueName(value));
    }
    for (const auto &[place, value] : held) {
        if (!wanted.contains(place))
            return QStringLiteral("%1 holds %2 instead of nothing").arg(placeName(place), valueName(value));
    }
    return {};
}

SheetProbe::SheetProbe(const SandboxProcess &sandbox, const QString &spreadsheet, const QString &sheet)
    : m_login(sandbox.workiva())
    , m_values(QStringLiteral("/spreadsheets/%1/sheets/%2/values/")
                   .arg(sandbox.spreadsheetId(spreadsheet), sandbox.sheetId(spreadsheet, sheet)))
    , m_truth(QStringLiteral("/sandbox/values/") + sandbox.sheetId(spreadsheet, sheet))
{
}

QUrl SheetProbe::url(const QString &path) const
{
    return m_login.baseUrl.resolved(QUrl(path));
}

Headers SheetProbe::signIn() const
{
    QUrlQuery form;
    form.addQueryItem(QStringLiteral("grant_type"), QStringLiteral("client_credentials"));
    form.addQueryItem(QStringLiteral("client_id"), m_login.clientId);
    form.addQueryItem(QStringLiteral("client_secret"), m_login.clientSecret);
    const HttpReply answer =
        send("POST", url(QStringLiteral("/oauth2/token")), form.toString(QUrl::FullyEncoded).toUtf8(),
             {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Version", "2026-01-01"}});
    const QByteArray token = QJsonDocument::fromJson(answer.body)[QLatin1String("access_token")].toString().toUtf8();
    if (token.isEmpty())
        qWarning("The probe is not let in: %d %s", answer.status, answer.body.constData());
    return {{"Authorization", "Bearer " + token}, {"X-Version", "2026-01-01"}, {"Content-Type", "application/json"}};
}

Cells SheetProbe::read(const QByteArray &style) const
{
    const HttpReply answer = get(url(m_truth + QStringLiteral("?$valuestyle=") + QString::fromLatin1(style)));
    if (answer.status != 200) {
        qWarning("The probe cannot read: %d %s", answer.status, answer.body.constData());
        return {{{-1, -1}, QStringLiteral("unreadable")}};
    }
    Rows rows; // from A1
    const QJsonArray values =
        QJsonDocument::fromJson(answer.body)[QLatin1String("data")][0][QLatin1String("values")].toArray();
    for (const QJsonValue &value : values)
        rows.append(value.toArray());
    Cells cells;
    place(cells, 0, 0, rows);
    return cells;
}

bool SheetProbe::hasFailed(const HttpReply &accepted, const Headers &headers) const
{
    QString address = QString::fromLatin1(accepted.header("Location"));
    if (address.isEmpty())
        address = QJsonDocument::fromJson(accepted.body)[QLatin1String("operationLocation")].toString();
    if (address.isEmpty())
        return false;
    const QString status = QJsonDocument::fromJson(get(url(address), headers).body)[QLatin1String("status")].toString();
    return status.compare(QLatin1String("failed"), Qt::CaseInsensitive) == 0;
}

bool SheetProbe::write(const QString &range, const Rows &rows) const
{
    QJsonArray values;
    for (const QJsonArray &row : rows)
        values.append(row);
    const Headers headers = signIn();
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("values"), values}}).toJson();
    const HttpReply answer = send("PUT", url(m_values + range), body, headers);
    QElapsedTimer timer;
    timer.start();
    while (answer.status == 202 && !timer.hasExpired(longestOperation)) {
        const QJsonDocument counts = QJsonDocument::fromJson(get(url(QStringLiteral("/sandbox/requests"))).body);
        if (counts[QLatin1String("pending")].toInt() == 0)
            return !hasFailed(answer, headers);
    }
    qWarning("The probe cannot write %s: %d %s", qPrintable(range), answer.status, answer.body.constData());
    return false;
}

} // namespace Support
