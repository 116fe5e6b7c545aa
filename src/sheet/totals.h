#pragma once

#include "sheet/cell.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace Sheet {

// Exact arithmetic with decimal numbers in JSON's grammar, see decimal.h; nothing is rounded. Results are plain
// decimals without an exponent or trailing zeros after the point: "-0.05", "1200", "0". A number with a digit more than
// maxPlaces places before or after its decimal point is not added: whatever it is a part of is unknown. Every double
// has fewer. Pure; any thread.
inline constexpr int maxPlaces = 1'000;

// The cells of one column.
struct ColumnTotal
{
    std::optional<std::string> sum{"0"}; // of its numbers; none: unknown
    qint64 numbers = 0;
    qint64 others = 0; // not blank and not numbers: texts, booleans, formulas, unreadable cells

    friend bool operator==(const ColumnTotal &, const ColumnTotal &) = default;
};

// Adds up cells column by column. Not thread-safe.
class Totals
{
public:
    explicit Totals(int columns);
    ~Totals();
    Totals(Totals &&other) noexcept;
    Totals &operator=(Totals &&other) noexcept;
    Q_DISABLE_COPY(Totals)

    void add(int column, const Cell &cell); // 0-based, within the columns
    [[nodiscard]] std::vector<ColumnTotal> columns() const;

private:
    class Column;
    std::vector<Column> m_columns;
};

// Whether `to` differs from `from` by more than so many hundredths of a per cent of `from`; of 0, whether it differs at
// all. None: one of them has too many places.
[[nodiscard]] std::optional<bool> differsByMore(std::string_view from, std::string_view to, int hundredths);

// to - from. None: one of them has too many places.
[[nodiscard]] std::optional<std::string> difference(std::string_view from, std::string_view to);

// How |one| compares with |other|: both plain decimals, as difference() returns them.
[[nodiscard]] std::strong_ordering compareMagnitudes(std::string_view one, std::string_view other);

} // namespace Sheet
