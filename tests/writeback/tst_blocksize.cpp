#include "writeback/blocksize.h"

#include <QTest>

using namespace std::chrono_literals;

class TestBlockSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quickBlocksLetItGrowToABound()
    {
        Writeback::BlockSize size;
        const qint64 first = size.cells();
        size.blockTook(100ms);
        QCOMPARE(size.cells(), first * 2);
        for (int i = 0; i < 100; ++i)
            size.blockTook(100ms);
        QVERIFY(size.cells() <= 2'000'000);
        const qint64 most = size.cells();
        size.blockTook(100ms);
        QCOMPARE(size.cells(), most);
    }

    void slowBlocksMakeItShrink()
    {
        Writeback::BlockSize size;
        const qint64 first = size.cells();
        size.blockTook(20s);
        QCOMPARE(size.cells(), first / 2);
    }

    void neitherQuickNorSlowKeepsIt()
    {
        Writeback::BlockSize size;
        const qint64 first = size.cells();
        size.blockTook(8s);
        QCOMPARE(size.cells(), first);
    }

    void blockWithoutAnswerShrinksItToABound()
    {
        Writeback::BlockSize size;
        const qint64 first = size.cells();
        size.blockFailed();
        QVERIFY(size.cells() < first);
        for (int i = 0; i < 100; ++i)
            size.blockFailed();
        QVERIFY(size.cells() > 0);
    }
};

QTEST_GUILESS_MAIN(TestBlockSize)
#include "tst_blocksize.moc"
