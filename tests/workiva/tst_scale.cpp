#include "workiva/scale.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Workiva::Scale;

class TestScale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordOfTheContractIsKnown()
    {
        int expected = int(Scale::Millionths);
        for (const char *word : {"MILLIONTHS", "BASIS POINTS", "THOUSANDTHS", "HUNDREDTHS", "ONES", "THOUSANDS",
                                 "TEN THOUSANDS", "MILLIONS", "HUNDRED MILLIONS", "BILLIONS", "TRILLIONS"}) {
            const Scale scale = Workiva::scaleNamed(word);
            QCOMPARE(int(scale), expected++);
            QCOMPARE(Workiva::name(scale), QString::fromLatin1(word));
            QCOMPARE(Workiva::isOther(scale), scale != Scale::Ones);
        }
        QCOMPARE(expected, int(Workiva::lastScale));
    }

    void otherWordIsNotTakenForAKnownOne()
    {
        for (const char *word : {"", "thousands", "LAKHS"}) {
            QCOMPARE(Workiva::scaleNamed(word), Scale::Unknown);
            QVERIFY(!Workiva::isOther(Workiva::scaleNamed(word)));
        }
        QVERIFY(!Workiva::isOther(Scale::NotTold));
    }
};

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
