#pragma once

#include "net/request.h"
#include "workiva/sheetid.h"

#include <QString>

#include <initializer_list>

namespace Workiva {

// Requests to the API. A path is relative to the service's base URL: apiPath({"spreadsheets", id}) is
// /spreadsheets/<id>. Each segment is percent-encoded, so that an ID cannot change the path; the colon of a range is
// kept. Pure.
[[nodiscard]] QUrl apiPath(std::initializer_list<QString> segments);

// The path of a sheet, or of something below it: sheetPath(id, {"values", "A1"}) ends with /sheets/<id>/values/A1.
[[nodiscard]] QUrl sheetPath(const SheetId &sheet, std::initializer_list<QString> below = {});

[[nodiscard]] Net::Request get(const QUrl &url, const QByteArray &query = {}); // the query must be encoded already

// A change, with a JSON body. Not repeated, because the service may have applied it although no response arrived.
[[nodiscard]] Net::Request change(const QByteArray &verb, const QUrl &url, const QByteArray &json);

} // namespace Workiva
