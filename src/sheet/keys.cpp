#include "sheet/keys.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

constexpr int rowBits = 32;

// Spreads a difference in any bit over all of them (the finalizer of MurmurHash3).
quint64 mixed(quint64 hash)
{
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ hash >> 33;
}

// In the upper half, for the row to be added.
quint64 keyHash(const KeyedRows &rows, int row)
{
    quint64 hash = 0;
    for (const int column : rows.key)
        hash = mixed(hash * 31 + valueHash(rows.at(row, column)));
    return hash >> rowBits << rowBits;
}

int rowOf(quint64 entry)
{
    return int(entry & ((quint64(1) << rowBits) - 1));
}

bool haveSameHash(quint64 a, quint64 b)
{
    return a >> rowBits == b >> rowBits;
}

bool haveSameKey(const KeyedRows &a, int rowOfA, const KeyedRows &b, int rowOfB)
{
    for (size_t i = 0; i < a.key.size(); ++i) {
        if (!sameValue(a.at(rowOfA, a.key[i]), b.at(rowOfB, b.key[i])))
            return false;
    }
    return true;
}

constexpr int maxKeyColumns = 3;
constexpr size_t maxCombined = 24; // columns, which have 2,024 combinations of three
constexpr int sampleRows = 1'000; // most columns repeat a value within a few rows

void combine(std::span<const int> columns, int size, Key &key, std::vector<Key> &all)
{
    if (size == 0) {
        all.push_back(key);
        return;
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        key.push_back(columns[i]);
        combine(columns.subspan(i + 1), size - 1, key, all);
        key.pop_back();
    }
}

class KeySearch
{
public:
    KeySearch(const Grid &existing, const Grid &desired, std::span<const int> columns, int headerRows)
        : m_existing(existing), m_desired(desired), m_headerRows(headerRows), m_sample(desired.columns())
    {
        std::vector<Cell> cells(size_t(desired.columns()));
        for (int row = 0; row < std::min(desired.rows(), headerRows + sampleRows); ++row) {
            for (int column = 0; column < desired.columns(); ++column)
                cells[size_t(column)] = desired.at(row, column);
            m_sample.appendRow(cells);
        }
        for (const int column : columns) {
            if (hasAllValues(column))
                (hasNumbers(column) ? m_numeric : m_other).push_back(column);
        }
    }

    [[nodiscard]] std::optional<Key> found() const
    {
        for (int size = 1; size <= maxKeyColumns; ++size) {
            const std::vector<Key> keys = combinations(size);
            const auto key = std::ranges::find_if(keys, [this](const Key &one) { return isKey(one); });
            if (key != keys.end())
                return *key;
        }
        return {};
    }

private:
    [[nodiscard]] KeyedRows rowsOf(const Grid &grid, const Key &key) const
    {
        return {.grid = grid,
                .key = key,
                .headerRows = m_headerRows,
                .columns = m_desired.columns(),
                .below = &grid == &m_existing ? nullptr : &m_existing};
    }

    [[nodiscard]] bool hasAllValues(int column) const
    {
        const Key key{column};
        return std::ranges::all_of(std::array{&m_existing, &m_desired}, [&](const Grid *grid) {
            const KeyedRows rows = rowsOf(*grid, key);
            for (int row = m_headerRows; row < grid->rows(); ++row) {
                const KeyState state = keyState(rows, row);
                if (state == KeyState::Empty || state == KeyState::Unknown)
                    return false;
            }
            return true;
        });
    }

    [[nodiscard]] bool hasNumbers(int column) const
    {
        for (int row = m_headerRows; row < m_desired.rows(); ++row) {
            if (m_desired.at(row, column).kind == CellKind::Number)
                return true;
        }
        return false;
    }

    // In the order of preference.
    [[nodiscard]] std::vector<Key> combinations(int size) const
    {
        std::vector<int> columns(m_other);
        columns.insert(columns.end(), m_numeric.begin(), m_numeric.end());
        if (size > 1 && columns.size() > maxCombined)
            columns.resize(maxCombined);
        std::ranges::sort(columns);
        std::vector<Key> keys;
        Key key;
        combine(columns, size, key, keys);
        std::ranges::stable_sort(keys, {}, [this](const Key &one) {
            return std::ranges::count_if(one,
                                         [this](int column) { return std::ranges::binary_search(m_numeric, column); });
        });
        return keys;
    }

    [[nodiscard]] bool isKey(const Key &key) const
    {
        return std::ranges::all_of(std::array{&m_sample, &m_desired, &m_existing},
                                   [&](const Grid *grid) { return KeyIndex(rowsOf(*grid, key)).identifiesAll(); });
    }

    const Grid &m_existing;
    const Grid &m_desired;
    int m_headerRows;
    Grid m_sample; // of the desired rows
    std::vector<int> m_numeric; // columns with a value in each row, and with numbers …
    std::vector<int> m_other; // … and without
};

} // namespace

Cell KeyedRows::at(int row, int column) const
{
    const Cell cell = grid.at(row, column);
    if (cell.kind != CellKind::Keep)
        return cell;
    return below ? below->at(row, column) : Cell();
}

