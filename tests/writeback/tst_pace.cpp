#include "writeback/pace.h"

#include <QTest>

using namespace std::chrono_literals;

class tst_Pace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quickBlocksLetItGrowToABound();
    void slowBlocksMakeItShrink();
    void neitherQuickNorSlowKeepsIt();
    void aBlockWithoutAnswerShrinksItToABound();
};

void tst_Pace::quickBlocksLetItGrowToABound()
{
    Writeback::Pace pace;
    const qint64 first = pace.cells();
    pace.blockTook(100ms);
    QCOMPARE(pace.cells(), first * 2);
    for (int i = 0; i < 100; ++i)
        pace.blockTook(100ms);
    QVERIFY(pace.cells() <= 2'000'000);
    const qint64 most = pace.cells();
    pace.blockTook(100ms);
    QCOMPARE(pace.cells(), most);
}

void tst_Pace::slowBlocksMakeItShrink()
{
    Writeback::Pace pace;
    const qint64 first = pace.cells();
    pace.blockTook(20s);
    QCOMPARE(pace.cells(), first / 2);
}

void tst_Pace::neitherQuickNorSlowKeepsIt()
{
    Writeback::Pace pace;
    const qint64 first = pace.cells();
    pace.blockTook(8s);
    QCOMPARE(pace.cells(), first);
}

void tst_Pace::aBlockWithoutAnswerShrinksItToABound()
{
    Writeback::Pace pace;
    const qint64 first = pace.cells();
    pace.blockFailed();
    QVERIFY(pace.cells() < first);
    for (int i = 0; i < 100; ++i)
        pace.blockFailed();
    QVERIFY(pace.cells() > 0);
}

QTEST_GUILESS_MAIN(tst_Pace)
#include "tst_pace.moc"
