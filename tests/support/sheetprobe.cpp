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

// "B3:F20" begins at (2, 1).
std::pair<int, int> beginOf(const QString &range)
{
    int row = 0;
    int column = 0;
    for (const QChar c : range.section(u':', 0, 0)) {
        if (c.isLetter())
            column = column * 26 + c.toUpper().unicode() - 'A' + 1;
        else
            row = row * 10 + c.digitValue();
    }
    return {std::max(row - 1, 0), std::max(column - 1, 0)};
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
    Cells cells;
    const Headers headers = signIn();
    QUrl page = url(m_values + QStringLiteral(":?$valuestyle=") + QString::fromLatin1(style));
    while (page.isValid()) {
        const HttpReply answer = get(page, headers);
        if (answer.status != 200) {
            qWarning("The probe cannot read: %d %s", answer.status, answer.body.constData());
            return {{{-1, -1}, QStringLiteral("unreadable")}};
        }
        const QJsonObject reply = QJsonDocument::fromJson(answer.body).object();
        const QJsonArray blocks = reply.value(QLatin1String("data")).toArray();
        for (const QJsonValue &block : blocks) {
            const auto [row, column] = beginOf(block[QLatin1String("range")].toString());
            const QJsonArray values = block[QLatin1String("values")].toArray();
            Rows rows;
            for (const QJsonValue &value : values)
                rows.append(value.toArray());
            place(cells, row, column, rows);
        }
        const QString next = reply.value(QLatin1String("@nextLink")).toString();
        page = next.isEmpty() ? QUrl() : url(next);
    }
    return cells;
}

bool SheetProbe::write(const QString &range, const Rows &rows) const
{
    QJsonArray values;
    for (const QJsonArray &row : rows)
        values.append(row);
    const Headers headers = signIn();
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("values"), values}}).toJson();
    const HttpReply answer = send("PUT", url(m_values + range), body, headers);
    const QUrl operation = url(QString::fromLatin1(answer.header("Location")));
    QElapsedTimer timer;
    timer.start();
    while (answer.status == 202 && !timer.hasExpired(longestOperation)) {
        const QJsonDocument report = QJsonDocument::fromJson(get(operation, headers).body);
        const QString status = report[QLatin1String("status")].toString();
        if (status == QLatin1String("completed"))
            return true;
        if (status == QLatin1String("failed"))
            break;
    }
    qWarning("The probe cannot write %s: %d %s", qPrintable(range), answer.status, answer.body.constData());
    return false;
}

} // namespace Support
