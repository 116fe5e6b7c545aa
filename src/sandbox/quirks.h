#pragma once

#include "core/result.h"

namespace Sandbox {

// How the real services behave where nobody has written it down: one switch for each question.
struct Quirks
{
    bool grow = true; // a write beyond the sheet's last row or column makes the sheet larger; otherwise it is refused
    bool coercion = true; // text that looks like a number or a date becomes one, unless the cell has the TEXT format
    bool formulaInText = false; // text beginning with = becomes a formula even under the TEXT format
    bool atomicPut = true; // a failed write has written nothing; otherwise the first half of the rows
    bool overlap = true; // a second write of a sheet is accepted while the first still runs; otherwise it is a conflict
    bool csvNullIsBackslashN = false; // the export writes null as \N; otherwise as nothing between two commas

    // NAME=VALUE. InvalidInput names what is unknown.
    [[nodiscard]] Core::Result<void> set(const QString &assignment);

    friend bool operator==(const Quirks &, const Quirks &) = default;
};

// "NAME=first|second", the default first.
[[nodiscard]] QStringList quirkNames();

} // namespace Sandbox
