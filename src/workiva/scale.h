#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace Workiva {

// In what a value format shows or enters numbers: its shownIn and enteredIn, by the words of the contract.
enum class Scale : unsigned char {
    NotTold,
    Millionths,
    BasisPoints,
    Thousandths,
    Hundredths,
    Ones,
    Thousands,
    TenThousands,
    Millions,
    HundredMillions,
    Billions,
    Trillions,
    Unknown, // a word that this version does not know
};
inline constexpr Scale lastScale = Scale::Unknown;

[[nodiscard]] constexpr bool isOther(Scale scale) // than ones, as far as is known
{
    return scale != Scale::NotTold && scale != Scale::Ones && scale != Scale::Unknown;
}

[[nodiscard]] Scale scaleNamed(std::string_view word); // Unknown for any other word
[[nodiscard]] QString name(Scale scale); // "TEN THOUSANDS"; empty where there is no word

} // namespace Workiva
