#include "workiva/scale.h"

#include <algorithm>
#include <array>

namespace Workiva {

namespace {

constexpr std::array<std::string_view, size_t(lastScale) + 1> words{
    "",          "MILLIONTHS",    "BASIS POINTS", "THOUSANDTHS",      "HUNDREDTHS", "ONES",
    "THOUSANDS", "TEN THOUSANDS", "MILLIONS",     "HUNDRED MILLIONS", "BILLIONS",   "TRILLIONS",
    ""};

} // namespace

Scale scaleNamed(std::string_view word)
{
    const auto known = word.empty() ? words.end() : std::ranges::find(words, word);
    return known == words.end() ? Scale::Unknown : Scale(known - words.begin());
}

QString name(Scale scale)
{
    const std::string_view word = words.at(size_t(scale));
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

} // namespace Workiva
