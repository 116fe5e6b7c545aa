#include "words/endtext.h"

#include "words/errortext.h"
#include "words/spoken.h"
#include "words/statetext.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Core::ErrorKind;
using Writeback::Finding;
using Writeback::State;

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
    case Finding::Kind::LinkedDataset: return Spoken::tr("a linked dataset is in the way");
    case Finding::Kind::InputMode: return Spoken::tr("the sheet is in input mode");
    case Finding::Kind::FormulasOverwritten: return Spoken::tr("formulas would be overwritten");
    case Finding::Kind::UnknownColumnTypes: return Spoken::tr("columns of an unknown type");
    case Finding::Kind::HeaderDiffers: return Spoken::tr("column names differ");
    case Finding::Kind::MoreRowsThanTold: return Spoken::tr("more rows than told");
    case Finding::Kind::NotNumbers: return Spoken::tr("values that are no numbers");
    case Finding::Kind::RowsFiltered: return Spoken::tr("rows may be hidden");
    case Finding::Kind::ClearsMoreThanItWrites: return Spoken::tr("it would clear more than it writes");
    case Finding::Kind::MayComeBackDifferent: return Spoken::tr("values would come back different");
    case Finding::Kind::LockUnknown: return Spoken::tr("a lock of an unknown kind");
    case Finding::Kind::EarlierWriteUnsettled: return Spoken::tr("an earlier write may still arrive");
    case Finding::Kind::OtherSheetNamed: return Spoken::tr("the region names another sheet");
    case Finding::Kind::UnreadableText: return Spoken::tr("cells cannot be read");
    }
    Q_UNREACHABLE();
}

// By what a run was refused; empty when the kind says nothing more than that it was.
QString refusalName(const Core::Error &error)
{
    if (const auto *finding = error.cause.as<Finding>())
        return findingName(*finding);
    switch (error.kind) {
    case ErrorKind::TooLarge: return Spoken::tr("too large for a sheet");
    case ErrorKind::Locked: return Spoken::tr("locked");
    case ErrorKind::LinkedDataset: return Spoken::tr("a linked dataset is in the way");
    case ErrorKind::Overflow: return Spoken::tr("the data does not fit");
    case ErrorKind::Busy: return Spoken::tr("another run has the sheet");
    case ErrorKind::NoConsent: return Spoken::tr("nobody was there to confirm");
    case ErrorKind::EarlierWrite: return Spoken::tr("an earlier write may still arrive");
    case ErrorKind::Disk: return Spoken::tr("the history could not be written");
    default: return {};
    }
}

} // namespace

QString endWords(const QString &state, const std::optional<Core::Error> &error)
{
    if (!error || state != Writeback::name(State::Refused))
        return stateName(state);
    if (error->kind == ErrorKind::Declined)
        return Spoken::tr("Declined by you");
    const QString why = refusalName(*error);
    return why.isEmpty() ? stateName(state) : Spoken::tr("Refused: %1").arg(why);
}

QString endName(const QString &state, const std::optional<Core::Error> &error)
{
    return stateSign(state) + endWords(state, error);
}

QString interruptedName(bool hasSent)
{
    return u"✗ "_s
        + (hasSent ? Spoken::tr("Interrupted, the sheet's state is unknown")
                   : Spoken::tr("Interrupted before it wrote anything"));
}

QString interruptedText(bool hasSent)
{
    return hasSent ? Spoken::tr("The run was interrupted after it had begun to write: the program or the machine was "
                                "stopped, and what the sheet holds is not known. Check reads the sheet and compares it "
                                "with the data; Run does so, too, and writes what differs.")
                   : Spoken::tr("The run was interrupted before it wrote anything: the program or the machine was "
                                "stopped.");
}

QString checkName(const QString &state)
{
    return stateSign(state)
        + (state == Writeback::name(State::NothingToDo) ? Spoken::tr("Holds the data")
                                                        : Spoken::tr("Differs from the data"));
}

QString checkText(const Writeback::RunReport &report, qint64 underWay)
{
    const Writeback::ChangeCounts &changes = report.review.changes;
    QStringList sentences;
    if (report.state == State::NothingToDo) {
        sentences.append(Spoken::tr("✓ The region holds the data: %1 cells were read and compared.")
                             .arg(number(report.cellsCompared)));
    } else if (report.state == State::Planned) {
        sentences.append(Spoken::tr("✗ The region differs from the data: %1 cells are others, %2 are missing, %3 are "
                                    "too many. Run writes what differs.")
                             .arg(number(changes.changed), number(changes.added), number(changes.cleared)));
    } else {
        sentences.append(stateSign(Writeback::name(report.state)) + Spoken::tr("The sheet could not be checked."));
        if (report.error) {
            const ErrorText text = errorText(*report.error);
            sentences += {text.message, text.next};
        }
    }
    if (underWay > 0)
        sentences.append(Spoken::tr("Changes that earlier runs sent and that may still arrive: %1. Check again later.")
                             .arg(number(underWay)));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

bool isLoss(const Finding &finding)
{
    return finding.kind == Finding::Kind::ClearsMoreThanItWrites || finding.kind == Finding::Kind::FormulasOverwritten;
}

QStringList lossTexts(const Writeback::ReviewSummary &review)
{
    QStringList texts;
    for (const Finding &finding : review.findings) {
        if (finding.kind == Finding::Kind::ClearsMoreThanItWrites && review.sourceRows == 0)
            texts.append(
                Spoken::tr("The DataSet is empty: %1 cells of the sheet would be cleared.").arg(number(finding.count)));
        else if (finding.kind == Finding::Kind::ClearsMoreThanItWrites)
            texts.append(Spoken::tr("%1 cells of the sheet would be cleared, more than are written.")
                             .arg(number(finding.count)));
        else if (finding.kind == Finding::Kind::FormulasOverwritten)
            texts.append(Spoken::tr("%1 formulas would be overwritten, the first at %2; what they calculate would be "
                                    "lost.")
                             .arg(number(finding.count), finding.place));
    }
    return texts;
}

} // namespace Words
