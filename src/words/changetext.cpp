#include "words/changetext.h"

#include "words/endtext.h"
#include "words/findingtext.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "words/whentext.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString valueText(const Sheet::Cell &cell)
{
    constexpr qsizetype max = 60; // characters: two of them in a line
    const QString text = shown(textOf(cell.text), max);
    return cell.kind == Sheet::CellKind::Number ? text : u"\"%1\""_s.arg(text);
}

QString sumText(const std::optional<std::string> &sum)
{
    return sum ? QString::fromStdString(*sum) : Spoken::tr("unknown");
}

QList<Review::ExportText::Fact> factsOf(const Writeback::RunReport &report, const QDateTime &compared)
{
    const Writeback::ReviewSummary &review = report.review;
    QList<Review::ExportText::Fact> facts{
        {Spoken::tr("DataSet"), review.dataSetName},
        {Spoken::tr("Spreadsheet"), review.spreadsheetName},
        {Spoken::tr("Sheet"), review.sheetPath},
        {Spoken::tr("Region"), report.comparison->region.toString()},
        {Spoken::tr("Range of the data"), Sheet::toA1(review.fit.data)},
        {Spoken::tr("Compared"), exactTimeText(compared)},
        {Spoken::tr("State"), endName(Writeback::name(report.state), report.error).text},
        {Spoken::tr("Rows of the data"), review.sourceRows},
        {Spoken::tr("Cells changed"), review.changes.changed},
        {Spoken::tr("Cells new"), review.changes.added},
        {Spoken::tr("Cells cleared"), review.changes.cleared},
        {Spoken::tr("Cells unchanged"), review.changes.unchanged},
    };
    if (!review.sql.isEmpty())
        facts.insert(1, Review::ExportText::Fact{Spoken::tr("SQL"), review.sql});
    if (review.changes.kept > 0)
        facts.append({Spoken::tr("Cells kept"), review.changes.kept});
    return facts;
}

QString whatChanges(const Review::Change &change)
{
    using Kind = Review::Change::Kind;
    QString place = Sheet::toA1(change.place);
    if (change.column != Sheet::columnName(change.place.column))
        place += u" (%1)"_s.arg(shown(change.column));
    const QString before = valueText(change.before);
    const QString after = valueText(change.after);
    switch (change.kind) {
    case Kind::Changed:
        if (const auto difference = change.difference())
            return Spoken::tr("%1: changed from %2 to %3 (difference %4)")
                .arg(place, before, after, QString::fromStdString(*difference));
        return Spoken::tr("%1: changed from %2 to %3").arg(place, before, after);
    case Kind::New: return Spoken::tr("%1: new, %2").arg(place, after);
    case Kind::Cleared: return Spoken::tr("%1: cleared, was %2").arg(place, before);
    case Kind::FormulaOverwritten: return Spoken::tr("%1: formula %2 overwritten with %3").arg(place, before, after);
    case Kind::FormulaCleared: return Spoken::tr("%1: formula %2 cleared").arg(place, before);
    }
    Q_UNREACHABLE();
}

} // namespace

QString changeText(const Review::Change &change)
{
    QString text = whatChanges(change);
    if (!change.left)
        return text;
    return change.left->isBlank()
        ? Spoken::tr("%1; edited since the last verified run, which left it empty", "C4: new, 12").arg(text)
        : Spoken::tr("%1; edited since the last verified run, which left %2 there", "C4: changed from 11 to 12")
              .arg(text, valueText(*change.left));
}

QString totalText(const Review::ColumnTotals &totals)
{
    return Spoken::tr("%1: %2 before, %3 after, difference %4")
        .arg(shown(totals.column), sumText(totals.before.sum), sumText(totals.after.sum), sumText(totals.difference()));
}

Review::ExportText exportText(const Writeback::RunReport &report, const QDateTime &compared)
{
    Review::ExportText text;
    text.summary = Spoken::tr("Summary");
    text.facts = factsOf(report, compared);
    text.findingsHeading = Spoken::tr("Checks before writing");
    for (const Writeback::Finding &finding : report.review.findings)
        text.findings.append(findingText(finding, report.review));
    text.changes = Spoken::tr("Changes");
    text.cell = Spoken::tr("Cell");
    text.column = Spoken::tr("Column");
    text.kind = Spoken::tr("Change");
    text.before = Spoken::tr("Before");
    text.after = Spoken::tr("After");
    text.difference = Spoken::tr("Difference");
    text.left = Spoken::tr("Left by the last verified run");
    text.leftEmpty = Spoken::tr("(empty)", "left by the last verified run");
    text.kinds = {Spoken::tr("Changed"), Spoken::tr("New"), Spoken::tr("Cleared"), Spoken::tr("Formula overwritten"),
                  Spoken::tr("Formula cleared")};
    text.unknownSum = sumText({});
    text.cutTexts = Spoken::tr("Texts cut because a cell of this file cannot hold them");
    return text;
}

} // namespace Words
