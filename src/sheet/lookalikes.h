#pragma once

#include "sheet/rectangle.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <string_view>

namespace Sheet {

// What a text, which may be an identifier, becomes or loses if a sheet, or whoever types the column, takes it for a
// number or a date.
enum class LookAlike {
    LeadingZeros, // 00123: the zeros are lost
    ManyDigits, // more than exactDigits: the last ones are lost
    Date, // 1-2, 3/4, 2026-06, MAR1, 1-Sept; no ISO date, which is one
    Exponent, // 1E10, 12E5
    TrailingMinus, // 123-: a negative number
    Parentheses, // (123): the same
    Sign, // = + - @ before letters or digits: a formula or a number
};
inline constexpr LookAlike lastLookAlike = LookAlike::Sign;

// The first of them that is true of a text. Texts with spaces at their ends are none. Pure.
[[nodiscard]] std::optional<LookAlike> lookAlike(std::string_view text);

// What a column has of them.
struct ColumnLooks
{
    struct Seen
    {
        qint64 count = 0;
        Address first{};
    };

    std::array<Seen, size_t(lastLookAlike) + 1> seen{}; // by LookAlike
    qint64 texts = 0;
    qint64 numbers = 0; // of the texts: those that read as numbers, look-alikes or not

    [[nodiscard]] qint64 lookAlikes() const;
    [[nodiscard]] bool isMixed() const { return numbers > 0 && numbers < texts; }

    void add(const Address &at, std::string_view text);
};

} // namespace Sheet
