#include "words/reviewtext.h"

#include "words/shown.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

// The key of a row, for a sentence.
QString shownKey(const QStringList &key)
{
    QStringList parts;
    for (const QString &part : key)
        parts.append(shown(part));
    return parts.join(u", "_s);
}

using Review::Kind;
using Review::Lens;

QString valuesText(qint64 values)
{
    return values == 1 ? Spoken::tr("Write 1 value") : Spoken::tr("Write %1 values").arg(number(values));
}

QString appendText(const Writeback::AppendedRows &rows)
{
    const QString first = number(rows.first);
    return rows.count == 1 ? Spoken::tr("Append 1 row at row %1").arg(first)
                           : Spoken::tr("Append %1 rows from row %2").arg(number(rows.count), first);
}

QString changesText(const Writeback::ChangeCounts &changes)
{
    const qint64 values = changes.changed + changes.added;
    if (changes.cleared == 0)
        return values == 0 ? QString() : valuesText(values);
    const QString cells = number(changes.cleared);
    if (values == 0)
        return changes.cleared == 1 ? Spoken::tr("Clear 1 cell") : Spoken::tr("Clear %1 cells").arg(cells);
    return changes.cleared == 1 ? Spoken::tr("%1, clear 1 cell", "Write 250 values").arg(valuesText(values))
                                : Spoken::tr("%1, clear %2 cells", "Write 250 values").arg(valuesText(values), cells);
}

QString keptSentence(const CellFacts &cell)
{
    QString stays = cell.before.isEmpty()
        ? Spoken::tr("%1 stays empty, as it was edited in the sheet.").arg(cell.place)
        : Spoken::tr("%1 stays %2, as it was edited in the sheet.").arg(cell.place, cell.before);
    if (cell.left)
        stays = cell.left->isEmpty()
            ? Spoken::tr("%1 The last verified run left it empty.", "E5 stays 7.").arg(stays)
            : Spoken::tr("%1 The last verified run left %2 there.", "E5 stays 7.").arg(stays, *cell.left);
    return cell.after.isEmpty() ? Spoken::tr("%1 The data has no value for it.", "E5 stays 7.").arg(stays)
                                : Spoken::tr("%1 The data has %2.", "E5 stays 7.").arg(stays, cell.after);
}

// After the sentence that says what changes.
QString editSentence(const CellFacts &cell)
{
    if (!cell.left)
        return Spoken::tr("It was edited in the sheet since the last verified run.");
    if (cell.left->isEmpty())
        return Spoken::tr("It was edited in the sheet since the last verified run, which left it empty.");
    return Spoken::tr("It was edited in the sheet since the last verified run, which left %1 there.").arg(*cell.left);
}

QString rowsText(const Writeback::KeyCounts &counts)
{
    QStringList parts;
    if (counts.added > 0)
        parts.append(counts.added == 1 ? Spoken::tr("1 row new") : Spoken::tr("%1 rows new").arg(number(counts.added)));
    if (counts.gone > 0)
        parts.append(counts.gone == 1 ? Spoken::tr("1 row gone") : Spoken::tr("%1 rows gone").arg(number(counts.gone)));
    if (counts.changed > 0)
        parts.append(counts.changed == 1 ? Spoken::tr("1 row changed")
                                         : Spoken::tr("%1 rows changed").arg(number(counts.changed)));
    return parts.isEmpty() ? Spoken::tr("No row is new, gone or changed") : parts.join(u", "_s);
}

QString changeSentence(const CellFacts &cell)
{
    switch (cell.change) {
    case Sheet::Change::Unchanged:
        return cell.before.isEmpty() ? Spoken::tr("%1 stays empty.").arg(cell.place)
                                     : Spoken::tr("%1 stays %2.").arg(cell.place, cell.before);
    case Sheet::Change::Changed:
        if (cell.wasFormula)
            return Spoken::tr("%1: the formula %2 is overwritten with %3.").arg(cell.place, cell.before, cell.after);
        if (!cell.difference.isEmpty())
            return Spoken::tr("%1 changes from %2 to %3, by %4.")
                .arg(cell.place, cell.before, cell.after, cell.difference);
        return Spoken::tr("%1 changes from %2 to %3.").arg(cell.place, cell.before, cell.after);
    case Sheet::Change::New: return Spoken::tr("%1 is new: %2.").arg(cell.place, cell.after);
    case Sheet::Change::Cleared:
        return cell.wasFormula ? Spoken::tr("%1: the formula %2 is cleared.").arg(cell.place, cell.before)
                               : Spoken::tr("%1 is cleared. It holds %2 now.").arg(cell.place, cell.before);
    case Sheet::Change::Kept:
        if (cell.wasFormula)
            return Spoken::tr("%1 keeps its formula %2.").arg(cell.place, cell.before);
        return cell.before.isEmpty() ? Spoken::tr("%1 is left as it is, empty.").arg(cell.place)
                                     : Spoken::tr("%1 is left as it is: %2.").arg(cell.place, cell.before);
    }
    Q_UNREACHABLE();
}

} // namespace

