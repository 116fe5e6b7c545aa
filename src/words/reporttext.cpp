#include "words/reporttext.h"

#include "words/errortext.h"
#include "words/spoken.h"

namespace Words {

QString stateSign(const QString &state)
{
    const bool good =
        state == Writeback::name(Writeback::State::Verified) || state == Writeback::name(Writeback::State::NothingToDo);
    return good ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
}

QString stateName(const QString &state)
{
    return Spoken::tr(state.toUtf8());
}

QString stepText(Writeback::StepName step)
{
    switch (step) {
    case Writeback::StepName::SignIn: return Spoken::tr("Signing in to Domo and Workiva");
    case Writeback::StepName::Settle: return Spoken::tr("Waiting for an earlier write to end");
    case Writeback::StepName::Inspect: return Spoken::tr("Looking at DataSet, spreadsheet and sheet");
    case Writeback::StepName::FetchSource: return Spoken::tr("Fetching the DataSet");
    case Writeback::StepName::ReadTarget: return Spoken::tr("Reading the region");
    case Writeback::StepName::Compose: return Spoken::tr("Comparing");
    case Writeback::StepName::Review: return Spoken::tr("Checking");
    case Writeback::StepName::Recheck: return Spoken::tr("Checking that the sheet has not changed");
    case Writeback::StepName::Write: return Spoken::tr("Writing");
    case Writeback::StepName::Verify: return Spoken::tr("Reading back");
    }
    Q_UNREACHABLE();
}

QString reviewText(const Writeback::ReviewSummary &review)
{
    QStringList lines;
    const bool composed = !review.fit.data.isEmpty();
    if (!review.dataSetName.isEmpty())
        lines.append(composed ? Spoken::tr("From     %1 (%2 rows, %3 columns)")
                                    .arg(review.dataSetName, number(review.sourceRows), number(review.sourceColumns))
                              : Spoken::tr("From     %1").arg(review.dataSetName));
    QStringList place{review.spreadsheetName, review.sheetPath};
    place.removeAll(QString()); // what could not be asked
    const QString to = place.join(QStringLiteral(" / "));
    if (!to.isEmpty())
        lines.append(composed ? Spoken::tr("To       %1 at %2").arg(to, Sheet::toA1(review.fit.data))
                              : Spoken::tr("To       %1").arg(to));
    if (composed) {
        const Writeback::ChangeCounts &changes = review.changes;
        lines.append(Spoken::tr("Changes  %1 changed, %2 new, %3 cleared, %4 unchanged")
                         .arg(number(changes.changed), number(changes.added), number(changes.cleared),
                              number(changes.unchanged)));
    }
    for (const Writeback::Finding &finding : review.findings)
        lines.append((finding.refuses ? Spoken::tr("Stop     %1") : Spoken::tr("Note     %1"))
                         .arg(findingText(finding, review)));
    return lines.join(u'\n');
}

QString reportText(const Writeback::RunReport &report)
{
    QStringList lines;
    const QString review = reviewText(report.review);
    if (!review.isEmpty())
        lines.append(review);
    if (report.cellsCompared > 0)
        lines.append(report.cellsWrong == 0
                         ? Spoken::tr("Proof    %1 cells read back, all as desired").arg(number(report.cellsCompared))
                         : Spoken::tr("Proof    %1 cells read back, %2 of them not as desired")
                               .arg(number(report.cellsCompared), number(report.cellsWrong)));
    lines.append(Spoken::tr("Moved    %1 requests, %2 bytes sent, %3 bytes received")
                     .arg(number(report.requests), number(report.bytesSent), number(report.bytesReceived)));
    lines.append(Spoken::tr("State    %1").arg(stateName(Writeback::name(report.state))));
    lines.append(QString());
    if (report.error) {
        const ErrorText text = errorText(*report.error);
        lines.append(text.message + u' ' + stateText(report.state));
        if (!text.next.isEmpty())
            lines.append(Spoken::tr("Next: %1").arg(text.next));
        if (!text.quote.isEmpty())
            lines.append(Spoken::tr("For support: %1").arg(text.quote));
    } else {
        lines.append(stateText(report.state));
    }
    return lines.join(u'\n');
}

} // namespace Words
