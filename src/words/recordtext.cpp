#include "words/recordtext.h"

#include "words/endtext.h"
#include "words/errortext.h"
#include "words/optiontext.h"
#include "words/spoken.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

// For readers elsewhere: with the offset from UTC, in digits.
QString stampText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return u"%1 (%2)"_s.arg(local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate),
                            local.timeZoneAbbreviation());
}

// Labels with values; unknown values are left out.
QString table(const QList<std::pair<QString, QString>> &lines)
{
    qsizetype width = 0;
    for (const auto &[label, value] : lines)
        width = std::max(width, label.size());
    QStringList texts;
    for (const auto &[label, value] : lines) {
        if (!value.isEmpty())
            texts.append(label.leftJustified(width + 2) + value);
    }
    return texts.join(u'\n');
}

} // namespace

PastRun pastRunOf(const History::RunRecord &run)
{
    return {.isCheck = run.entry.kind == Writeback::RunKind::Check,
            .isElsewhere = run.isRunning,
            .hasSent = run.changesSent > 0,
            .started = run.entry.started,
            .ended = run.ended,
            .target = run.entry.target,
            .state = run.state,
            .error = run.error,
            .leavesCells = run.leftCells(),
            .shaping = shapingNames(run.entry.options),
            .cellsToChange = run.cellsPlanned,
            .cellsWritten = run.cellsWritten,
            .cellsCompared = run.cellsCompared,
            .cellsWrong = run.cellsWrong};
}

Answer overwrittenAnswer(const History::OtherChange &change)
{
    return overwrittenAnswer(change.writeback, change.sent, QDateTime::currentDateTimeUtc());
}

Line recordState(const History::RunRecord &run)
{
    if (run.isRunning)
        return elsewhereName();
    if (run.isInterrupted())
        return interruptedName(run.changesSent > 0);
    return run.entry.kind == Writeback::RunKind::Check ? checkName(run.state, pastRunOf(run).isDataSet())
                                                       : endName(run.state, run.error);
}

Line recordExplanation(const History::RunRecord &run)
{
    if (run.isInterrupted())
        return {recordState(run).tone, interruptedText(run.changesSent > 0)};
    if (!run.error)
        return {};
    Line line = errorLine(*run.error);
    const auto state = Writeback::stateOf(run.state);
    if (!state)
        return line;
    const QString next = nextText(*state, *run.error);
    return {line.tone, QString(errorText(*run.error).message + u' ' + next).trimmed()};
}

QString targetPath(const Profiles::Profile &profile)
{
    const auto known = [](const QString &name, const QString &id) { return name.isEmpty() ? id : name; };
    return Spoken::tr("%1 › %2 · %3")
        .arg(known(profile.spreadsheetName, profile.spreadsheetId), known(profile.sheetPath, profile.sheetId),
             profile.region.toString());
}

QString momentText(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString factsText(const Runs::RunFacts &facts)
{
    const Writeback::JournalEntry &entry = facts.entry;
    return table({{Spoken::tr("Writeback"), entry.profileName},
                  {Spoken::tr("Account"), entry.account},
                  {Spoken::tr("Workiva Client ID"), entry.clientId},
                  {Spoken::tr("DataSet ID"), entry.dataSetId},
                  {Spoken::tr("Spreadsheet ID"), entry.sheet.spreadsheetId},
                  {Spoken::tr("Sheet ID"), entry.sheet.sheetId},
                  {Spoken::tr("Region"), entry.region},
                  {Spoken::tr("Options"), optionNames(entry.options)},
                  {Spoken::tr("Started"), entry.started.isValid() ? stampText(entry.started) : QString()},
                  {Spoken::tr("Ended"), facts.ended.isValid() ? stampText(facts.ended) : QString()},
                  {Spoken::tr("Program"), facts.program}});
}

Runs::RunFacts factsOf(const History::RunRecord &run)
{
    return {
        .entry = run.entry, .ended = run.ended, .program = QStringList{run.program, run.version}.join(u' ').trimmed()};
}

QString recordDetails(const History::RunRecord &run)
{
    const QLocale locale;
    QList<std::pair<QString, QString>> lines{{Spoken::tr("State"), recordState(run).text},
                                             {Spoken::tr("Target"), run.entry.target}};
    if (run.ended.isValid())
        lines += {{Spoken::tr("Range"), run.range},
                  {Spoken::tr("Rows"), locale.toString(run.sourceRows)},
                  {Spoken::tr("Cells written"),
                   Spoken::tr("%1 of %2").arg(locale.toString(run.cellsWritten), locale.toString(run.cellsPlanned))},
                  {Spoken::tr("Cells compared"), locale.toString(run.cellsCompared)},
                  {Spoken::tr("Cells that differ"), locale.toString(run.cellsWrong)}};
    QStringList parts{factsText(factsOf(run)), table(lines)};
    if (const QString why = recordExplanation(run).text; !why.isEmpty())
        parts.append(why);
    if (const QString quote = run.error ? errorText(*run.error).quote : QString(); !quote.isEmpty())
        parts.append(quote);
    return parts.join(u"\n\n"_s);
}

} // namespace Words
