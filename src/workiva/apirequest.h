#pragma once

#include "net/request.h"
#include "workiva/sheetid.h"

#include <QString>

#include <initializer_list>

namespace Workiva {

// Requests to the API. A path is relative to the service's base URL: apiPath({"spreadsheets", id}) is
// /spreadsheets/<id>. Every segment is percent-encoded on its own, so that an ID cannot leave its place; the colon of a
// range stays. Pure.
[[nodiscard]] QUrl apiPath(std::initializer_list<QString> segments);

// The path of a sheet, and of what lies below it: sheetPath(id, {"values", "A1"}) ends with /sheets/<id>/values/A1.
[[nodiscard]] QUrl sheetPath(const SheetId &sheet, std::initializer_list<QString> below = {});

[[nodiscard]] Net::Request get(const QUrl &url, const QByteArray &query = {}); // the query is sent as it is

// Changes something: with a JSON body, and not to be repeated, because the service may have done it unseen.
[[nodiscard]] Net::Request change(const QByteArray &verb, const QUrl &url, const QByteArray &json);

} // namespace Workiva
