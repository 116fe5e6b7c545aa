#pragma once

#include "core/result.h"

#include <chrono>

namespace Sandbox {

// How the real services behave where nobody has written it down: one switch for each question.
struct Quirks
{
    enum class PageRange { Absolute, Relative, Request, Absent };
    enum class LockedCells { Fail, Skip, Refuse };
    enum class DateRaw { Iso, Serial, Text };
    enum class TextKeeps { All, Lf, Nfc, Trimmed };
    enum class OperationAddress { Header, Body, Both, None };
    enum class OperationWords { Plain, Capitals, Other };

    bool grow = true; // a write beyond the sheet's last row or column makes the sheet larger; otherwise it is refused
    bool coercion = true; // text that looks like a number or a date becomes one, unless the cell has the TEXT format
    bool formulaInText = false; // text beginning with = becomes a formula even under the TEXT format
    bool atomicPut = true; // a failed write has written nothing; otherwise the first half of the rows
    bool overlap = true; // a second write of a sheet is accepted while the first still runs; otherwise it is a conflict
    bool csvNullIsBackslashN = false; // the export writes null as \N; otherwise as nothing between two commas
    std::chrono::milliseconds readLag{0}; // how long reads show a sheet as it was before an operation
    PageRange pageRange = PageRange::Absolute; // what a page of values says of its place
    bool paddedRows = true; // a blank row of a page is as wide as the others; otherwise it is []
    bool edgeRead = true; // a closed region that goes beyond the sheet is read as far as there is one; or refused
    bool openRead = true; // values of an open region are read; or refused
    LockedCells lockedCells = LockedCells::Fail; // the operation fails, passes them over, or the request is refused
    bool linksAreFree = true; // cells with a link may be overwritten; otherwise the request is refused
    DateRaw dateRaw = DateRaw::Iso; // what text that was taken for a date reads as
    TextKeeps textKeeps = TextKeeps::All; // what becomes of the characters of a text
    bool allDigits = true; // numbers keep the 17 digits of a double; otherwise 15
    bool formatKept = true; // a value format takes effect; otherwise it is accepted and forgotten
    OperationAddress operationAddress = OperationAddress::Header; // where a 202 tells its operation
    OperationWords operationWords = OperationWords::Plain; // for what state an operation is in

    // NAME=VALUE. InvalidInput names what is unknown.
    [[nodiscard]] Core::Result<void> set(const QString &assignment);

    friend bool operator==(const Quirks &, const Quirks &) = default;
};

// "NAME=first|second|…", the default first. A value in capitals stands for any number.
[[nodiscard]] QStringList quirkNames();
[[nodiscard]] QStringList quirkLines(); // the same with what they mean, for people

} // namespace Sandbox
