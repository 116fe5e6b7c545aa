#pragma once

#include <QString>

#include <optional>
#include <string>

namespace Ui {

// How numbers are displayed to be read; what is sent stays as it is. Kept in the window's settings.
struct NumberStyle
{
    bool separators = false; // of thousands, in the reader's locale
    bool parentheses = false; // around a negative number, instead of its sign

    [[nodiscard]] bool isPlain() const { return !separators && !parentheses; }
    // `digits`: a number as it is sent, "-1234.50". Any other text, such as one with an exponent, is left as it is.
    [[nodiscard]] QString applied(const QString &digits) const;

    [[nodiscard]] static NumberStyle saved();
    void save() const;

    friend bool operator==(const NumberStyle &, const NumberStyle &) = default;
};

// The digits of a number as a reader types it, in the reader's locale or as it is sent, without its sign and in the
// form of Sheet::difference(). None: no number.
[[nodiscard]] std::optional<std::string> magnitudeOf(const QString &text);

} // namespace Ui
