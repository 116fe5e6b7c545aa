#include "writeback/sourceproof.h"

namespace Writeback {

namespace {

using Next = SourceVerdict::Next;
using Why = MissingProof::Why;

constexpr int maxCounts = 2;

qint64 maxRows(const SourceEvidence &evidence)
{
    return evidence.rows + evidence.blankLines;
}

bool matches(const SourceEvidence &evidence, std::optional<qint64> number)
{
    return number && *number >= evidence.rows && *number <= maxRows(evidence);
}

SourceVerdict take(qint64 rows)
{
    return {.next = Next::Take, .rows = rows};
}

SourceVerdict refuse(Why why, const SourceEvidence &evidence, std::optional<qint64> expected = {})
{
    return {.next = Next::Refuse, .missing = {.why = why, .received = maxRows(evidence), .expected = expected}};
}

SourceVerdict refuse(Why why, const QueryEvidence &evidence, std::optional<qint64> expected = {})
{
    return {.next = Next::Refuse, .missing = {.why = why, .received = evidence.rows, .expected = expected}};
}

// More rows were received than `told`.
SourceVerdict takeMore(const SourceEvidence &evidence, qint64 told)
{
    const bool isWhole = evidence.isFramed || (!evidence.isFiltered && matches(evidence, evidence.told));
    if (!isWhole)
        return refuse(Why::EndIsUntold, evidence, told);
    SourceVerdict verdict = take(evidence.rows);
    verdict.fewerTold = told;
    return verdict;
}

SourceVerdict judgeByCount(const SourceEvidence &evidence)
{
    const qint64 counted = *evidence.counted;
    if (matches(evidence, counted))
        return take(counted);
    if (counted > evidence.rows)
        return refuse(Why::RowsAreMissing, evidence, counted);
    if (!evidence.countFailed && evidence.counts < maxCounts)
        return {.next = Next::Count};
    return takeMore(evidence, counted);
}

SourceVerdict judgeByMetadata(const SourceEvidence &evidence)
{
    if (matches(evidence, evidence.told))
        return take(*evidence.told);
    if (!evidence.toldAfterwards)
        return {.next = Next::ReadMetadata};
    if (!evidence.told)
        return refuse(Why::RowsAreUntold, evidence);
    if (evidence.isFiltered)
        return refuse(Why::RowsAreFiltered, evidence, evidence.told);
    if (*evidence.told > evidence.rows)
        return refuse(Why::RowsAreMissing, evidence, evidence.told);
    return takeMore(evidence, *evidence.told);
}

} // namespace

SourceVerdict judge(const SourceEvidence &evidence)
{
    // A count does not detect a truncated last value.
    if (!evidence.isFramed && !evidence.endsWhole)
        return refuse(Why::LineIsOpen, evidence);
    if (evidence.counted)
        return judgeByCount(evidence);
    if (evidence.countFailed)
        return judgeByMetadata(evidence);
    if (evidence.isFramed && !evidence.isFiltered && matches(evidence, evidence.told))
        return take(*evidence.told);
    return {.next = Next::Count};
}

SourceVerdict judge(const QueryEvidence &evidence)
{
    if (evidence.rows >= Domo::maxQueryRows)
        return refuse(Why::QueryIsAtLimit, evidence, Domo::maxQueryRows);
    if (evidence.told && *evidence.told != evidence.rows)
        return refuse(Why::QueryRowsDiffer, evidence, evidence.told);
    if (!evidence.told && !evidence.counted)
        return refuse(Why::RowsAreUntold, evidence);
    if (!evidence.counted || *evidence.counted == evidence.rows)
        return take(evidence.rows);
    if (evidence.counts < maxCounts) // rows may have been loaded between the two
        return {.next = Next::Count};
    return refuse(Why::QueryRowsDiffer, evidence, evidence.counted);
}

} // namespace Writeback
