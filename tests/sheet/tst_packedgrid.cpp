#include "sheet/packedgrid.h"

#include "support/testgrid.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

using namespace Sheet;
using Support::isSameCell;

namespace {

constexpr qsizetype enough = 1 << 26; // bytes

std::string randomText(QRandomGenerator &random)
{
    constexpr std::array lengths{0, 1, 30, 31, 32, 300, 5'000}; // around those that are stored in another way
    std::string text;
    for (int length = random.bounded(4) > 0 ? random.bounded(20) : lengths[size_t(random.bounded(7))]; length > 0;
         --length)
        text += char(random.bounded(256)); // whatever it is, it is kept
    return text;
}

Grid randomGrid(QRandomGenerator &random, int maxRows)
{
    Grid grid(random.bounded(7));
    const int rows = random.bounded(maxRows);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            const std::string text = randomText(random);
            const auto kind = CellKind(random.bounded(int(CellKind::Unreadable) + 1));
            grid.set(row, column, {kind, kind == CellKind::Empty ? std::string() : text});
        }
    }
    return grid;
}

// Those of the whole grid, and of some cells beyond it.
std::vector<Span> allOf(const Grid &grid)
{
    std::vector<Span> spans;
    for (int row = 0; row < grid.rows() + 2; ++row)
        spans.push_back({row, 0, grid.columns() + 1});
    return spans;
}

// Empty if exactly the cells of the spans are visited, in their order, and are those of the grid.
QString fault(const PackedGrid &packed, const Grid &grid, const std::vector<Span> &spans)
{
    std::vector<Address> expected;
    for (const Span &span : spans) {
        for (int column = span.first; column <= span.last; ++column)
            expected.push_back({span.row, column});
    }
    size_t visited = 0;
    QString found;
    packed.visitCells(spans, [&](const Address &place, const Cell &cell) {
        if (visited >= expected.size() || place != expected[visited++])
            found = u"another cell is visited than number %1"_s.arg(visited);
        else if (!isSameCell(cell, grid.at(place.row, place.column)))
            found = u"%1 differs"_s.arg(toA1(place));
        return found.isEmpty();
    });
    return found.isEmpty() && visited != expected.size() ? u"only %1 cells are visited"_s.arg(visited) : found;
}

