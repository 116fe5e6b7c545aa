#include "support/sheetprobe.h"

#include "sheet/region.h"
#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

constexpr int maxOperation = 20'000; // milliseconds

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
            return u"%1 holds nothing instead of %2"_s.arg(placeName(place), valueName(value));
        if (found->second != value)
            return u"%1 holds %2 instead of %3"_s.arg(placeName(place), valueName(found->second), valueName(value));
    }
    for (const auto &[place, value] : held) {
        if (!wanted.contains(place))
            return u"%1 holds %2 instead of nothing"_s.arg(placeName(place), valueName(value));
    }
    return {};
}

SheetProbe::SheetProbe(const SandboxProcess &sandbox, const QString &spreadsheet, const QString &sheet)
    : m_login(sandbox.workiva())
    , m_sheet(
          u"/spreadsheets/%1/sheets/%2/"_s.arg(sandbox.spreadsheetId(spreadsheet), sandbox.sheetId(spreadsheet, sheet)))
    , m_truth(u"/sandbox/values/"_s + sandbox.sheetId(spreadsheet, sheet))
{
}

QUrl SheetProbe::url(const QString &path) const
{
    return m_login.baseUrl.resolved(QUrl(path));
}

Headers SheetProbe::signIn() const
{
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    form.addQueryItem(u"client_id"_s, m_login.clientId);
    form.addQueryItem(u"client_secret"_s, m_login.secret.text());
    const HttpReply answer = send("POST", url(u"/oauth2/token"_s), form.toString(QUrl::FullyEncoded).toUtf8(),
                                  {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Version", "2026-01-01"}});
    const QByteArray token = QJsonDocument::fromJson(answer.body)["access_token"_L1].toString().toUtf8();
    if (token.isEmpty())
        qWarning("The probe is not let in: %d %s", answer.status, answer.body.constData());
    return {{"Authorization", "Bearer " + token}, {"X-Version", "2026-01-01"}, {"Content-Type", "application/json"}};
}

Cells SheetProbe::read(const QByteArray &style) const
{
    const HttpReply answer = get(url(m_truth + u"?$valuestyle="_s + QString::fromLatin1(style)));
    if (answer.status != 200) {
        qWarning("The probe cannot read: %d %s", answer.status, answer.body.constData());
        return {{{-1, -1}, u"unreadable"_s}};
    }
    Rows rows; // from A1
    const QJsonArray values = QJsonDocument::fromJson(answer.body)["data"_L1][0]["values"_L1].toArray();
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
        address = QJsonDocument::fromJson(accepted.body)["operationLocation"_L1].toString();
    if (address.isEmpty())
        return false;
    const QString status = QJsonDocument::fromJson(get(url(address), headers).body)["status"_L1].toString();
    return status.compare("failed"_L1, Qt::CaseInsensitive) == 0;
}

bool SheetProbe::write(const QString &range, const Rows &rows) const
{
    QJsonArray values;
    for (const QJsonArray &row : rows)
        values.append(row);
    return change("PUT"_ba, u"values/"_s + range, {{u"values"_s, values}});
}

bool SheetProbe::format(const QString &range, const QJsonObject &valueFormat) const
{
    const auto region = Sheet::Region::parse(range);
    if (!region)
        return false;
    const Sheet::Rectangle area = region->bounded();
    const QJsonObject place{{u"startRow"_s, area.row},
                            {u"stopRow"_s, area.lastRow()},
                            {u"startColumn"_s, area.column},
                            {u"stopColumn"_s, area.lastColumn()}};
    const QJsonObject format{{u"ranges"_s, QJsonArray{place}}, {u"valueFormat"_s, valueFormat}};
    return change("POST"_ba, u"update"_s, {{u"applyFormats"_s, QJsonObject{{u"formats"_s, QJsonArray{format}}}}});
}

// Waits until it has been applied.
bool SheetProbe::change(const QByteArray &method, const QString &path, const QJsonObject &object) const
{
    const Headers headers = signIn();
    const HttpReply answer = send(method, url(m_sheet + path), QJsonDocument(object).toJson(), headers);
    QElapsedTimer timer;
    timer.start();
    while (answer.status == 202 && !timer.hasExpired(maxOperation)) {
        const QJsonDocument counts = QJsonDocument::fromJson(get(url(u"/sandbox/requests"_s)).body);
        if (counts["pending"_L1].toInt() == 0)
            return !hasFailed(answer, headers);
    }
    qWarning("The probe cannot change %s: %d %s", qPrintable(path), answer.status, answer.body.constData());
    return false;
}

} // namespace Support
