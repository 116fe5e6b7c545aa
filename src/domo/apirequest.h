#pragma once

#include "net/request.h"

#include <initializer_list>

namespace Domo {

// A name and a value of a query, which is encoded here.
using QueryItem = std::pair<QLatin1String, QString>;

// A GET below the service's base URL that asks for `accept`: get({"v1", "datasets", id}, …) is /v1/datasets/<id>. Every
// segment is percent-encoded on its own, so that an ID cannot leave its place. Pure.
[[nodiscard]] Net::Request get(std::initializer_list<QString> segments, const QList<QueryItem> &query = {},
                               const QByteArray &accept = QByteArrayLiteral("application/json"));

// A POST of JSON to such a path. Repeated like a GET: this API's only POST, the query, changes nothing.
[[nodiscard]] Net::Request post(std::initializer_list<QString> segments, const QByteArray &json);

} // namespace Domo
