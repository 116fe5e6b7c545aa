#include "ui/review/listings.h"

#include "support/testgrid.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Support;

namespace {

std::shared_ptr<const Writeback::Comparison> comparisonOf(int rows)
{
    auto made = std::make_shared<Writeback::Comparison>();
    made->region = Sheet::Region({0, 0}, {}, {});
    for (int row = 0; row < rows; ++row)
        made->desired.appendRow(std::array{number(std::to_string(row))});
    return made;
}

Review::Query onlyOf(Review::Kind kind)
{
    Review::Query query;
    query.kinds.set(size_t(kind));
    return query;
}

} // namespace

class TestListings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultOfAnOlderRequestIsIgnored()
    {
        Ui::Listings listings;
        QList<Review::Query> answered;
        connect(&listings, &Ui::Listings::listed, this,
                [&](const std::shared_ptr<const Review::Listing> &listing) { answered.append(listing->query); });
        const auto compared = comparisonOf(50'000);
        for (size_t kind = 0; kind < Review::kindCount; ++kind)
            listings.list(compared, onlyOf(Review::Kind(kind)));
        QTRY_VERIFY(!answered.isEmpty());
        QCOMPARE(answered, QList<Review::Query>{onlyOf(Review::Kind(Review::kindCount - 1))});
    }

    void stoppedRequestsAreNotAnswered()
    {
        Ui::Listings listings;
        QSignalSpy listed(&listings, &Ui::Listings::listed);
        QSignalSpy addedUp(&listings, &Ui::Listings::addedUp);
        const auto compared = comparisonOf(10);
        listings.list(compared, {});
        listings.addUp(compared);
        listings.stop();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(15'000));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(listed.count() + addedUp.count(), 0);
        listings.addUp(compared);
        QTRY_COMPARE(addedUp.count(), 1);
        QCOMPARE(addedUp[0][0].value<std::vector<Review::ColumnTotals>>().front().after.sum, "45");
    }

    void requestMayOutliveItsOwner()
    {
        std::weak_ptr<const Writeback::Comparison> watched;
        {
            Ui::Listings listings;
            const auto compared = comparisonOf(50'000);
            watched = compared;
            listings.list(compared, {});
            listings.addUp(compared);
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(15'000));
        QVERIFY(watched.expired());
    }
};

QTEST_GUILESS_MAIN(TestListings)
#include "tst_listings.moc"
