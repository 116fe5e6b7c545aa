#include "words/findingtext.h"

#include "sheet/decimal.h"
#include "words/columnstext.h"
#include "words/regiontext.h"
#include "words/placestext.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "words/whentext.h"

#include <algorithm>

namespace Words {

using namespace Qt::StringLiterals;

using Sheet::Verdict;
using Writeback::Finding;

namespace {

QString lostText(const Finding &finding, const Writeback::ReviewSummary &review)
{
    const QString count = number(finding.count);
    switch (finding.kind) {
    case Finding::Kind::EmptySource:
        return Spoken::tr("There are no rows to write: %1 cells in the sheet would be cleared.").arg(count);
    case Finding::Kind::ClearsMoreThanItWrites:
        return Spoken::tr("%1 cells in the sheet would be cleared, more than would be written.").arg(count);
    case Finding::Kind::CellsEdited:
        if (finding.count == 1)
            return Spoken::tr("1 cell that changed in the sheet since the last verified run would be overwritten: %1.")
                .arg(finding.place);
        return Spoken::tr("%1 cells that changed in the sheet since the last verified run would be overwritten, the "
                          "first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::FormulasOverwritten:
        if (finding.count == 1)
            return Spoken::tr("1 formula would be overwritten, at %1; its calculation would be lost.")
                .arg(finding.place);
        return Spoken::tr("%1 formulas would be overwritten, the first at %2; their calculations would be lost.")
            .arg(count, finding.place);
    default: return findingText(finding, review);
    }
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

// As Domo sent it, where it is no time that can be read.
QString loadedText(const QString &loaded)
{
    const QDateTime time = QDateTime::fromString(loaded, Qt::ISODate);
    return time.isValid() ? exactTimeText(time) : shown(loaded);
}

QString withColumns(const QString &text, const Finding &finding)
{
    const QString columns = columnsText(finding);
    return columns.isEmpty() ? text : text + u' ' + columns;
}

// NOLINTNEXTLINE(readability-function-size): one sentence per kind
QString foundText(const Finding &found, const Writeback::ReviewSummary &review)
{
    const QString count = number(found.count);
    Finding finding = found;
    finding.place = shown(found.place);
    switch (finding.kind) {
    case Finding::Kind::Overflow:
        return Spoken::tr("The data needs %1, which does not fit the region. Regions that would fit: %2")
            .arg(finding.place, alternativesText(review.fit));
    case Finding::Kind::TooManyCells:
        return Spoken::tr("%1 cells exceed the limit of a spreadsheet (%2).")
            .arg(count, number(Sheet::maxSpreadsheetCells));
    case Finding::Kind::TooManyRows:
        return Spoken::tr("%1 rows exceed the limit of a sheet (%2).").arg(count, number(Sheet::maxRows));
    case Finding::Kind::TooManyColumns:
        return Spoken::tr("%1 columns exceed the limit of a sheet (%2).").arg(count, number(Sheet::maxColumns));
    case Finding::Kind::CellTooLong:
        return Spoken::tr("Texts longer than %1 characters: %2, the first at %3.")
            .arg(number(Sheet::maxCellCharacters), count, finding.place);
    case Finding::Kind::NumberTooPrecise:
        return withColumns(Spoken::tr("Numbers with more digits than a sheet can store: %1, the first at %2.")
                               .arg(count, finding.place),
                           finding);
    case Finding::Kind::SpreadsheetLocked: return Spoken::tr("The spreadsheet is locked.");
    case Finding::Kind::SheetLocked: return Spoken::tr("The sheet is locked.");
    case Finding::Kind::LinkedDataset:
        return Spoken::tr("The region overlaps a linked dataset at %1.").arg(finding.place);
    case Finding::Kind::InputMode: return Spoken::tr("The sheet is in input mode: only its input cells accept values.");
    case Finding::Kind::FormulasOverwritten:
        return Spoken::tr("Formulas to be overwritten: %1, the first at %2.").arg(count, finding.place);
    case Finding::Kind::FormulasKept:
        return Spoken::tr("Formulas that are kept where the data has other values, or none: %1, the first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::UnknownColumnTypes:
        return finding.count == 0 ? Spoken::tr("Domo did not report the column types.")
                                  : Spoken::tr("Columns of an unknown type: %1 (%2).").arg(count, finding.place);
    case Finding::Kind::HeaderDiffers:
        return Spoken::tr("Column names that differ between the export and the DataSet in spaces, case or Unicode "
                          "form: %1, the first \"%2\". Columns are matched by position.")
            .arg(count, finding.place);
    case Finding::Kind::MoreRowsThanTold:
        return Spoken::tr("Rows received: %1, more than the %2 that Domo reports. Rows may have been added in the "
                          "meantime; all rows received are used.")
            .arg(count, number(finding.against));
    case Finding::Kind::NotNumbers:
        return Spoken::tr("Values in numeric columns that are not numbers and are written as text: %1.").arg(count);
    case Finding::Kind::RowsFiltered:
        return Spoken::tr("The DataSet has row policies (PDP): these credentials may see only some of its rows.");
    case Finding::Kind::EmptySource:
        return Spoken::tr("There are no rows to write. Cells to be cleared: %1.").arg(count);
    case Finding::Kind::ClearsMoreThanItWrites: // of an earlier version's run: or the source is empty
        return review.sourceRows == 0 ? Spoken::tr("There are no rows to write. Cells to be cleared: %1.").arg(count)
                                      : Spoken::tr("Cells to be cleared: %1, more than are written.").arg(count);
    case Finding::Kind::MayComeBackDifferent:
        return withColumns(Spoken::tr("Values that the sheet may store differently (line breaks, leading or trailing "
                                      "spaces, more than %3 digits): %1, the first at %2.")
                               .arg(count, finding.place, number(Sheet::exactDigits)),
                           finding);
    case Finding::Kind::Identifiers:
        return Spoken::tr("Values that look like numbers or dates, or lose zeros as numbers: %1. %2 Texts are written "
                          "as texts.")
            .arg(count, columnsText(finding));
    case Finding::Kind::LockUnknown:
        return Spoken::tr("The sheet has a lock of a type that this version does not recognize (\"%1\").")
            .arg(finding.place);
    case Finding::Kind::EarlierWriteUnsettled:
        return Spoken::tr("Changes from earlier runs that may still arrive: %1.").arg(count);
    case Finding::Kind::OtherSheetNamed:
        return Spoken::tr("The region names the sheet \"%1\", but this sheet is \"%2\".")
            .arg(finding.place, shown(finding.other));
    case Finding::Kind::UnreadableText:
        return Spoken::tr("Cells with invalid characters, which cannot be compared: %1, the first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::NotDates:
        return Spoken::tr("Values in columns typed as dates that are not dates such as 2026-12-31 and are written as "
                          "text: %1.")
            .arg(count);
    case Finding::Kind::ColumnsNotChosen:
        return Spoken::tr("Columns of the data that are neither chosen nor left out, and are not written: %1, the "
                          "first \"%2\".")
            .arg(count, finding.place);
    case Finding::Kind::KeysUnderFormulas:
        return Spoken::tr("Formulas that refer to rows whose key changes: %1. %2").arg(count, pointersText(finding));
    case Finding::Kind::KeysUnderLinks:
        return Spoken::tr("Ranges that are the source of links, and have rows whose key changes: %1. %2")
            .arg(count, pointersText(finding));
    case Finding::Kind::LockedCells:
        return Spoken::tr("Locked cells among those to be written: %1 (%2).").arg(count, placesText(finding));
    case Finding::Kind::LinkedCells:
        return Spoken::tr("Cells to be written that display a value from elsewhere through a link: %1 (%2).")
            .arg(count, placesText(finding));
    case Finding::Kind::NotInputCells:
        return Spoken::tr("Cells to be written that are not input cells, in a sheet in input mode: %1 (%2).")
            .arg(count, placesText(finding));
    case Finding::Kind::MergedCells:
        return Spoken::tr("Cells to be written that are hidden in a merged cell: %1 (%2).")
            .arg(count, placesText(finding));
    case Finding::Kind::RichTextCells:
        return Spoken::tr("Cells to be written whose text has formatting of its own, which may be lost: %1 (%2).")
            .arg(count, placesText(finding));
    case Finding::Kind::EqualFormulas:
        return Spoken::tr("Formulas to be overwritten with the value that they have now: %1 (%2). Their calculations "
                          "would be lost, and no value would tell.")
            .arg(count, placesText(finding));
    case Finding::Kind::SpreadsheetFull: {
        const QString text = found.unread
            ? Spoken::tr("During this run, the spreadsheet would have at least %1 cells with content. It "
                         "can hold %2.")
            : Spoken::tr("During this run, the spreadsheet would have up to %1 cells with content. It can "
                         "hold %2.");
        const QString sentence = text.arg(count, number(found.against));
        return found.place.isEmpty()
            ? sentence
            : sentence + u' ' + Spoken::tr("Of the other sheets, \"%1\" has the most.").arg(finding.place);
    }
    case Finding::Kind::Scale:
        return Spoken::tr("Columns of numbers that may be in another scale than the sheet: %1. %2 Values are written "
                          "in ones, whatever a cell displays.")
            .arg(count, columnsText(finding));
    case Finding::Kind::RowsFell:
        return Spoken::tr("Rows of the data: %1. That is more than %3% fewer than in the last verified run (%2).")
            .arg(count, number(finding.against), shown(finding.threshold));
    case Finding::Kind::TotalMoved:
        return Spoken::tr("Columns whose total moved by more than %3% since the last verified run: %1, the first "
                          "\"%2\" from %4 to %5.")
            .arg(count, finding.place, shown(finding.threshold), shown(finding.expected), shown(finding.actual));
    case Finding::Kind::KeysVanished:
        return Spoken::tr("Rows of the sheet whose key is not in the data: %1, the first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::ColumnsAdded:
        return Spoken::tr("Columns added to the data since the last verified run: %1, the first \"%2\".")
            .arg(count, finding.place);
    case Finding::Kind::ColumnsRemoved:
        return Spoken::tr("Columns removed from the data since the last verified run: %1, the first \"%2\".")
            .arg(count, finding.place);
    case Finding::Kind::ColumnsRenamed:
        return Spoken::tr("Columns renamed since the last verified run: %1, the first from \"%3\" to \"%2\".")
            .arg(count, finding.place, shown(finding.other));
    case Finding::Kind::ColumnsRetyped:
        return Spoken::tr("Columns with another type than in the last verified run: %1, the first \"%2\" (%4 instead "
                          "of %3).")
            .arg(count, finding.place, shown(finding.expected), shown(finding.actual));
    case Finding::Kind::ColumnsReordered:
        return Spoken::tr("Columns in another order than in the last verified run: %1, the first \"%2\".")
            .arg(count, finding.place);
    case Finding::Kind::NotUpdated:
        return Spoken::tr("Domo has not loaded new data into the DataSet since the last verified run. It was last "
                          "loaded at %1.")
            .arg(loadedText(finding.actual));
    case Finding::Kind::CellsEdited:
        return Spoken::tr("Cells to be overwritten that changed in the sheet since the last verified run of this "
                          "region: %1, the first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::EditsKept:
        return Spoken::tr("Cells that changed in the sheet since the last verified run and are left alone: %1, the "
                          "first at %2.")
            .arg(count, finding.place);
    case Finding::Kind::RowsMiscounted:
        return Spoken::tr("Rows received for the query: %1; rows that Domo reports or counts: %2.")
            .arg(count, number(finding.against));
    case Finding::Kind::LongNumbersQueried:
        return Spoken::tr("Numbers with %3 or more digits in decimal columns of the query, which Domo may have rounded "
                          "in its reply: %1, the first in \"%2\".")
            .arg(count, finding.place, number(Sheet::exactDigits));
    case Finding::Kind::StaleSource:
        return Spoken::tr("The DataSet was last loaded %1 days ago, at %2. More than %3 days count as stale.")
            .arg(count, loadedText(finding.actual), shown(finding.threshold));
    case Finding::Kind::ChangedWhileRead:
        return Spoken::tr(
                   "The DataSet changed while it was read, and again when it was read a second time. It was last "
                   "loaded at %1.")
            .arg(loadedText(finding.actual));
    case Finding::Kind::OtherPeriod:
        return Spoken::tr("The latest date of the data is %1 (column \"%2\"), which is not in the period %3.")
            .arg(shown(finding.actual), finding.place, shown(finding.expected));
    }
    Q_UNREACHABLE();
}

Tone toneOf(const Finding &finding)
{
    if (finding.refuses)
        return Tone::Error;
    return finding.verdict == Verdict::Stop ? Tone::Warning : Tone::Note;
}

qsizetype countOf(const QList<Finding> &checks, Verdict verdict)
{
    return std::ranges::count(checks, verdict, &Finding::verdict);
}

} // namespace

QString acceptanceText(const Finding &finding)
{
    if (finding.reason.isEmpty())
        return {};
    const QString until = QLocale().toString(finding.until, QLocale::LongFormat);
    return (finding.verdict == Verdict::Accepted ? Spoken::tr("Accepted until %1: \"%2\".")
                                                 : Spoken::tr("The acceptance has expired. It held until %1: \"%2\"."))
        .arg(until, shown(finding.reason));
}

QString findingText(const Finding &finding, const Writeback::ReviewSummary &review)
{
    const QString unread = finding.unread ? unreadText(*finding.unread, findingName(finding)) : QString();
    if (finding.isUnmade())
        return joined({unread, Spoken::tr("This check is set to stop the run."), acceptanceText(finding)});
    const bool saysAtLeast = finding.kind == Finding::Kind::SpreadsheetFull; // and that is enough
    return joined({foundText(finding, review), saysAtLeast ? QString() : unread, acceptanceText(finding)});
}

Line findingLine(const Finding &finding, const Writeback::ReviewSummary &review)
{
    return {toneOf(finding), findingText(finding, review)};
}

QString checksText(const Writeback::ReviewSummary &review, bool isDecided)
{
    const qsizetype passed = countOf(review.checks, Verdict::Passed);
    QStringList parts{Spoken::tr("%1 made", "checks").arg(number(passed + review.findings.size())),
                      Spoken::tr("%1 passed", "checks").arg(number(passed))};
    const auto add = [&parts](const QString &part, qsizetype count) {
        if (count > 0)
            parts.append(part.arg(number(count)));
    };
    add(Spoken::tr("%1 reported", "checks"), countOf(review.findings, Verdict::Warn));
    add(Spoken::tr("%1 accepted", "checks"), countOf(review.findings, Verdict::Accepted));
    const qsizetype refused = std::ranges::count_if(review.findings, &Finding::refuses);
    add(Spoken::tr("%1 refused", "checks"), refused);
    add(isDecided ? Spoken::tr("%1 decided in the review", "checks") : Spoken::tr("%1 to be decided", "checks"),
        countOf(review.findings, Verdict::Stop) - refused);
    add(Spoken::tr("%1 switched off", "checks"), countOf(review.checks, Verdict::Off));
    const qsizetype notAsked =
        std::ranges::count(review.checks, std::optional(Finding::Unread::NotAsked), &Finding::unread);
    add(Spoken::tr("%1 not possible", "checks"), countOf(review.checks, Verdict::NotMade) - notAsked);
    add(Spoken::tr("%1 only in a preview", "checks"), notAsked);
    return parts.join(u", "_s);
}

QStringList uncheckedTexts(const Writeback::ReviewSummary &review)
{
    QStringList texts;
    for (int unread = 0; unread <= int(Finding::lastUnread); ++unread) {
        QStringList names;
        for (const Finding &check : review.checks) {
            if (check.verdict == Verdict::NotMade && check.unread == Finding::Unread(unread))
                names.append(findingName(check));
        }
        texts.append(names.isEmpty() ? QString() : unreadText(Finding::Unread(unread), names.join(u", "_s)));
    }
    texts.removeAll(QString());
    return texts;
}

QString findingName(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::Overflow: return Spoken::tr("the data does not fit");
    case Finding::Kind::TooManyCells: return Spoken::tr("too many cells");
    case Finding::Kind::TooManyRows: return Spoken::tr("too many rows");
    case Finding::Kind::TooManyColumns: return Spoken::tr("too many columns");
    case Finding::Kind::CellTooLong: return Spoken::tr("a text is too long");
    case Finding::Kind::NumberTooPrecise: return Spoken::tr("a number has too many digits");
    case Finding::Kind::SpreadsheetLocked: return Spoken::tr("the spreadsheet is locked");
    case Finding::Kind::SheetLocked: return Spoken::tr("the sheet is locked");
    case Finding::Kind::LinkedDataset: return Spoken::tr("the region overlaps a linked dataset");
    case Finding::Kind::InputMode: return Spoken::tr("the sheet is in input mode");
    case Finding::Kind::FormulasOverwritten: return Spoken::tr("formulas would be overwritten");
    case Finding::Kind::FormulasKept: return Spoken::tr("formulas are kept");
    case Finding::Kind::UnknownColumnTypes: return Spoken::tr("unknown column types");
    case Finding::Kind::HeaderDiffers: return Spoken::tr("column names differ");
    case Finding::Kind::MoreRowsThanTold: return Spoken::tr("more rows than reported");
    case Finding::Kind::NotNumbers: return Spoken::tr("values that are not numbers");
    case Finding::Kind::RowsFiltered: return Spoken::tr("rows may be hidden");
    case Finding::Kind::EmptySource: return Spoken::tr("there are no rows to write");
    case Finding::Kind::ClearsMoreThanItWrites: return Spoken::tr("more cells would be cleared than written");
    case Finding::Kind::MayComeBackDifferent: return Spoken::tr("the sheet may store values differently");
    case Finding::Kind::Identifiers: return Spoken::tr("values that look like numbers or dates");
    case Finding::Kind::LockUnknown: return Spoken::tr("unknown type of lock");
    case Finding::Kind::EarlierWriteUnsettled: return Spoken::tr("an earlier write may still arrive");
    case Finding::Kind::OtherSheetNamed: return Spoken::tr("the region names another sheet");
    case Finding::Kind::UnreadableText: return Spoken::tr("cells cannot be read");
    case Finding::Kind::NotDates: return Spoken::tr("values that are not dates");
    case Finding::Kind::ColumnsNotChosen: return Spoken::tr("columns are not written");
    case Finding::Kind::KeysUnderFormulas: return Spoken::tr("formulas that refer to rows whose key changes");
    case Finding::Kind::KeysUnderLinks: return Spoken::tr("linked ranges with rows whose key changes");
    case Finding::Kind::LockedCells: return Spoken::tr("locked cells to be written");
    case Finding::Kind::LinkedCells: return Spoken::tr("linked cells to be written");
    case Finding::Kind::NotInputCells: return Spoken::tr("cells to be written that are not input cells");
    case Finding::Kind::MergedCells: return Spoken::tr("merged cells to be written");
    case Finding::Kind::RichTextCells: return Spoken::tr("formatted text to be overwritten");
    case Finding::Kind::EqualFormulas: return Spoken::tr("formulas to be overwritten with their own value");
    case Finding::Kind::SpreadsheetFull: return Spoken::tr("more cells than a spreadsheet can hold");
    case Finding::Kind::Scale: return Spoken::tr("numbers in another scale than the sheet's");
    case Finding::Kind::RowsFell: return Spoken::tr("fewer rows than before");
    case Finding::Kind::TotalMoved: return Spoken::tr("a total has moved");
    case Finding::Kind::KeysVanished: return Spoken::tr("keys have vanished");
    case Finding::Kind::ColumnsAdded: return Spoken::tr("columns were added");
    case Finding::Kind::ColumnsRemoved: return Spoken::tr("columns were removed");
    case Finding::Kind::ColumnsRenamed: return Spoken::tr("columns were renamed");
    case Finding::Kind::ColumnsRetyped: return Spoken::tr("columns have another type");
    case Finding::Kind::ColumnsReordered: return Spoken::tr("columns are in another order");
    case Finding::Kind::NotUpdated: return Spoken::tr("the DataSet has not been updated");
    case Finding::Kind::CellsEdited: return Spoken::tr("edited cells would be overwritten");
    case Finding::Kind::EditsKept: return Spoken::tr("edited cells are kept");
    case Finding::Kind::RowsMiscounted: return Spoken::tr("the query's rows are counted otherwise");
    case Finding::Kind::LongNumbersQueried: return Spoken::tr("numbers may have been rounded by the query");
    case Finding::Kind::StaleSource: return Spoken::tr("the DataSet is stale");
    case Finding::Kind::ChangedWhileRead: return Spoken::tr("the DataSet changed while it was read");
    case Finding::Kind::OtherPeriod: return Spoken::tr("the data is of another period");
    }
    Q_UNREACHABLE();
}

QString guardText(Sheet::Guard guard)
{
    for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
        if (Writeback::guardOf(Finding::Kind(kind)) == guard)
            return findingName({.kind = Finding::Kind(kind)});
    }
    Q_UNREACHABLE();
}

QString lossText(const Finding &finding, const Writeback::ReviewSummary &review)
{
    return joined({lostText(finding, review), acceptanceText(finding)});
}

QString undecidedText(const Writeback::ReviewSummary &review)
{
    const qsizetype stops = std::ranges::count_if(
        review.findings, [](const Finding &finding) { return Writeback::acceptableGuard(finding).has_value(); });
    if (stops == 0)
        return {};
    return stops == 1
        ? Spoken::tr("1 check stops this run. If you write anyway, that holds for this run only; the next "
                     "run stops again, unless you accept what was found.")
        : Spoken::tr("%1 checks stop this run. If you write anyway, that holds for this run only; the next "
                     "run stops again, unless you accept what was found.")
              .arg(number(stops));
}

QStringList lossTexts(const Writeback::ReviewSummary &review)
{
    QStringList texts;
    for (const Finding &finding : review.findings) {
        if (isLoss(finding.kind))
            texts.append(lossText(finding, review));
    }
    return texts;
}

} // namespace Words
