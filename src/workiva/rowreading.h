#pragma once

#include "sheet/region.h"
#include "workiva/pagedoperation.h"
#include "workiva/pageplacement.h"

namespace Workiva {

struct ReadSummary
{
    Sheet::Rectangle extent; // in the sheet: what was received; smaller than the region if the sheet ends earlier
    qint64 cells = 0;
    int pages = 0;
    int nextRow = 0; // in the sheet: the first row that was not read
    // The service reports that nothing follows in the region; false if stopBefore() ended the reading.
    bool isWhole = true;

    friend bool operator==(const ReadSummary &, const ReadSummary &) = default;
};

// An operation that reads a region of a sheet in pages of rows. Page positions are counted, see PagePlacement. The
// service may fail on very wide pages; the reading then restarts with smaller pages, and the same rows are passed on
// again. A page can always hold a whole row of the region. A range rejected by the service is NotFound or Rejected.
class RowReading : public PagedOperation<ReadSummary>
{
    Q_OBJECT

public:
    // Before the start: no more pages are requested once all rows of the sheet before this one have been read. The last
    // page may extend beyond it.
    void stopBefore(int row) { m_stopRow = row; }

protected:
    RowReading(Net::Service &service, Sheet::Region region, PagePlacement::Origin origin, QObject *parent);

    [[nodiscard]] virtual Net::Request pageRequest(int cellsOfAPage) const = 0;
    [[nodiscard]] virtual Core::Result<QString> takeRows(const Net::Response &response) = 0; // returns the @nextLink

    // For takeRows(): the position of the next rows, which then count as read. `subject`: their path in the reply.
    [[nodiscard]] Core::Result<Sheet::Rectangle>
    place(size_t rows, size_t columns, const std::optional<Sheet::Rectangle> &range, const QString &subject);
    void count(size_t cells) { m_summary.cells += qint64(cells); }

    [[nodiscard]] const Sheet::Region &region() const { return m_region; }

    void run() override;
    void answered(const Core::Result<Net::Response> &response) final;
    [[nodiscard]] Net::Request request() const final;
    [[nodiscard]] Core::Result<Page> takePage(const Net::Response &response) final;
    [[nodiscard]] Core::Result<ReadSummary> read(const Net::Response &response) final;

private:
    [[nodiscard]] int pageSize(size_t attempt) const; // in cells
    [[nodiscard]] bool canTrySmallerPages(const Core::Error &error) const;

    const Sheet::Region m_region;
    const PagePlacement::Origin m_origin;
    std::optional<int> m_stopRow;
    size_t m_attempt = 0; // each with a smaller page size
    PagePlacement m_placement;
    ReadSummary m_summary;
};

} // namespace Workiva
