#include "writeback/journal.h"

#include "writeback/runrequest.h"

using namespace Qt::StringLiterals;

namespace Writeback {

JournalEntry entryOf(const RunRequest &request)
{
    return {.profileId = request.profileId,
            .profileName = request.profileName,
            .account = request.account,
            .clientId = request.workiva.clientId,
            .dataSetId = request.dataSet() ? request.dataSet()->dataSetId : QString(),
            .sheet = request.place(),
            .region = request.region.toString(),
            .target = request.target,
            .kind = request.dryRun ? RunKind::Check : RunKind::Writeback};
}

QString targetText(const QString &spreadsheet, const QString &sheet, const QString &region)
{
    return QStringList{spreadsheet, sheet, region}.join(u" / "_s);
}

} // namespace Writeback
