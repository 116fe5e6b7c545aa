#include "sheet/updatemethod.h"

#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

class TestUpdateMethod final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodIsFoundByItsName()
    {
        const UpdateMethod replace{UpdateMethod::Kind::Replace};
        QCOMPARE(updateMethod(name(replace)), std::optional(replace));
    }

    void unknownNameIsNoMethod()
    {
        QVERIFY(!updateMethod(QString()));
        QVERIFY(!updateMethod(u"erase"_s));
    }

    void replaceGivesTheSource()
    {
        const Grid existing = gridOf({{text("Old"), text("Name"), text("More")}});
        const auto composed =
            compose(existing, gridOf({{text("Account"), text("Balance")}, {text("007"), number("1.50")}}), {});
        QVERIFY(composed);
        const Grid &desired = *composed;
        QCOMPARE(desired.rows(), 2);
        QCOMPARE(desired.columns(), 2);
        QVERIFY(isSameCell(desired.at(0, 1), text("Balance")));
        QVERIFY(isSameCell(desired.at(1, 0), text("007")));
        QVERIFY(isSameCell(desired.at(1, 1), number("1.50")));
    }

    void nothingReplacesWhatThereIs()
    {
        const auto composed = compose(gridOf({{text("Old")}}), Grid(), {});
        QVERIFY(composed);
        QVERIFY(composed->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUpdateMethod)
#include "tst_updatemethod.moc"
