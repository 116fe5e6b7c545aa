#pragma once

#include "net/request.h"

#include <initializer_list>

namespace Domo {

// Name and value of a query parameter, not yet encoded.
using QueryItem = std::pair<QLatin1String, QString>;

// A GET of `accept` below the service's base URL: get({"v1", "datasets", id}, …) is /v1/datasets/<id>. Each segment is
// percent-encoded, so that an ID cannot change the path. Pure.
[[nodiscard]] Net::Request get(std::initializer_list<QString> segments, const QList<QueryItem> &query = {},
                               const QByteArray &accept = QByteArrayLiteral("application/json"));

// A POST of JSON to such a path. Repeatable like a GET: this API's only POST, the query, changes nothing.
[[nodiscard]] Net::Request post(std::initializer_list<QString> segments, const QByteArray &json);

} // namespace Domo
