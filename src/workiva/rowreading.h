#pragma once

#include "sheet/region.h"
#include "workiva/pagedoperation.h"
#include "workiva/pageplacement.h"

namespace Workiva {

struct ReadSummary
{
    Sheet::Rectangle extent; // of what came, in the sheet; smaller than the region where the sheet ends earlier
    qint64 cells = 0;
    int pages = 0;
    int nextRow = 0; // in the sheet: the first that was not read
    bool isWhole = true; // the service says that nothing follows in the region; false: stopBefore() ended it

    friend bool operator==(const ReadSummary &, const ReadSummary &) = default;
};

// An operation that reads a region of a sheet in pages of rows. Where a page lies is counted, see PagePlacement. Very
// wide pages make the service fail: the reading begins again with smaller pages then, and who takes the rows gets the
// same ones at the same places once more. A page always has room for a whole row of the region. A range that the
// service refuses is NotFound or Rejected.
class RowReading : public PagedOperation<ReadSummary>
{
    Q_OBJECT

public:
    // Before the start: no further page is asked for once all rows of the sheet before this one are read. The last page
    // may reach beyond.
    void stopBefore(int row) { m_stopRow = row; }

protected:
    RowReading(Net::Service &service, Sheet::Region region, PagePlacement::Origin origin, QObject *parent);

    [[nodiscard]] virtual Net::Request pageRequest(int cellsOfAPage) const = 0;
    [[nodiscard]] virtual Core::Result<QString> takeRows(const Net::Response &response) = 0; // gives the @nextLink

    // For takeRows(): the place of the next rows, which are counted as read. `subject`: where they stand in the reply.
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
    size_t m_attempt = 0; // with ever smaller pages
    PagePlacement m_placement;
    ReadSummary m_summary;
};

} // namespace Workiva