QByteArray numbers(std::initializer_list<qint32> values)
{
    QByteArray bytes;
    for (const qint32 value : values) {
        const qint32 little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
    return bytes;
}

// A number of rows, columns or bytes.
qint32 extreme(QRandomGenerator &random)
{
    constexpr std::array values{
        0, -1, 1, 2, 3, 100'000, std::numeric_limits<qint32>::max(), std::numeric_limits<qint32>::min()};
    return values[size_t(random.bounded(int(values.size())))];
}

// With the mark of the format.
QByteArray withChecksum(const QByteArray &numbers, const QByteArray &packed)
{
    return "WBC1" + QCryptographicHash::hash(numbers + packed, QCryptographicHash::Sha256) + numbers + packed;
}

} // namespace

class TestPackedGrid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsReadAsItWas()
    {
        QRandomGenerator random(31);
        for (int i = 0; i < 60; ++i) {
            const Grid grid = randomGrid(random, i % 10 == 0 ? 900 : 12); // the larger ones have several bands
            const auto packed = PackedGrid::of(grid, enough);
            QVERIFY(packed);
            const auto stored = PackedGrid::fromBytes(packed->bytes());
            QVERIFY(stored);
            QCOMPARE(fault(*stored, grid, allOf(grid)), QString());
        }
    }

    void anyCellsAreReadWithoutTheOthers()
    {
        QRandomGenerator random(32);
        Grid grid(3);
        const int rows = 60'000; // dozens of bands
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < 3; ++column) {
                const std::string text = std::to_string(random.generate64());
                grid.set(row, column, Cell::ofNumber(text));
            }
        }
        const auto packed = PackedGrid::of(grid, enough);
        QVERIFY(packed);
        for (const int step : {7, 500, 40'000}) {
            std::vector<Span> spans;
            for (int row = random.bounded(step); row < rows + step; row += 1 + random.bounded(step)) {
                spans.push_back({row, 0, 0});
                spans.push_back({row, 2, 4});
            }
            QCOMPARE(fault(*packed, grid, spans), QString());
        }
    }

    void visitEndsWhenItIsTold()
    {
        const auto packed = PackedGrid::of(Support::gridOf({{Cell::ofText("a"), Cell::ofText("b")}}), enough);
        QVERIFY(packed);
        int visited = 0;
        packed->visitCells({{0, 0, 1}}, [&visited](const Address &, const Cell &) { return ++visited < 1; });
        QCOMPARE(visited, 1);
    }

    void usualDataTakesFewBytes()
    {
        Grid grid(4);
        for (int row = 0; row < 5'000; ++row) {
            const std::string amount = std::to_string(row * 7919 % 1'000'003) + ".25";
            grid.set(row, 0, Cell::ofText("Cash and cash equivalents"));
            grid.set(row, 1, Cell::ofText(row % 2 == 0 ? "2026-05-31" : "2026-06-30"));
            grid.set(row, 2, Cell::ofNumber(amount));
        }
        const auto packed = PackedGrid::of(grid, enough);
        QVERIFY(packed);
        QVERIFY2(packed->bytes().size() < 6 * grid.rows() * grid.columns(),
                 QByteArray::number(packed->bytes().size()).constData());
    }

    void whatTakesTooManyBytesIsNotPacked()
    {
        QRandomGenerator random(33);
        Grid grid(1);
        for (int row = 0; row < 1'000; ++row) {
            const std::string text = std::to_string(random.generate64());
            grid.set(row, 0, Cell::ofText(text));
        }
        const auto packed = PackedGrid::of(grid, enough);
        QVERIFY(packed);
        QVERIFY(PackedGrid::of(grid, packed->bytes().size()));
        QVERIFY(!PackedGrid::of(grid, packed->bytes().size() - 1));
        const std::string huge(5'000'000, 'x'); // easy to compress, but not to be read in bounded memory
        QVERIFY(PackedGrid::of(Support::gridOf({{Cell::ofText(huge)}, {Cell::ofText(huge)}}), enough));
        QVERIFY(!PackedGrid::of(Support::gridOf({{Cell::ofText(huge), Cell::ofText(huge)}}), enough));
    }

    void changedBytesAreRefused()
    {
        QRandomGenerator random(34);
        const QByteArray good = PackedGrid::of(randomGrid(random, 40), enough)->bytes();
        QVERIFY(PackedGrid::fromBytes(good));
        for (qsizetype size = 0; size < good.size(); size += 1 + size / 64)
            QVERIFY(!PackedGrid::fromBytes(good.first(size)));
        QVERIFY(!PackedGrid::fromBytes(good + '\0'));
        for (qsizetype at = 0; at < good.size(); at += 1 + at / 64) {
            QByteArray flipped = good;
            flipped[at] = char(flipped[at] ^ 1 << random.bounded(8));
            QVERIFY2(!PackedGrid::fromBytes(flipped), QByteArray::number(at).constData());
        }
    }

    // Whose checksum is right all the same.
    void senselessBytesAreReadSafely()
    {
        QRandomGenerator random(35);
        const QByteArray cells =
            PackedGrid::of(Support::gridOf({{Cell::ofText(std::string(40, 'a'))}}), enough)->bytes();
        QCOMPARE(withChecksum(numbers({1, 1, 1, qint32(cells.size() - 52)}), cells.sliced(52)), cells);
        for (int i = 0; i < 5'000; ++i) {
            QByteArray band;
            for (int size = random.bounded(100); size > 0; --size)
                band += char(random.bounded(random.bounded(2) == 0 ? 256 : 8));
            const QByteArray packed = qCompress(band, 1);
            const qint32 size = random.bounded(4) > 0 ? qint32(packed.size()) : extreme(random);
            const auto stored = PackedGrid::fromBytes(
                withChecksum(numbers({extreme(random), extreme(random), extreme(random), size}), packed));
            QVERIFY(stored);
            int visited = 0;
            stored->visitCells({{0, 0, 3}, {2, 1, 2}, {3, 0, 0}}, [&](const Address &, const Cell &cell) {
                ++visited;
                return cell.text.size() < 100; // it is read
            });
            QVERIFY(visited <= 7);
        }
        const QByteArray large = QByteArray::fromHex("7fffffff") + qCompress(QByteArray(1'000, 'a')).sliced(4);
        const auto stored = PackedGrid::fromBytes(withChecksum(numbers({1, 1, 1, qint32(large.size())}), large));
        QVERIFY(stored);
        bool isVisited = false; // although its two gigabytes are not unpacked
        stored->visitCells({{0, 0, 0}}, [&](const Address &, const Cell &) { return isVisited = true; });
        QVERIFY(!isVisited);
    }

    void storedFormStaysTheSame()
    {
        const auto stored = PackedGrid::fromBytes(
            QByteArray::fromHex("57424331b5591bd25d2ec3b551898e63118246985b687e82ce53c15389a873fa38a01ec0020000000300"
                                "00000200000050000000000000467801b3d7606060704e2cce5048cc4b51480631520b4b33cb127352f3"
                                "4a8a7514128b15f2d314bc4af352158c0d3c8d2c0c4d4c0cf40c0d524a8a4a539b6d1d0d198e24bedfbf"
                                "1700eff21705"));
        QVERIFY(stored);
        const Grid grid = Support::gridOf({{Cell::ofText("Cash and cash equivalents, as of June 30"),
                                            Cell::ofNumber("281440.10"), Cell::ofBoolean(true)},
                                           {{CellKind::Formula, "=A1"}, {}, {CellKind::Unreadable, "a\xef\xbf\xbd"}}});
        QCOMPARE(fault(*stored, grid, allOf(grid)), QString());
    }
};

QTEST_GUILESS_MAIN(TestPackedGrid)
#include "tst_packedgrid.moc"
