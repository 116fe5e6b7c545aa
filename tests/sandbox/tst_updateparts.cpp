#include "sandbox/updateparts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Sandbox;

class TestUpdateParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingSidesAreTheSheets()
    {
        QCOMPARE(readRange(QJsonObject(), {}).value(), (Sheet::Rectangle{0, 0, Sheet::maxRows, Sheet::maxColumns}));
        QCOMPARE(readRange(QJsonValue(), {}).value(), (Sheet::Rectangle{0, 0, Sheet::maxRows, Sheet::maxColumns}));
        const QJsonObject column{{QStringLiteral("startColumn"), 2},
                                 {QStringLiteral("stopColumn"), 2},
                                 {QStringLiteral("stopRow"), QJsonValue()}};
        QCOMPARE(readRange(column, {}).value(), (Sheet::Rectangle{0, 2, Sheet::maxRows, 1}));
    }

    void sidesAreInclusive()
    {
        const QJsonArray list{QJsonObject{{QStringLiteral("start"), 1}, {QStringLiteral("end"), 3}},
                              QJsonObject{{QStringLiteral("start"), 5}}};
        const auto intervals = readIntervals(list, true, {});
        QCOMPARE((*intervals)[0].last, 3);
        QCOMPARE((*intervals)[1].last, Sheet::maxRows - 1);
    }

    void numberHasToBeWholeAndWithinItsLimits()
    {
        QCOMPARE(readInteger(5, 0, 10, {}).value(), 5);
        for (const QJsonValue &value : {QJsonValue(-1), QJsonValue(11), QJsonValue(1.5),
                                        QJsonValue(QStringLiteral("5")), QJsonValue(), QJsonValue(1e300)})
            QVERIFY(!readInteger(value, 0, 10, {}));
    }

    void whatIsNoListIsRefused()
    {
        QVERIFY(!readRanges(QJsonValue(5), {}));
        QVERIFY(!readIntervals(QJsonObject(), true, {}));
        QVERIFY(!readRange(QJsonValue(QStringLiteral("A1")), {}));
    }
};

QTEST_GUILESS_MAIN(TestUpdateParts)
#include "tst_updateparts.moc"
