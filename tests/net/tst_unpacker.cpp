#include "net/unpacker.h"

#include "support/packed.h"
#include "support/patterned.h"

#include <QTest>

using Net::Unpacker;
using Support::packed;
using Support::Packing;
using Support::patterned;

namespace {

struct Outcome
{
    bool good = true;
    bool whole = false;
    QByteArray bytes;
};

Outcome unpacked(const QByteArray &coding, const QByteArray &from, qsizetype step)
{
    Unpacker unpacker(coding);
    Outcome outcome;
    for (qsizetype at = 0; outcome.good && at < from.size(); at += step) {
        outcome.good = unpacker.feed(from.mid(at, step), [&outcome](QByteArrayView piece) {
            outcome.bytes += piece.toByteArray();
            return true;
        });
    }
    outcome.whole = unpacker.isWhole();
    return outcome;
}

} // namespace

class TestUnpacker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codingsAreKnownByName_data()
    {
        QTest::addColumn<bool>("known");
        for (const char *coding : {"gzip", "GZIP", "x-gzip", " deflate "})
            QTest::newRow(coding) << true;
        for (const char *coding : {"", "identity", "br", "zstd", "gzip, gzip", "compress"})
            QTest::addRow("not \"%s\"", coding) << false;
    }
    void codingsAreKnownByName()
    {
        QFETCH(const bool, known);
        const QByteArray tag = QTest::currentDataTag();
        QCOMPARE(Unpacker::understands(known ? tag : tag.mid(5).chopped(1)), known);
    }

    void bytesComeBackInPiecesOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const QByteArray text = patterned(300'000);
        QTest::newRow("gzip") << QByteArray("gzip") << packed(text) << text;
        QTest::newRow("zlib") << QByteArray("deflate") << packed(text, Packing::Zlib) << text;
        QTest::newRow("bare") << QByteArray("deflate") << packed(text, Packing::Bare) << text;
        QTest::newRow("empty gzip") << QByteArray("gzip") << packed({}) << QByteArray();
        QTest::newRow("members") << QByteArray("gzip") << packed("one ") + packed("two") << QByteArray("one two");
        QTest::newRow("padded") << QByteArray("gzip") << packed("one") + QByteArray(3, '\0') << QByteArray("one");
        QTest::newRow("long runs") << QByteArray("gzip") << packed(QByteArray(3'000'000, 'x'))
                                   << QByteArray(3'000'000, 'x');
    }
    void bytesComeBackInPiecesOfAnySize()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(4096), from.size()}) {
            const Outcome outcome = unpacked(coding, from, step);
            QVERIFY(outcome.good);
            QVERIFY(outcome.whole);
            QVERIFY(outcome.bytes == to);
        }
    }

    void nothingIsWhole() { QVERIFY(Unpacker("gzip").isWhole()); }

    void missingEndIsNotWhole_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("from");
        const QByteArray whole = packed("hello, hello");
        QTest::newRow("one byte") << QByteArray("gzip") << whole.left(1);
        QTest::newRow("head") << QByteArray("gzip") << whole.left(10);
        QTest::newRow("without its checksum") << QByteArray("gzip") << whole.chopped(8);
        QTest::newRow("without its last byte") << QByteArray("gzip") << whole.chopped(1);
        QTest::newRow("second member") << QByteArray("gzip") << whole + whole.left(12);
        QTest::newRow("bare") << QByteArray("deflate") << packed("hello", Packing::Bare).chopped(1);
    }
    void missingEndIsNotWhole()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, from);
        const Outcome outcome = unpacked(coding, from, 3);
        QVERIFY(outcome.good);
        QVERIFY(!outcome.whole);
    }

    void damageIsSeen_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("from");
        QByteArray checksum = packed("hello");
        checksum[checksum.size() - 8] = char(checksum[checksum.size() - 8] ^ 1);
        QTest::newRow("checksum") << QByteArray("gzip") << checksum;
        QTest::newRow("another packing") << QByteArray("gzip") << packed("hello", Packing::Zlib);
        QTest::newRow("no such data") << QByteArray("gzip") << QByteArray("squeezed, they say");
        QTest::newRow("something behind") << QByteArray("gzip") << packed("hello") + "<html>";
    }
    void damageIsSeen()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, from);
        QVERIFY(!unpacked(coding, from, 5).good);
    }

    void consumerCanStopABomb()
    {
        const QByteArray bomb = packed(QByteArray(50'000'000, '\0'));
        Unpacker unpacker("gzip");
        qsizetype taken = 0;
        qsizetype largest = 0;
        QVERIFY(unpacker.feed(bomb, [&](QByteArrayView piece) {
            taken += piece.size();
            largest = std::max(largest, piece.size());
            return taken < 1'000'000;
        }));
        QVERIFY(taken < 2'000'000);
        QVERIFY(largest <= 256 * 1024);
        QVERIFY(!unpacker.isWhole());
    }
};

QTEST_GUILESS_MAIN(TestUnpacker)
#include "tst_unpacker.moc"
