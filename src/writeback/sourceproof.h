#pragma once

#include "domo/exportfaults.h" // the other causes that a source is refused with

#include <optional>

namespace Writeback {

// The cause of an IncompleteExport: which proof is missing that all rows came, and every value of them.
struct MissingProof
{
    enum class Why {
        LineIsOpen, // nothing told where the body ends, and its last line does not end as the others do
        RowsAreMissing, // fewer came than Domo tells or counts
        RowsAreFiltered, // row policies leave fewer than the metadata tell, and Domo did not count them
        RowsAreUntold, // the metadata tell no number of rows, and Domo did not count them
        EndIsUntold, // nothing told where the body ends, and the rows that came are more than Domo tells or counts
    };

    Why why = Why::LineIsOpen;
    qint64 received = 0; // rows
    std::optional<qint64> expected{};

    friend bool operator==(const MissingProof &, const MissingProof &) = default;
};

// What is known of an export and of the DataSet's rows.
struct SourceEvidence
{
    qint64 rows = 0; // that came
    qint64 blankLines = 0; // at the end of a single column: each is one row more, or nothing
    bool isFramed = false; // HTTP told where the body ends, and it ended there
    bool endsWhole = false; // the last line ends as the others do
    bool isFiltered = false; // by row policies: the metadata tell the rows of all
    std::optional<qint64> told{}; // rows by the metadata
    bool toldAfterwards = false; // by metadata that were read after the export
    std::optional<qint64> counted{}; // rows by COUNT(*) of the same client, after the export
    int counts = 0; // that were asked for
    bool countFailed = false; // the last of them
};

struct SourceVerdict
{
    enum class Next {
        Take,
        Count, // the rows, (once more)
        AskMetadata, // once more: the DataSet may have been loaded anew in the meantime
        Refuse,
    };

    Next next = Next::Refuse;
    qint64 rows = 0; // Take: of them blankLines may be a part
    std::optional<qint64> fewerTold{}; // Take: Domo tells fewer rows, since some came while it was asked
    MissingProof missing{}; // Refuse
};

// Is it proved that the export is whole? Yes, when as many rows came as the metadata tell for this client and HTTP told
// that the body ended. In every other case the client's own count decides; where Domo does not count, the metadata as
// far as they reach: as many rows as they tell, whose last line ended, are all. More rows than told or counted are not
// incomplete, but where nothing told the end of the body, some of them may be missing. Pure.
[[nodiscard]] SourceVerdict judge(const SourceEvidence &evidence);

} // namespace Writeback
