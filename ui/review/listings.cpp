#include "ui/review/listings.h"

namespace Ui {

Listings::Listings(QObject *parent)
    : QObject(parent)
    , m_listing([this](const auto &listing) { Q_EMIT listed(listing); })
    , m_totals([this](const auto &totals) { Q_EMIT addedUp(totals); })
{
}

void Listings::list(const Comparison &comparison, const Review::Query &query)
{
    using Result = std::shared_ptr<const Review::Listing>;
    m_listing.start([comparison, query](const std::stop_token &stop) -> std::optional<Result> {
        auto listing = Review::list(*comparison, query, stop);
        if (!listing)
            return {};
        return std::make_shared<const Review::Listing>(*std::move(listing));
    });
}

void Listings::addUp(const Comparison &comparison)
{
    m_totals.start([comparison](const std::stop_token &) { return std::optional(Review::totals(*comparison)); });
}

void Listings::stop()
{
    m_listing.stop();
    m_totals.stop();
}

} // namespace Ui
