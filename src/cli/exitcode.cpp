#include "cli/exitcode.h"

#include <algorithm>

namespace Cli {

namespace {

ExitCode ofFailure(Core::ErrorKind kind)
{
    switch (kind) {
    case Core::ErrorKind::BadCredentials:
    case Core::ErrorKind::NoAccount:
    case Core::ErrorKind::MissingScope: return ExitCode::Credentials;
    case Core::ErrorKind::NotFound:
    case Core::ErrorKind::NoAccess: return ExitCode::NotFound;
    case Core::ErrorKind::InvalidInput:
    case Core::ErrorKind::BadAddress:
    case Core::ErrorKind::InvalidRegion: return ExitCode::Usage;
    default: return ExitCode::Failed;
    }
}

} // namespace

ExitCode exitCode(const Writeback::RunReport &report)
{
    switch (report.state) {
    case Writeback::State::Verified:
    case Writeback::State::NothingToDo: return ExitCode::Done;
    case Writeback::State::Planned: return ExitCode::Differences;
    case Writeback::State::Refused: return ExitCode::Refused;
    case Writeback::State::Failed: return report.error ? ofFailure(report.error->kind) : ExitCode::Failed;
    case Writeback::State::PartlyWritten:
    case Writeback::State::Mismatch: return ExitCode::NotAsDesired;
    case Writeback::State::OutcomeUnknown: return ExitCode::OutcomeUnknown;
    case Writeback::State::Cancelled: return ExitCode::Cancelled;
    }
    Q_UNREACHABLE();
}

ExitCode checkCode(const Writeback::RunReport &report, const std::optional<qint64> &pendingChanges)
{
    if (report.state == Writeback::State::NothingToDo && pendingChanges != 0)
        return ExitCode::OutcomeUnknown; // it matches, but something may still arrive
    if (report.state == Writeback::State::Planned && report.regionSince && report.regionSince->changed > 0)
        return ExitCode::RegionChanged;
    return exitCode(report);
}

const QList<ExitCode> &bySeriousness()
{
    static const QList<ExitCode> codes{
        ExitCode::OutcomeUnknown, ExitCode::NotAsDesired,  ExitCode::Failed,      ExitCode::NotFound,
        ExitCode::Credentials,    ExitCode::Usage,         ExitCode::Refused,     ExitCode::Cancelled,
        ExitCode::ReportLost,     ExitCode::RegionChanged, ExitCode::Differences, ExitCode::NeedsAttention,
        ExitCode::Done,
    };
    return codes;
}

ExitCode mostSerious(const QList<ExitCode> &codes)
{
    const auto found = std::ranges::find_if(bySeriousness(), [&codes](ExitCode code) { return codes.contains(code); });
    return found == bySeriousness().end() ? ExitCode::Done : *found;
}

ExitCode withoutReport(ExitCode code)
{
    return code == ExitCode::Done || code == ExitCode::Differences ? ExitCode::ReportLost : code;
}

} // namespace Cli
