#pragma once

#include "sandbox/httpserver.h"
#include "sandbox/refusal.h"

#include <QJsonObject>

namespace Sandbox {

struct Spreadsheet;
struct Worksheet;

// The contract's shapes of what is no cell.
[[nodiscard]] QJsonObject spreadsheetJson(const Spreadsheet &spreadsheet);
[[nodiscard]] QJsonObject sheetJson(const Spreadsheet &spreadsheet,
                                    const Worksheet &sheet); // with its children, nested
[[nodiscard]] QJsonObject milestoneJson(const Spreadsheet &spreadsheet);
[[nodiscard]] Reply errorReply(const Refusal &refusal);

// A page of a list: where it begins ($next) and how many it may hold ($maxpagesize).
struct ListPage
{
    qsizetype from = 0;
    qsizetype most = 0;
};
[[nodiscard]] Accepted<ListPage> listPage(const Incoming &incoming);

// A whole number among the query's parameters; `otherwise` when it is missing.
[[nodiscard]] Accepted<int> queryInteger(const Incoming &incoming, const QString &name, int otherwise, int least,
                                         int most);

} // namespace Sandbox