bool KeyedRows::isBlank(int row) const
{
    for (int column = 0; column < columns; ++column) {
        if (!at(row, column).isBlank())
            return false;
    }
    return true;
}

KeyState keyState(const KeyedRows &rows, int row)
{
    if (row < rows.headerRows)
        return KeyState::NoRow;
    KeyState state = rows.key.empty() ? KeyState::Empty : KeyState::Known;
    for (const int column : rows.key) {
        const Cell cell = rows.at(row, column);
        if (cell.isBlank())
            state = KeyState::Empty;
        else if (state == KeyState::Known && (cell.kind == CellKind::Formula || cell.kind == CellKind::Unreadable))
            state = KeyState::Unknown;
    }
    return state == KeyState::Empty && rows.isBlank(row) ? KeyState::NoRow : state;
}

QString keyText(const KeyedRows &rows, int row)
{
    QStringList values;
    for (const int column : rows.key) {
        const Cell cell = rows.at(row, column);
        values.append(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())));
    }
    return values.join(u", "_s);
}

KeyIndex::KeyIndex(const KeyedRows &rows) : m_rows(rows)
{
    m_entries.reserve(size_t(rows.grid.rows()));
    for (int row = 0; row < rows.grid.rows(); ++row) {
        switch (keyState(rows, row)) {
        case KeyState::NoRow: break;
        case KeyState::Empty: ++m_emptyRows; break;
        case KeyState::Unknown: ++m_unknownRows; break;
        case KeyState::Known: m_entries.push_back(keyHash(rows, row) | quint64(row)); break;
        }
    }
    std::ranges::sort(m_entries);
}

int KeyIndex::firstRow(const KeyedRows &other, int row) const
{
    if (keyState(other, row) != KeyState::Known)
        return -1;
    const quint64 hash = keyHash(other, row);
    for (auto at = std::ranges::lower_bound(m_entries, hash); at != m_entries.end() && haveSameHash(*at, hash); ++at) {
        if (haveSameKey(m_rows, rowOf(*at), other, row))
            return rowOf(*at);
    }
    return -1;
}

// The first row of each key that several rows have, in any order.
std::vector<int> KeyIndex::firstOfRepeated() const
{
    struct Seen
    {
        int row;
        bool isRepeated;
    };
    std::vector<int> repeated;
    std::vector<Seen> seen; // of the keys with this hash
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (i == 0 || !haveSameHash(m_entries[i - 1], m_entries[i]))
            seen.clear();
        const int row = rowOf(m_entries[i]);
        const auto same =
            std::ranges::find_if(seen, [&](const Seen &one) { return haveSameKey(m_rows, one.row, m_rows, row); });
        if (same == seen.end()) {
            seen.push_back({row, false});
        } else if (!same->isRepeated) {
            same->isRepeated = true;
            repeated.push_back(same->row);
        }
    }
    return repeated;
}

KeyFaults::Repeated KeyIndex::repeatedAt(int row) const
{
    KeyFaults::Repeated repeated{.key = keyText(m_rows, row), .rows = {}};
    const quint64 hash = keyHash(m_rows, row);
    for (auto at = std::ranges::lower_bound(m_entries, hash);
         at != m_entries.end() && haveSameHash(*at, hash) && repeated.rows.size() < KeyFaults::maxExamples; ++at) {
        if (haveSameKey(m_rows, rowOf(*at), m_rows, row))
            repeated.rows.push_back(rowOf(*at));
    }
    return repeated;
}

bool KeyIndex::identifiesAll() const
{
    return m_emptyRows == 0 && m_unknownRows == 0 && firstOfRepeated().empty();
}

KeyFaults KeyIndex::faults(Side side) const
{
    std::vector<int> repeated = firstOfRepeated();
    KeyFaults faults{
        .side = side, .repeatedKeys = qint64(repeated.size()), .emptyRows = m_emptyRows, .unknownRows = m_unknownRows};
    std::ranges::sort(repeated);
    for (const int row : std::span(repeated).first(std::min(repeated.size(), size_t(KeyFaults::maxExamples))))
        faults.repeated.push_back(repeatedAt(row));
    const auto rowsWith = [this](KeyState state, qint64 count) {
        std::vector<int> rows;
        count = std::min<qint64>(count, KeyFaults::maxExamples);
        for (int row = 0; qint64(rows.size()) < count; ++row) {
            if (keyState(m_rows, row) == state)
                rows.push_back(row);
        }
        return rows;
    };
    faults.empty = rowsWith(KeyState::Empty, m_emptyRows);
    faults.unknown = rowsWith(KeyState::Unknown, m_unknownRows);
    return faults;
}

Core::Result<KeyIndex> keyIndex(const KeyedRows &rows, Side side)
{
    KeyIndex index(rows);
    if (!index.identifiesAll())
        return Core::fail(Core::ErrorKind::AmbiguousKey, {}, {}, index.faults(side));
    return index;
}

std::optional<Key> suggestKey(const Grid &existing, const Grid &desired, std::span<const int> columns, int headerRows)
{
    if (desired.rows() <= headerRows)
        return {};
    return KeySearch(existing, desired, columns, headerRows).found();
}

} // namespace Sheet
