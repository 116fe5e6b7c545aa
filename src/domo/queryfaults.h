#pragma once

#include <QString>

#include <chrono>

namespace Domo {

// The limits that Domo's query connector states. Whether Domo rejects or truncates what exceeds them is not documented.
inline constexpr qint64 maxQueryRows = 1'000'000;
inline constexpr std::chrono::seconds querySeconds{60};

// The causes (Core::Error::cause) of a query that Domo does not answer.

// Rejected: Domo does not run this SQL on this DataSet.
struct QueryRejected
{
    QString message{}; // Domo's, redacted; may be empty

    friend bool operator==(const QueryRejected &, const QueryRejected &) = default;
};

// TimedOut, or ServiceFailed with 504: no response in time.
struct QueryTooSlow
{
    friend bool operator==(const QueryTooSlow &, const QueryTooSlow &) = default;
};

} // namespace Domo
