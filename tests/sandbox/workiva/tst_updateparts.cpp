#include "sandbox/workiva/updateparts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestUpdateParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingSidesAreTheSheets()
    {
        QCOMPARE(readRange(QJsonObject(), {}).value(), (Sheet::Rectangle{0, 0, Sheet::maxRows, Sheet::maxColumns}));
        QCOMPARE(readRange(QJsonValue(), {}).value(), (Sheet::Rectangle{0, 0, Sheet::maxRows, Sheet::maxColumns}));
        const QJsonObject column{{u"startColumn"_s, 2}, {u"stopColumn"_s, 2}, {u"stopRow"_s, QJsonValue()}};
        QCOMPARE(readRange(column, {}).value(), (Sheet::Rectangle{0, 2, Sheet::maxRows, 1}));
    }

    void sidesAreInclusive()
    {
        const QJsonArray list{QJsonObject{{u"start"_s, 1}, {u"end"_s, 3}}, QJsonObject{{u"start"_s, 5}}};
        const auto intervals = readIntervals(list, true, {});
        QCOMPARE((*intervals)[0].last, 3);
        QCOMPARE((*intervals)[1].last, Sheet::maxRows - 1);
    }

    void numberHasToBeWholeAndWithinItsLimits()
    {
        QCOMPARE(readInteger(5, 0, 10, {}).value(), 5);
        for (const QJsonValue &value :
             {QJsonValue(-1), QJsonValue(11), QJsonValue(1.5), QJsonValue(u"5"_s), QJsonValue(), QJsonValue(1e300)})
            QVERIFY(!readInteger(value, 0, 10, {}));
    }

    void whatIsNoListIsRefused()
    {
        QVERIFY(!readRanges(QJsonValue(5), {}));
        QVERIFY(!readIntervals(QJsonObject(), true, {}));
        QVERIFY(!readRange(QJsonValue(u"A1"_s), {}));
    }
};

QTEST_GUILESS_MAIN(TestUpdateParts)
#include "tst_updateparts.moc"
