#pragma once

#include "sandbox/workiva/cellpages.h"
#include "sandbox/http/message.h"
#include "sandbox/sheet/refusal.h"

#include <QJsonObject>

namespace Sandbox {

struct Milestone;
struct StoredSpreadsheet;
struct Worksheet;

// The contract's shapes of what is no cell.
[[nodiscard]] QJsonObject spreadsheetJson(const StoredSpreadsheet &spreadsheet);
[[nodiscard]] QJsonObject sheetJson(const StoredSpreadsheet &spreadsheet,
                                    const Worksheet &sheet); // with its children, nested
[[nodiscard]] QJsonObject milestoneJson(const StoredSpreadsheet &spreadsheet, const Milestone &milestone);
[[nodiscard]] Reply errorReply(const Refusal &refusal);

// A page of a list: where it begins ($next) and how many it may hold ($maxpagesize).
struct ListPage
{
    qsizetype from = 0;
    qsizetype max = 0;
};
[[nodiscard]] Accepted<ListPage> listPage(const Incoming &incoming);

// The page of a block of cells that is asked for ($next, $maxcellsperpage).
[[nodiscard]] Accepted<CellPage> cellPageOf(const Incoming &incoming, const Sheet::Rectangle &block);

// The request's own address with another $next.
[[nodiscard]] QByteArray withNext(const Incoming &incoming, const QString &next);

struct IntegerRange
{
    int fallback = 0; // when the parameter is missing
    int min = 0;
    int max = 0;
};

// A whole number among the query's parameters.
[[nodiscard]] Accepted<int> queryInteger(const Incoming &incoming, const QString &name, const IntegerRange &range);
[[nodiscard]] Accepted<std::optional<qint64>> queryRevision(const Incoming &incoming); // $revision, where it is given

[[nodiscard]] Accepted<QJsonObject> objectOf(const QByteArray &body);

} // namespace Sandbox
