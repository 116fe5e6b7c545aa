#pragma once

#include "core/result.h"

#include <chrono>

namespace Sandbox {

// Undocumented behaviour of the real services: one switch for each open question.
struct Quirks
{
    enum class PageRange { Absolute, Relative, Request, Absent };
    enum class LockedCells { Fail, Skip, Refuse };
    enum class DateRaw { Iso, Serial, Text };
    enum class TextKeeps { All, Lf, Nfc, Trimmed };
    enum class OperationAddress { Header, Body, Both, None };
    enum class OperationWords { Plain, Capitals, Other };
    enum class QueryReply { HeadFirst, RowsFirst, Untyped };

    bool grow = true; // a write beyond the last row or column extends the sheet; otherwise it is rejected
    bool coercion = true; // text that looks like a number or a date is converted, unless the cell has the TEXT format
    bool formulaInText = false; // text beginning with = becomes a formula even with the TEXT format
    bool atomicPut = true; // a failed write has written nothing; otherwise the first half of its rows
    bool overlap = true; // a second write to a sheet is accepted during the first; otherwise it is a conflict
    bool csvNullIsBackslashN = false; // the export writes null as \N; otherwise as an empty field
    std::chrono::milliseconds readLag{0}; // how long reads return the state before an operation
    PageRange pageRange = PageRange::Absolute; // the range that a page of values reports
    bool paddedRows = true; // a blank row of a page has as many cells as the others; otherwise it is []
    bool edgeRead = true; // a closed region beyond the sheet is read as far as it exists; otherwise rejected
    bool openRead = true; // values of an open region are returned; otherwise rejected
    LockedCells lockedCells = LockedCells::Fail; // the operation fails, it skips them, or the request is rejected
    bool linksAreFree = true; // cells with a link may be overwritten; otherwise the request is rejected
    DateRaw dateRaw = DateRaw::Iso; // raw value of text converted to a date
    TextKeeps textKeeps = TextKeeps::All; // how the characters of a text are stored
    bool allDigits = true; // numbers keep the 17 digits of a double; otherwise 15
    bool formatKept = true; // a value format takes effect; otherwise it is accepted and ignored
    OperationAddress operationAddress = OperationAddress::Header; // where a 202 response names its operation
    OperationWords operationWords = OperationWords::Plain; // names of the states of an operation
    bool subqueries = true; // SQL may have a query within a query; otherwise it is rejected
    QueryReply queryReply = QueryReply::HeadFirst; // the order of its members, or without the types of computed columns
    int queryLimit = 0; // rows of a reply, beyond which it is cut off silently; 0: none

    // NAME=VALUE. InvalidInput names the unknown part.
    [[nodiscard]] Core::Result<void> set(const QString &assignment);

    friend bool operator==(const Quirks &, const Quirks &) = default;
};

// "NAME=first|second|…", the default first. A value in capitals stands for any number.
[[nodiscard]] QStringList quirkNames();
[[nodiscard]] QStringList quirkLines(); // the same with their descriptions, for people

} // namespace Sandbox
