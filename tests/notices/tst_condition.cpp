#include "notices/condition.h"

#include "notices/conditions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

using Notices::Change;
using Notices::Condition;
using Notices::Kind;
using Notices::Told;
using Notices::untold;

class TestCondition final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnotherKindIsTold_data()
    {
        QTest::addColumn<Kind>("told");
        QTest::addColumn<Kind>("now");
        for (const Kind told : Notices::kinds) {
            for (const Kind now : Notices::kinds)
                QTest::addRow("%s after %s", qPrintable(name(now)), qPrintable(name(told))) << told << now;
        }
    }
    void onlyAnotherKindIsTold()
    {
        QFETCH(const Kind, told);
        QFETCH(const Kind, now);
        const Condition condition = Support::condition(u"Units"_s, now);
        const QList<Change> changes = untold({{condition.profileId, told}}, {condition});
        QCOMPARE(changes, told == now ? QList<Change>() : QList<Change>({{condition, told}}));
    }

    void whoWasNeverToldIsTakenForWell()
    {
        QVERIFY(untold({}, {condition(u"Units"_s, Kind::Well)}).isEmpty());
        QCOMPARE(untold({}, {condition(u"Units"_s, Kind::Paused)}).first().before, Kind::Well);
    }

    void lastConditionOfAProfileCounts()
    {
        QVERIFY(untold({}, {condition(u"Units"_s, Kind::Failing), condition(u"Units"_s, Kind::Well)}).isEmpty());
        const auto changes = untold({},
                                    {condition(u"Units"_s, Kind::Failing), condition(u"Heads"_s, Kind::Failing),
                                     condition(u"Units"_s, Kind::Paused)});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.first().now.profileName, u"Heads"_s);
        QCOMPARE(changes.last().now.kind, Kind::Paused);
    }

    void groupsKeepTheirOrder()
    {
        const auto groups =
            byGroup(untold({},
                           {condition(u"A"_s, Kind::Failing, u"Close"_s), condition(u"B"_s, Kind::Failing),
                            condition(u"C"_s, Kind::Failing, u"Close"_s), condition(u"D"_s, Kind::Failing)}));
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.first().size(), 2);
        QCOMPARE(groups.first().last().now.profileName, u"C"_s);
        QCOMPARE(groups.last().last().now.profileName, u"D"_s);
    }

    void everyKindHasAName()
    {
        for (const Kind kind : Notices::kinds)
            QCOMPARE(Notices::kindNamed(name(kind)), kind);
        QVERIFY(!Notices::kindNamed(u"asleep"_s));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
