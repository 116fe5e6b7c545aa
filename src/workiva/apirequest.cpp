#include "workiva/apirequest.h"

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

QByteArray encoded(std::initializer_list<QString> segments)
{
    QByteArray path;
    for (const QString &segment : segments)
        path += '/' + QUrl::toPercentEncoding(segment, ":"_ba);
    return path;
}

} // namespace

QUrl apiPath(std::initializer_list<QString> segments)
{
    return QUrl::fromEncoded(encoded(segments), QUrl::StrictMode);
}

QUrl sheetPath(const SheetId &sheet, std::initializer_list<QString> below)
{
    const QByteArray path = encoded({u"spreadsheets"_s, sheet.spreadsheet, u"sheets"_s, sheet.sheet});
    return QUrl::fromEncoded(path + encoded(below), QUrl::StrictMode);
}

Net::Request get(const QUrl &url, const QByteArray &query)
{
    Net::Request request;
    request.url = url;
    request.bodyExpected = true;
    if (!query.isEmpty())
        request.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return request;
}

Net::Request change(const QByteArray &verb, const QUrl &url, const QByteArray &json)
{
    Net::Request request;
    request.verb = verb;
    request.url = url;
    request.body = json;
    request.contentType = "application/json"_ba;
    request.repeatable = false;
    request.timeout = std::chrono::seconds(60);
    return request;
}

} // namespace Workiva
