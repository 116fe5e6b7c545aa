#pragma once

#include "review/highlights.h"
#include "review/listing.h"
#include "core/latest.h"

#include <QObject>

namespace Ui {

// Lists and adds up a comparison beside the window's thread: two million cells take longer than a window may pause.
// Only the last request of each kind is answered.
class Listings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listings)

public:
    using Comparison = std::shared_ptr<const Writeback::Comparison>;

    explicit Listings(QObject *parent = nullptr);

    // `kept`: cells that stay as they are in the sheet.
    void list(const Comparison &comparison, const Review::Query &query, const std::vector<Sheet::Span> &kept = {});
    void addUp(const Comparison &comparison, const std::vector<Sheet::Span> &kept = {});
    void stop(); // nothing is answered any more

Q_SIGNALS:
    void listed(const std::shared_ptr<const Review::Listing> &listing);
    void highlighted(const Review::Highlights &highlights); // with addedUp()
    void addedUp(const std::vector<Review::ColumnTotals> &totals); // of all rows, see Review::totals()

private:
    Core::Latest<std::shared_ptr<const Review::Listing>> m_listing;
    struct Sums
    {
        std::vector<Review::ColumnTotals> totals;
        Review::Highlights highlights;
    };

    Core::Latest<Sums> m_sums; // one after the other, so that the window keeps a core
};

} // namespace Ui
