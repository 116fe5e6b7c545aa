#include "ui/runs/recordtext.h"

#include "words/endtext.h"
#include "words/errortext.h"
#include "words/optiontext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Words::Line; // lupdate loses the context of a function whose type is qualified

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordText)
};

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

Words::PastRun pastRunOf(const History::RunRecord &run)
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
            .shaping = Words::shapingNames(run.entry.options),
            .cellsToChange = run.cellsPlanned,
            .cellsWritten = run.cellsWritten,
            .cellsCompared = run.cellsCompared,
            .cellsWrong = run.cellsWrong};
}

Words::Answer overwrittenAnswer(const History::OtherChange &change)
{
    return Words::overwrittenAnswer(change.writeback, change.sent, QDateTime::currentDateTimeUtc());
}

Line recordState(const History::RunRecord &run)
{
    if (run.isRunning)
        return Words::elsewhereName();
    if (run.isInterrupted())
        return Words::interruptedName(run.changesSent > 0);
    return run.entry.kind == Writeback::RunKind::Check ? Words::checkName(run.state, pastRunOf(run).isDataSet())
                                                       : Words::endName(run.state, run.error);
}

Line recordExplanation(const History::RunRecord &run)
{
    if (run.isInterrupted())
        return {recordState(run).tone, Words::interruptedText(run.changesSent > 0)};
    if (!run.error)
        return {};
    Line line = Words::errorLine(*run.error);
    const auto state = Writeback::stateOf(run.state);
    if (!state)
        return line;
    const QString next = Words::nextText(*state, *run.error);
    return {line.tone, QString(Words::errorText(*run.error).message + u' ' + next).trimmed()};
}

QString targetPath(const Profiles::Profile &profile)
{
    const auto known = [](const QString &name, const QString &id) { return name.isEmpty() ? id : name; };
    return Text::tr("%1 › %2 · %3")
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
    return table({{Text::tr("Writeback"), entry.profileName},
                  {Text::tr("Account"), entry.account},
                  {Text::tr("Workiva Client ID"), entry.clientId},
                  {Text::tr("DataSet ID"), entry.dataSetId},
                  {Text::tr("Spreadsheet ID"), entry.sheet.spreadsheetId},
                  {Text::tr("Sheet ID"), entry.sheet.sheetId},
                  {Text::tr("Region"), entry.region},
                  {Text::tr("Options"), Words::optionNames(entry.options)},
                  {Text::tr("Started"), entry.started.isValid() ? stampText(entry.started) : QString()},
                  {Text::tr("Ended"), facts.ended.isValid() ? stampText(facts.ended) : QString()},
                  {Text::tr("Program"), facts.program}});
}

Runs::RunFacts factsOf(const History::RunRecord &run)
{
    return {
        .entry = run.entry, .ended = run.ended, .program = QStringList{run.program, run.version}.join(u' ').trimmed()};
}

QString recordDetails(const History::RunRecord &run)
{
    const QLocale locale;
    QList<std::pair<QString, QString>> lines{{Text::tr("State"), recordState(run).text},
                                             {Text::tr("Target"), run.entry.target}};
    if (run.ended.isValid())
        lines += {{Text::tr("Range"), run.range},
                  {Text::tr("Rows"), locale.toString(run.sourceRows)},
                  {Text::tr("Cells written"),
                   Text::tr("%1 of %2").arg(locale.toString(run.cellsWritten), locale.toString(run.cellsPlanned))},
                  {Text::tr("Cells compared"), locale.toString(run.cellsCompared)},
                  {Text::tr("Cells that differ"), locale.toString(run.cellsWrong)}};
    QStringList parts{factsText(factsOf(run)), table(lines)};
    if (const QString why = recordExplanation(run).text; !why.isEmpty())
        parts.append(why);
    if (const QString quote = run.error ? Words::errorText(*run.error).quote : QString(); !quote.isEmpty())
        parts.append(quote);
    return parts.join(u"\n\n"_s);
}

} // namespace Ui
