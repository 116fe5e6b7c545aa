#pragma once

#include "domo/exportfaults.h" // the other causes for refusing a source
#include "domo/queryfaults.h" // likewise

#include <optional>

namespace Writeback {

// The cause of an IncompleteExport: why it is not proved that all rows were received in full.
struct MissingProof
{
    enum class Why {
        LineIsOpen, // the end of the body was not indicated, and its last line does not end like the others
        RowsAreMissing, // fewer rows were received than Domo reports or counts
        RowsAreFiltered, // row policies leave fewer rows than the metadata report, and Domo did not count them
        RowsAreUntold, // the metadata, or the reply, report no number of rows, and Domo did not count them
        EndIsUntold, // the end of the body was not indicated, and more rows were received than Domo reports or counts
        QueryIsAtLimit, // as many rows as Domo returns at most: there may be more
        QueryRowsDiffer, // the reply to a query has another number of rows than it reports, or than Domo counts
    };

    Why why = Why::LineIsOpen;
    qint64 received = 0; // rows
    std::optional<qint64> expected{};

    friend bool operator==(const MissingProof &, const MissingProof &) = default;
};

// What is known about an export and the DataSet's rows.
struct SourceEvidence
{
    qint64 rows = 0; // received
    qint64 blankLines = 0; // at the end of a single column: each may be a row or nothing
    bool isFramed = false; // HTTP indicated the end of the body, and it was reached
    bool endsWhole = false; // the last line ends like the others
    bool isFiltered = false; // by row policies: the metadata count all rows
    std::optional<qint64> told{}; // rows in the metadata
    bool toldAfterwards = false; // in metadata read after the export
    std::optional<qint64> counted{}; // rows by COUNT(*) with the same client, after the export
    int counts = 0; // number of counts requested
    bool countFailed = false; // the last of them
};

struct SourceVerdict
{
    enum class Next {
        Take,
        Count, // the rows (again)
        ReadMetadata, // again: the DataSet may have been reloaded in the meantime
        Refuse,
    };

    Next next = Next::Refuse;
    qint64 rows = 0; // Take: may include blankLines
    std::optional<qint64> fewerTold{}; // Take: Domo reports fewer rows, because some were added in the meantime
    MissingProof missing{}; // Refuse
};

// Is it proved that the export is complete? Yes if as many rows were received as the metadata report for this client,
// and HTTP indicated the end of the body. In all other cases the client's own count decides. If Domo does not count,
// the metadata suffice if as many rows were received as they report and the last line ended. More rows than reported or
// counted do not mean incomplete, but if the end of the body was not indicated, some may be missing. Pure.
[[nodiscard]] SourceVerdict judge(const SourceEvidence &evidence);

// What is known about the reply to a query, whose JSON indicates its own end.
struct QueryEvidence
{
    qint64 rows = 0; // received
    std::optional<qint64> told{}; // in the reply
    std::optional<qint64> counted{}; // rows by COUNT(*) of the query; none: Domo did not count them
    int counts = 0; // number of counts requested
};

// Is it proved that the reply has all rows of the result? Yes if there are as many as Domo counts, or, if it does not
// count, as many as the reply reports, and fewer than Domo's limit. Never ReadMetadata: they do not tell anything of a
// query. Pure.
[[nodiscard]] SourceVerdict judge(const QueryEvidence &evidence);

} // namespace Writeback
