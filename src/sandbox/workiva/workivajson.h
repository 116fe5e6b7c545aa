#pragma once

#include "sandbox/workiva/cellpages.h"
#include "sandbox/http/message.h"
#include "sandbox/sheet/refusal.h"

#include <QJsonObject>

namespace Sandbox {

struct Milestone;
struct StoredSpreadsheet;
struct Worksheet;

inline constexpr char apiVersion[] = "2026-01-01"; // the X-Version of every request

// JSON of everything but cells, as in the contract.
[[nodiscard]] QJsonObject spreadsheetJson(const StoredSpreadsheet &spreadsheet);
[[nodiscard]] QJsonObject sheetJson(const StoredSpreadsheet &spreadsheet,
                                    const Worksheet &sheet); // with its children, nested
[[nodiscard]] QJsonObject milestoneJson(const StoredSpreadsheet &spreadsheet, const Milestone &milestone);
[[nodiscard]] Reply errorReply(const Refusal &refusal);

// A page of a list: its start ($next) and size limit ($maxpagesize).
struct ListPage
{
    qsizetype from = 0;
    qsizetype max = 0;
};
[[nodiscard]] Accepted<ListPage> listPage(const Incoming &incoming);

// The requested page of a block of cells ($next, $maxcellsperpage).
[[nodiscard]] Accepted<CellPage> cellPageOf(const Incoming &incoming, const Sheet::Rectangle &block);

// The request's address with another $next.
[[nodiscard]] QByteArray withNext(const Incoming &incoming, const QString &next);

struct IntegerRange
{
    int fallback = 0; // if the parameter is missing
    int min = 0;
    int max = 0;
};

// A whole number in the query.
[[nodiscard]] Accepted<int> queryInteger(const Incoming &incoming, const QString &name, const IntegerRange &range);
[[nodiscard]] Accepted<std::optional<qint64>> queryRevision(const Incoming &incoming); // $revision, if given

[[nodiscard]] Accepted<QJsonObject> objectOf(const QByteArray &body);

} // namespace Sandbox
