#pragma once

#include "sheet/cell.h"
#include "sheet/region.h"
#include "workiva/pagedoperation.h"

#include <functional>
#include <span>

namespace Workiva {

class ValuesPage;

enum class ValueStyle {
    Raw, // as entered: a formula is its text
    Calculated, // as shown, before formatting
};

struct ReadSummary
{
    Sheet::Rectangle extent; // of what came, in the sheet; smaller than the region where the sheet ends earlier
    qint64 cells = 0;
    int pages = 0;

    friend bool operator==(const ReadSummary &, const ReadSummary &) = default;
};

// A piece of a row, 0-based in the sheet: cells from (row, firstColumn) to the right. They live for the call. An error
// ends the read with it.
using RowSink = std::function<Core::Result<void>(int row, int firstColumn, std::span<const Sheet::Cell> cells)>;

// GET …/values/{range}, all pages. The region may be open: the service gives what the sheet holds of it. Where a page
// lies is told by its range; without one, or with one that repeats the whole, it continues below the page before. Very
// wide pages make the service fail: the read begins again with smaller pages then, and the sink gets the same rows at
// the same places once more.
class ReadValues final : public PagedOperation<ReadSummary>
{
    Q_OBJECT

public:
    ReadValues(Net::Service &service, QString spreadsheetId, QString sheetId, Sheet::Region region, ValueStyle style,
               RowSink sink, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    void answered(const Core::Result<Net::Response> &response) override;
    [[nodiscard]] Core::Result<QString> takePage(const Net::Response &response) override;
    [[nodiscard]] Core::Result<ReadSummary> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    [[nodiscard]] bool canTrySmallerPages(const Core::Error &error);
    [[nodiscard]] Core::Result<void> takeBlock(const ValuesPage &page, size_t index);

    const QString m_spreadsheetId;
    const QString m_sheetId;
    const Sheet::Region m_region;
    const ValueStyle m_style;
    const RowSink m_sink;
    size_t m_pageSize = 0; // which of the sizes to ask for
    Sheet::Rectangle m_block; // the last one
    ReadSummary m_summary;
};

} // namespace Workiva
