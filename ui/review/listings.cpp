#include "ui/review/listings.h"

#include "review/keeping.h"

namespace Ui {

namespace {

// What `compute` makes of the comparison with what is kept.
template <typename Compute>
auto computed(const Writeback::Comparison &comparison, const std::vector<Sheet::Span> &kept, const Compute &compute)
{
    return kept.empty() ? compute(comparison) : compute(Review::withKept(comparison, kept));
}

} // namespace

Listings::Listings(QObject *parent)
    : QObject(parent)
    , m_listing([this](const auto &listing) { Q_EMIT listed(listing); })
    , m_sums([this](const Sums &sums) {
        Q_EMIT addedUp(sums.totals);
        Q_EMIT highlighted(sums.highlights);
    })
{
}

void Listings::list(const Comparison &comparison, const Review::Query &query, const std::vector<Sheet::Span> &kept)
{
    using Result = std::shared_ptr<const Review::Listing>;
    m_listing.start([comparison, query, kept](const std::stop_token &stop) -> std::optional<Result> {
        auto listing = computed(*comparison, kept, [&](const auto &one) { return Review::list(one, query, stop); });
        if (!listing)
            return {};
        return std::make_shared<const Review::Listing>(*std::move(listing));
    });
}

void Listings::addUp(const Comparison &comparison, const std::vector<Sheet::Span> &kept)
{
    m_sums.start([comparison, kept](const std::stop_token &) {
        return std::optional(computed(*comparison, kept, [](const Writeback::Comparison &one) {
            return Sums{.totals = Review::totals(one), .highlights = Review::highlights(one)};
        }));
    });
}

void Listings::stop()
{
    m_listing.stop();
    m_sums.stop();
}

} // namespace Ui
