#include "cli/reporttext.h"

#include "cli/errortext.h"

#include <QLocale>

namespace Cli {

namespace {

QString count(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

} // namespace

QString stepText(Writeback::StepName step)
{
    switch (step) {
    case Writeback::StepName::SignIn: return QStringLiteral("Signing in to Domo and Workiva");
    case Writeback::StepName::Inspect: return QStringLiteral("Looking at DataSet, spreadsheet and sheet");
    case Writeback::StepName::FetchSource: return QStringLiteral("Fetching the DataSet");
    case Writeback::StepName::ReadTarget: return QStringLiteral("Reading the region");
    case Writeback::StepName::Compose: return QStringLiteral("Comparing");
    case Writeback::StepName::Review: return QStringLiteral("Checking");
    case Writeback::StepName::Write: return QStringLiteral("Writing");
    case Writeback::StepName::Verify: return QStringLiteral("Reading back");
    }
    Q_UNREACHABLE();
}

QString reviewText(const Writeback::ReviewSummary &review)
{
    QStringList lines;
    const bool composed = !review.fit.data.isEmpty();
    if (!review.dataSetName.isEmpty())
        lines.append(QStringLiteral("From     %1%2")
                         .arg(review.dataSetName,
                              composed ? QStringLiteral(" (%1 rows, %2 columns)")
                                             .arg(count(review.sourceRows), count(review.sourceColumns))
                                       : QString()));
    if (!review.sheetPath.isEmpty())
        lines.append(QStringLiteral("To       %1 / %2%3")
                         .arg(review.spreadsheetName, review.sheetPath,
                              composed ? QStringLiteral(" at %1").arg(Sheet::toA1(review.fit.data)) : QString()));
    if (composed) {
        const Writeback::ChangeCounts &changes = review.changes;
        lines.append(
            QStringLiteral("Changes  %1 changed, %2 new, %3 cleared, %4 unchanged")
                .arg(count(changes.changed), count(changes.added), count(changes.cleared), count(changes.unchanged)));
    }
    for (const Writeback::Finding &finding : review.findings)
        lines.append((finding.refuses ? QStringLiteral("Stop     ") : QStringLiteral("Note     "))
                     + findingText(finding, review));
    return lines.join(u'\n');
}

QString reportText(const Writeback::RunReport &report)
{
    QStringList lines;
    const QString review = reviewText(report.review);
    if (!review.isEmpty())
        lines.append(review);
    if (report.cellsVerified > 0)
        lines.append(QStringLiteral("Proof    %1 cells read back, %2 of them not as desired")
                         .arg(count(report.cellsVerified), count(report.cellsWrong)));
    lines.append(QStringLiteral("Moved    %1 requests, %2 bytes sent, %3 bytes received")
                     .arg(count(report.requests), count(report.bytesSent), count(report.bytesReceived)));
    lines.append(QStringLiteral("State    %1").arg(Writeback::name(report.state)));
    lines.append(QString());
    if (report.error) {
        const ErrorText text = errorText(*report.error, report.state);
        lines.append(text.message);
        if (!text.next.isEmpty())
            lines.append(QStringLiteral("Next: %1").arg(text.next));
        if (!text.quote.isEmpty())
            lines.append(QStringLiteral("For support: %1").arg(text.quote));
    } else {
        lines.append(stateText(report.state));
    }
    return lines.join(u'\n');
}

} // namespace Cli
