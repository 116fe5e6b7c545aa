#include "domo/apirequest.h"

using namespace Qt::StringLiterals;

namespace Domo {

Net::Request get(std::initializer_list<QString> segments, const QList<QueryItem> &query, const QByteArray &accept)
{
    QByteArray address;
    for (const QString &segment : segments)
        address += '/' + QUrl::toPercentEncoding(segment);
    char joint = '?';
    for (const auto &[name, value] : query) {
        address += joint + QByteArray(name.data(), name.size()) + '=' + QUrl::toPercentEncoding(value);
        joint = '&';
    }
    Net::Request request;
    request.url = QUrl::fromEncoded(address, QUrl::StrictMode);
    request.headers = {{"Accept"_ba, accept}};
    request.bodyExpected = true;
    return request;
}

Net::Request post(std::initializer_list<QString> segments, const QByteArray &json)
{
    Net::Request request = get(segments);
    request.verb = "POST"_ba;
    request.body = json;
    request.contentType = "application/json"_ba;
    return request;
}

} // namespace Domo
