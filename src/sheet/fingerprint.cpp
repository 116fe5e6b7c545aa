#include "sheet/fingerprint.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace Sheet {

namespace {

// A mark of this format, the number of rows, the number of columns; then for each row its hash and its cells' codes.
constexpr quint32 mark = 0x57424631;
constexpr qsizetype headSize = 12;
constexpr qsizetype rowHashSize = 8;
constexpr qsizetype codeSize = 2;

quint64 mixed(quint64 hash)
{
    hash *= 0x9e3779b97f4a7c15ULL;
    return hash ^ hash >> 32;
}

template <typename Word> quint64 wordAt(const char *at)
{
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return qFromLittleEndian(word);
}

// All bytes of a text that is not empty, in as few reads as possible: the last one may overlap the one before.
quint64 hashOf(std::string_view text, quint64 hash)
{
    const char *at = text.data();
    const char *end = at + text.size();
    if (text.size() < sizeof(quint32))
        return mixed(
            hash ^ (wordAt<quint8>(at) | wordAt<quint8>(at + text.size() / 2) << 8 | wordAt<quint8>(end - 1) << 16));
    if (text.size() < sizeof(quint64))
        return mixed(hash ^ (wordAt<quint32>(at) | wordAt<quint32>(end - sizeof(quint32)) << 32));
    for (; end - at > qsizetype(sizeof(quint64)); at += sizeof(quint64))
        hash = mixed(hash ^ wordAt<quint64>(at));
    return mixed(hash ^ wordAt<quint64>(end - sizeof(quint64)));
}

// 0 for a blank cell.
quint64 hashOf(const Cell &cell)
{
    if (cell.isBlank())
        return 0;
    const quint64 seed = (quint64(cell.kind) + 1) << 56 | cell.text.size();
    return mixed(cell.text.empty() ? seed : hashOf(cell.text, seed));
}

quint16 codeOf(quint64 hash)
{
    return quint16(hash >> 48);
}

// That of a cell that of() marks as changed.
quint16 withMark(quint16 code)
{
    return quint16((code & 0xff00) | ((code + 1) & 0xff));
}

quint64 withCell(quint64 rowHash, quint64 cellHash, int column)
{
    return cellHash == 0 ? rowHash : rowHash + mixed(cellHash ^ quint64(column + 1) << 40);
}

qsizetype rowSize(int columns)
{
    return rowHashSize + codeSize * columns;
}

void append(std::vector<Span> &spans, int row, int column)
{
    if (!spans.empty() && spans.back().row == row && spans.back().last + 1 == column)
        spans.back().last = column;
    else
        spans.push_back({row, column, column});
}

} // namespace

Fingerprint::Fingerprint(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_rows(qFromLittleEndian<qint32>(m_bytes.constData() + 4))
    , m_columns(qFromLittleEndian<qint32>(m_bytes.constData() + 8))
{
}

Fingerprint Fingerprint::of(const Grid &grid, const std::vector<Span> &changed)
{
    int rows = grid.rows();
    int columns = grid.columns();
    for (const Span &span : changed) { // blank cells beyond the grid, too
        rows = std::max(rows, span.row + 1);
        columns = std::max(columns, span.last + 1);
    }
    QByteArray bytes(headSize + rowSize(columns) * rows, Qt::Uninitialized);
    char *at = bytes.data();
    qToLittleEndian(mark, at);
    qToLittleEndian(qint32(rows), at + 4);
    qToLittleEndian(qint32(columns), at + 8);
    at += headSize;
    for (int row = 0; row < rows; ++row) {
        const Grid::Row cells = grid.row(row);
        quint64 rowHash = 0;
        char *code = at + rowHashSize;
        for (int column = 0; column < columns; ++column, code += codeSize) {
            const quint64 hash = hashOf(cells[column]);
            rowHash = withCell(rowHash, hash, column);
            qToLittleEndian(codeOf(hash), code);
        }
        qToLittleEndian(rowHash, at);
        at = code;
    }
    for (const Span &span : changed) {
        char *row = bytes.data() + headSize + rowSize(columns) * span.row;
        // Added, because several spans of a row must not cancel each other.
        qToLittleEndian(qFromLittleEndian<quint64>(row) + 1, row);
        for (int column = span.first; column <= span.last; ++column)
            ++row[rowHashSize + codeSize * column];
    }
    return Fingerprint(std::move(bytes));
}

std::optional<Fingerprint> Fingerprint::fromBytes(QByteArray bytes)
{
    if (bytes.size() < headSize || qFromLittleEndian<quint32>(bytes.constData()) != mark)
        return {};
    const auto rows = qFromLittleEndian<qint32>(bytes.constData() + 4);
    const auto columns = qFromLittleEndian<qint32>(bytes.constData() + 8);
    if (rows < 0 || columns < 0 || bytes.size() != headSize + rowSize(columns) * rows)
        return {};
    return Fingerprint(std::move(bytes));
}

quint64 Fingerprint::row(int row) const
{
    return row < m_rows ? qFromLittleEndian<quint64>(m_bytes.constData() + headSize + rowSize(m_columns) * row) : 0;
}

quint16 Fingerprint::cell(int row, int column) const
{
    if (row >= m_rows || column >= m_columns)
        return 0;
    return qFromLittleEndian<quint16>(m_bytes.constData() + headSize + rowSize(m_columns) * row + rowHashSize
                                      + codeSize * column);
}

bool Fingerprint::matches(const Address &place, const Cell &held) const
{
    return codeOf(hashOf(held)) == cell(place.row, place.column);
}

std::vector<Span> Fingerprint::changedIn(const Grid &now) const
{
    return changedIn(now, Kept::AreChanged);
}

std::vector<Span> Fingerprint::changedSince(const Grid &now) const
{
    return changedIn(now, Kept::AreNot);
}

std::vector<Span> Fingerprint::changedIn(const Grid &now, Kept kept) const
{
    std::vector<Span> changed;
    std::vector<quint64> hashes;
    const int columns = std::max(m_columns, now.columns());
    for (int row = 0; row < std::max(m_rows, now.rows()); ++row) {
        const Grid::Row cells = now.row(row);
        quint64 rowHash = 0;
        hashes.clear();
        for (int column = 0; column < columns; ++column) {
            hashes.push_back(hashOf(cells[column]));
            rowHash = withCell(rowHash, hashes.back(), column);
        }
        const quint64 marks = this->row(row) - rowHash; // that of() added, if no cell has changed
        if (marks == 0)
            continue;
        const size_t before = changed.size();
        quint64 marked = 0;
        for (int column = 0; column < columns; ++column) {
            const quint16 code = codeOf(hashes[size_t(column)]);
            const bool isMarked = cell(row, column) == withMark(code);
            marked += isMarked;
            if (code != cell(row, column) && (kept == Kept::AreChanged || !isMarked))
                append(changed, row, column);
        }
        if (changed.size() == before && (kept == Kept::AreChanged || marks > marked))
            changed.push_back({row, 0, columns - 1});
    }
    return changed;
}

} // namespace Sheet
