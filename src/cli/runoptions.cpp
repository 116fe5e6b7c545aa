#include "cli/runoptions.h"

#include "core/inputfault.h"
#include "sheet/period.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace Cli {

namespace {

// The path of a file that need not exist.
QString wholePath(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = file.absoluteDir().canonicalPath(); // empty: there is none
    return QDir(folder.isEmpty() ? file.absolutePath() : folder).filePath(file.fileName());
}

} // namespace

Core::Result<void> apply(const RunOptions &options, bool interactive, Writeback::RunRequest &request)
{
    if (!options.csv.isEmpty() && !options.xlsx.isEmpty() && wholePath(options.csv) == wholePath(options.xlsx))
        return Core::fail(Core::ErrorKind::InvalidInput, options.xlsx, {}, Core::FileGivenTwice{});
    auto rules = rulesOf(options.guards, QDateTime::currentDateTimeUtc().date());
    if (!rules)
        return Core::propagate(rules);
    request.guards = *std::move(rules);
    if (!options.period.isEmpty()) {
        const auto period = Sheet::periodIn(options.period);
        if (!period)
            return Core::propagate(period);
        request.period = *period;
    }
    request.dryRun = options.dryRun;
    request.allowClearing = options.allowClearing;
    request.keepsEdits = options.keepEdited;
    if (options.ignoreEarlier)
        request.unsettled = Writeback::Unsettled::Proceed;
    if (options.wait)
        request.unsettled = Writeback::Unsettled::Wait;
    if (options.waitFor)
        request.settleTime = *options.waitFor;
    if (options.yes || options.dryRun)
        request.prompt = Writeback::Prompt::Never;
    else if (interactive)
        request.prompt = Writeback::Prompt::Always;
    else
        return Core::fail(Core::ErrorKind::NoConsent);
    return {};
}

} // namespace Cli