QString writeText(const Writeback::ReviewSummary &review)
{
    const QString written = review.appended ? appendText(*review.appended) : changesText(review.changes);
    qint64 kept = 0;
    for (const Writeback::Finding &finding : review.findings)
        kept += finding.kind == Writeback::Finding::Kind::EditsKept ? finding.count : 0;
    if (kept == 0)
        return written.isEmpty() ? Spoken::tr("Nothing to write") : written;
    const QString cells = number(kept);
    if (written.isEmpty())
        return kept == 1 ? Spoken::tr("Keep 1 edited cell") : Spoken::tr("Keep %1 edited cells").arg(cells);
    return kept == 1 ? Spoken::tr("%1, keep 1 edited cell", "Write 250 values").arg(written)
                     : Spoken::tr("%1, keep %2 edited cells", "Write 250 values").arg(written, cells);
}

QString keptName()
{
    return Spoken::tr("kept", "an edited cell");
}

QString movesText(const Writeback::KeyCounts &counts)
{
    if (counts.movedCells == 0)
        return {};
    return Spoken::tr("%1; %2 cells written, %3 of them because rows move", "1 row new")
        .arg(rowsText(counts), number(counts.writtenCells), number(counts.movedCells));
}

QString greatestText(const Review::GreatestDifference &greatest, const GreatestTexts &numbers)
{
    const QString row = greatest.key.isEmpty() ? greatest.place : shownKey(greatest.key);
    return Spoken::tr("Greatest difference: %1 of %2, from %3 to %4, by %5.", "column, row")
        .arg(shown(greatest.column), row, numbers.before, numbers.after, numbers.difference);
}

QString goneText(const Review::Highlights &highlights)
{
    QStringList rows;
    for (const QStringList &key : highlights.gone)
        rows.append(shownKey(key));
    const QString named = rows.join(u"; "_s);
    const qint64 further = highlights.goneRows - highlights.gone.size();
    return further > 0 ? Spoken::tr("Rows gone: %1, and %2 more.").arg(named, number(further))
                       : Spoken::tr("Rows gone: %1.").arg(named);
}

QString keyName(const Writeback::KeyCounts &counts)
{
    QStringList names;
    for (const QString &column : counts.key)
        names.append(shown(column));
    const QString key = names.join(u", "_s);
    return counts.isSuggested ? Spoken::tr("Key: %1 (suggested)").arg(key) : Spoken::tr("Key: %1").arg(key);
}

QString kindText(Lens lens, Kind kind, qint64 count)
{
    const QString many = number(count);
    switch (kind) {
    case Kind::Edited: return Spoken::tr("%1 edited since the last run", "cells or rows").arg(many);
    case Kind::Changed: return Spoken::tr("%1 changed", "cells or rows").arg(many);
    case Kind::New: return Spoken::tr("%1 new", "cells or rows").arg(many);
    case Kind::Cleared:
        return lens == Lens::ByKey ? Spoken::tr("%1 gone", "rows").arg(many)
                                   : Spoken::tr("%1 cleared", "cells").arg(many);
    case Kind::Moved: return Spoken::tr("%1 moved", "rows").arg(many);
    case Kind::FormulaLost:
        if (lens == Lens::ByKey)
            return count == 1 ? Spoken::tr("1 row loses formulas") : Spoken::tr("%1 rows lose formulas").arg(many);
        return count == 1 ? Spoken::tr("1 formula lost") : Spoken::tr("%1 formulas lost").arg(many);
    case Kind::FormulaKept: return count == 1 ? Spoken::tr("1 formula kept") : Spoken::tr("%1 formulas kept").arg(many);
    case Kind::LeftAlone: return Spoken::tr("%1 left as they are", "cells").arg(many);
    case Kind::Equal: return Spoken::tr("%1 equal", "cells or rows").arg(many);
    }
    Q_UNREACHABLE();
}

QString comparedText(const Writeback::RunReport &report)
{
    const Writeback::ChangeCounts &changes = report.review.changes;
    const qint64 written = changes.changed + changes.added + changes.cleared;
    return Spoken::tr("Cells compared: %1, equal: %2")
        .arg(number(report.cellsCompared), number(report.cellsCompared - written));
}

QString cellText(const CellFacts &cell)
{
    if (cell.isKept)
        return keptSentence(cell);
    QString sentence = changeSentence(cell);
    if (cell.wasEdited)
        sentence += u' ' + editSentence(cell);
    if (cell.fromRow == 0 || cell.fromRow == cell.toRow)
        return sentence;
    if (cell.toRow == 0)
        return Spoken::tr("%1 The row is not in the data.", "C12 is cleared.").arg(sentence);
    return Spoken::tr("%1 The row moves from %2 to %3.", "E5 stays 7.")
        .arg(sentence, number(cell.fromRow), number(cell.toRow));
}

} // namespace Words
