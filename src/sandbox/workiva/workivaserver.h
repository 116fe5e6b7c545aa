#pragma once

#include "sandbox/http/httpserver.h"
#include "sandbox/workiva/operations.h"
#include "sandbox/sheet/pastsheets.h"
#include "sandbox/quirks.h"
#include "sandbox/sheet/refusal.h"
#include "sandbox/sheet/revisions.h"
#include "sandbox/http/tokens.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// The Workiva side, version 2026-01-01: tokens, spreadsheets, sheets, values, updates, the content of tables,
// milestones, and the operations that apply changes. Besides the API, it serves web pages of the sheets at addresses
// like Workiva's and, for tests, GET /sandbox/values/<sheetId>: all current values of a sheet, regardless of quirks and
// faults. Keeps the spreadsheets and their last revisions in memory.
class WorkivaServer final : public HttpServer
{
public:
    WorkivaServer(const Options &options, Core::Clock &clock, Spreadsheets spreadsheets);
    ~WorkivaServer() override;

    [[nodiscard]] const Spreadsheets &spreadsheets() const { return m_spreadsheets; }

private:
    [[nodiscard]] QString operationOf(const Incoming &incoming) const override;
    [[nodiscard]] Reply answer(const Incoming &incoming) override;
    [[nodiscard]] Reply refusal(int status, const QString &operation) const override;
    [[nodiscard]] int pending() const override { return m_operations.pending(); }

    [[nodiscard]] Reply token(const Incoming &incoming);
    [[nodiscard]] std::optional<Reply> unauthorized(const Incoming &incoming);
    [[nodiscard]] Accepted<Reply> carryOut(const Incoming &incoming);
    [[nodiscard]] std::optional<Accepted<Reply>> pageWithoutEnd(const Incoming &incoming);
    [[nodiscard]] Accepted<Reply> listSpreadsheets(const Incoming &incoming) const;
    [[nodiscard]] Accepted<Reply> milestones(const Incoming &incoming, const StoredSpreadsheet &spreadsheet) const;
    [[nodiscard]] Accepted<Reply> publishLinks(const Incoming &incoming, StoredSpreadsheet &spreadsheet);
    [[nodiscard]] Accepted<Reply> listSheets(const Incoming &incoming, const StoredSpreadsheet &spreadsheet) const;
    [[nodiscard]] Accepted<Reply> createSheet(const Incoming &incoming, StoredSpreadsheet &spreadsheet);
    [[nodiscard]] Accepted<Reply> deleteSheet(StoredSpreadsheet &spreadsheet, const Worksheet &sheet);
    [[nodiscard]] Accepted<Reply> readSheetData(const Incoming &incoming, const Worksheet &sheet) const;
    [[nodiscard]] Accepted<Reply> readValues(const Incoming &incoming, const Worksheet &sheet) const;
    [[nodiscard]] Accepted<Reply> updateSheet(const Incoming &incoming, StoredSpreadsheet &spreadsheet,
                                              Worksheet &sheet);
    [[nodiscard]] Accepted<Reply> writeValues(const Incoming &incoming, StoredSpreadsheet &spreadsheet,
                                              Worksheet &sheet);
    [[nodiscard]] Accepted<Reply> copySheet(const Incoming &incoming, const StoredSpreadsheet &spreadsheet,
                                            const Worksheet &sheet);
    [[nodiscard]] Accepted<Reply> exportSheet(const Incoming &incoming, const StoredSpreadsheet &spreadsheet);
    [[nodiscard]] Accepted<Reply> permissions(const Incoming &incoming, const QString &resource) const;
    [[nodiscard]] Accepted<Reply> tableContent(const Incoming &incoming);
    [[nodiscard]] Accepted<Reply> milestone(const Incoming &incoming);
    [[nodiscard]] Accepted<Reply> createMilestone(const Incoming &incoming);
    [[nodiscard]] Accepted<Reply> milestoneCreationResults(const Incoming &incoming) const;
    [[nodiscard]] Accepted<Reply> operation(const Incoming &incoming) const;
    [[nodiscard]] Reply page(const Incoming &incoming);
    [[nodiscard]] Reply truth(const Incoming &incoming) const;

    // 202 with the address of the operation that does the work; `resource` is the path of its result.
    [[nodiscard]] Reply accepted(const Incoming &incoming, const QString &sheetId, Operations::Work work,
                                 const QByteArray &resource = {});
    // The requested page of a list.
    [[nodiscard]] Accepted<Reply> listed(const Incoming &incoming, const std::vector<QJsonObject> &items) const;
    [[nodiscard]] Accepted<void> checkWritable(const Worksheet &sheet) const;
    [[nodiscard]] StoredSpreadsheet *find(const QString &id) const;
    // At the revision in the query; otherwise the current one.
    [[nodiscard]] Accepted<const StoredSpreadsheet *> asAsked(const Incoming &incoming,
                                                              const StoredSpreadsheet &spreadsheet) const;
    void touch(StoredSpreadsheet &spreadsheet, Worksheet &sheet);
    void touch(StoredSpreadsheet &spreadsheet);

    const Quirks m_quirks;
    const QStringList m_scopes;
    Spreadsheets m_spreadsheets;
    std::map<QString, Revisions> m_revisions; // by spreadsheet
    Tokens m_tokens;
    Operations m_operations;
    PastSheets m_past;
    QHash<QString, QByteArray> m_resources; // by operation
    QHash<QByteArray, QByteArray> m_exports; // downloadable files, by path
};

} // namespace Sandbox
