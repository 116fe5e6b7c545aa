#pragma once

#include "sheet/rectangle.h"

#include <QString>

#include <string_view>
#include <vector>

namespace Sheet {

// Cells that a formula names by their position.
struct Reference
{
    Rectangle range; // 0-based; of whole columns or rows: to the limits of a sheet
    QString sheet{}; // as the formula names it, without quotes; empty: the formula's own sheet

    friend bool operator==(const Reference &, const Reference &) = default;
};

// The references in a formula's text (UTF-8, with or without its '='), in their order: B4, $B$4:B9, A:A, 2:3, B3:F,
// 'Other sheet'!C3, Sheet2!A:A. Texts in quotes, names of functions such as LOG10(, and other names are none; nor are
// positions beyond the limits of a sheet. A name of several sheets (Q1:Q3!B4) or with a file in brackets is kept as it
// is written, so that it is no sheet's. What a function makes of its arguments, as OFFSET and INDIRECT do, is not
// followed.
[[nodiscard]] std::vector<Reference> references(std::string_view formula);

} // namespace Sheet
