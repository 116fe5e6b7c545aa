#pragma once

#include "sheet/rectangle.h"
#include "workiva/pagedoperation.h"
#include "workiva/pageplacement.h"
#include "workiva/tablecellspage.h"

#include <functional>

namespace Workiva {

using TableCellSink = std::function<void(const TableCell &cell)>; // for each cell received, in reading order

struct TableCellsSummary
{
    QString revision; // of the table that was read
    qint64 cells = 0;

    friend bool operator==(const TableCellsSummary &, const TableCellsSummary &) = default;
};

// GET /content/tables/{id}/cells for a rectangle of the sheet with this table (SheetInfo::tableId), all pages: which
// cells are locked, merged or linked. With a revision, the table as of that revision. Positions are counted, see
// PagePlacement.
class ReadTableCells final : public PagedOperation<TableCellsSummary>
{
    Q_OBJECT

public:
    ReadTableCells(Net::Service &service, QString tableId, const Sheet::Rectangle &rectangle, TableCellSink sink,
                   QString revision = {}, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Page> takePage(const Net::Response &response) override;
    [[nodiscard]] Core::Result<TableCellsSummary> read(const Net::Response &response) override;

private:
    const QString m_tableId;
    const Sheet::Rectangle m_rectangle;
    const QString m_revision;
    const TableCellSink m_sink;
    PagePlacement m_placement;
    TableCellsSummary m_summary;
};

} // namespace Workiva
