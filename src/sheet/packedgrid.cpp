#include "sheet/packedgrid.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <utility>

namespace Sheet {

namespace {

// A mark of this format; a checksum of all that follows; the number of rows and of columns; and the bands: each has the
// number of its rows and of its packed bytes, and the bytes.
constexpr quint32 mark = 0x31434257;
constexpr auto checksum = QCryptographicHash::Sha256;
constexpr qsizetype numberSize = 4;
constexpr qsizetype checksumSize = 32;
constexpr qsizetype headSize = numberSize + checksumSize + 2 * numberSize;

constexpr qsizetype fullBand = 1 << 18; // bytes before packing, after which another band begins
constexpr qsizetype maxBand = 1 << 23; // of one that a long row overfills
constexpr int fastest = 1; // level of compression; the next ones take twice as long for a few per cent

// A cell is a byte with its kind and the size of its text, the size as a number if it does not fit into the byte, and
// the text.
constexpr int sizeBits = 5;
constexpr unsigned char longText = (1 << sizeBits) - 1;
static_assert(int(CellKind::Unreadable) << sizeBits <= 0xff - longText);

void addNumber(QByteArray &bytes, qint32 number)
{
    char little[numberSize];
    qToLittleEndian(number, little);
    bytes.append(little, numberSize);
}

void addCell(QByteArray &bytes, const Cell &cell)
{
    const auto size = qsizetype(cell.text.size());
    const bool isLong = size >= longText;
    bytes.append(char(int(cell.kind) << sizeBits | (isLong ? int(longText) : int(size))));
    if (isLong)
        addNumber(bytes, qint32(size));
    bytes.append(cell.text.data(), size);
}

// Reads what the functions above added. After the end of the bytes, or where they make no sense, it fails from then on.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) { }

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

    [[nodiscard]] QByteArrayView take(qsizetype size)
    {
        m_hasFailed = m_hasFailed || size < 0 || size > m_bytes.size();
        if (m_hasFailed)
            return {};
        const QByteArrayView taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }

    [[nodiscard]] qint32 number()
    {
        const QByteArrayView bytes = take(numberSize);
        return m_hasFailed ? 0 : qFromLittleEndian<qint32>(bytes.data());
    }

    [[nodiscard]] Cell cell()
    {
        const QByteArrayView first = take(1);
        if (m_hasFailed)
            return {};
        const auto head = static_cast<unsigned char>(first.front());
        const auto kind = CellKind(head >> sizeBits);
        const unsigned char size = head & longText;
        const QByteArrayView text = take(size == longText ? number() : size);
        m_hasFailed = m_hasFailed || kind > CellKind::Unreadable;
        return m_hasFailed ? Cell{} : Cell{kind, {text.data(), size_t(text.size())}};
    }

private:
    QByteArrayView m_bytes;
    bool m_hasFailed = false;
};

// The bytes of a band; empty if they are more than a band has.
QByteArray unpacked(QByteArrayView packed)
{
    // qUncompress() believes the size that qCompress() put in front, as a big-endian number.
    if (packed.size() < numberSize || qFromBigEndian<quint32>(packed.data()) > quint32(maxBand))
        return {};
    return qUncompress(reinterpret_cast<const uchar *>(packed.data()), packed.size());
}

} // namespace

std::optional<PackedGrid> PackedGrid::of(const Grid &grid, qsizetype maxBytes)
{
    QByteArray bytes(headSize, '\0');
    qToLittleEndian(mark, bytes.data());
    qToLittleEndian(qint32(grid.rows()), bytes.data() + headSize - 2 * numberSize);
    qToLittleEndian(qint32(grid.columns()), bytes.data() + headSize - numberSize);
    QByteArray band;
    int bandRows = 0;
    for (int row = 0; row < grid.rows(); ++row) {
        const Grid::Row cells = grid.row(row);
        for (int column = 0; column < grid.columns(); ++column) {
            addCell(band, cells[column]);
            if (band.size() > maxBand)
                return {};
        }
        ++bandRows;
        if (band.size() < fullBand && row + 1 < grid.rows())
            continue;
        const QByteArray packed = qCompress(band, fastest);
        addNumber(bytes, bandRows);
        addNumber(bytes, qint32(packed.size()));
        bytes.append(packed);
        if (bytes.size() > maxBytes)
            return {};
        band.clear();
        bandRows = 0;
    }
    const QByteArray sum = QCryptographicHash::hash(QByteArrayView(bytes).sliced(numberSize + checksumSize), checksum);
    bytes.replace(numberSize, checksumSize, sum);
    return PackedGrid(std::move(bytes));
}

std::optional<PackedGrid> PackedGrid::fromBytes(QByteArray bytes)
{
    if (bytes.size() < headSize || qFromLittleEndian<quint32>(bytes.constData()) != mark)
        return {};
    const QByteArrayView all(bytes);
    if (QCryptographicHash::hash(all.sliced(numberSize + checksumSize), checksum)
        != all.sliced(numberSize, checksumSize))
        return {};
    return PackedGrid(std::move(bytes));
}

void PackedGrid::visitCells(const std::vector<Span> &spans, const Visit &visit) const
{
    Reader bands(QByteArrayView(m_bytes).sliced(numberSize + checksumSize));
    const int rows = bands.number();
    const int columns = bands.number();
    QByteArray band;
    Reader cells{QByteArrayView()}; // of the band
    qint64 endRow = 0; // of the band
    qint64 next = 0; // the next of its cells, counted through all rows of the grid
    for (const Span &span : spans) {
        while (span.row < rows && span.row >= endRow) {
            next = endRow * columns;
            const int bandRows = bands.number();
            const QByteArrayView packed = bands.take(bands.number());
            if (bands.hasFailed() || bandRows <= 0)
                return;
            endRow += bandRows;
            if (span.row < endRow) {
                band = unpacked(packed);
                cells = Reader(band);
            }
        }
        for (int column = span.first; column <= span.last; ++column) {
            Cell cell;
            const bool isInside = span.row < rows && column < columns;
            for (; isInside && !cells.hasFailed() && next <= qint64(span.row) * columns + column; ++next)
                cell = cells.cell();
            if (cells.hasFailed() || !visit({span.row, column}, cell))
                return;
        }
    }
}

} // namespace Sheet
