#include "writeback/runreport.h"

namespace Writeback {

QString name(StepName step)
{
    switch (step) {
    case StepName::SignIn: return QStringLiteral("signIn");
    case StepName::Settle: return QStringLiteral("settle");
    case StepName::Inspect: return QStringLiteral("inspect");
    case StepName::FetchSource: return QStringLiteral("fetchSource");
    case StepName::ReadTarget: return QStringLiteral("readTarget");
    case StepName::Compose: return QStringLiteral("compose");
    case StepName::Review: return QStringLiteral("review");
    case StepName::Recheck: return QStringLiteral("recheck");
    case StepName::Write: return QStringLiteral("write");
    case StepName::Verify: return QStringLiteral("verify");
    }
    Q_UNREACHABLE();
}

QString name(State state)
{
    switch (state) {
    case State::Verified: return QStringLiteral("verified");
    case State::NothingToDo: return QStringLiteral("nothing to do");
    case State::Planned: return QStringLiteral("planned");
    case State::Refused: return QStringLiteral("refused");
    case State::Failed: return QStringLiteral("failed");
    case State::PartlyWritten: return QStringLiteral("partly written");
    case State::Mismatch: return QStringLiteral("mismatch");
    case State::OutcomeUnknown: return QStringLiteral("outcome unknown");
    case State::Cancelled: return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QString name(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Overflow: return QStringLiteral("overflow");
    case Finding::Kind::TooManyCells: return QStringLiteral("tooManyCells");
    case Finding::Kind::TooManyRows: return QStringLiteral("tooManyRows");
    case Finding::Kind::TooManyColumns: return QStringLiteral("tooManyColumns");
    case Finding::Kind::CellTooLong: return QStringLiteral("cellTooLong");
    case Finding::Kind::NumberTooPrecise: return QStringLiteral("numberTooPrecise");
    case Finding::Kind::SpreadsheetLocked: return QStringLiteral("spreadsheetLocked");
    case Finding::Kind::SheetLocked: return QStringLiteral("sheetLocked");
    case Finding::Kind::LinkedDataset: return QStringLiteral("linkedDataset");
    case Finding::Kind::InputMode: return QStringLiteral("inputMode");
    case Finding::Kind::FormulasOverwritten: return QStringLiteral("formulasOverwritten");
    case Finding::Kind::UnknownColumnTypes: return QStringLiteral("unknownColumnTypes");
    case Finding::Kind::HeaderDiffers: return QStringLiteral("headerDiffers");
    case Finding::Kind::MoreRowsThanTold: return QStringLiteral("moreRowsThanTold");
    case Finding::Kind::NotNumbers: return QStringLiteral("notNumbers");
    case Finding::Kind::RowsFiltered: return QStringLiteral("rowsFiltered");
    case Finding::Kind::ClearsMoreThanItWrites: return QStringLiteral("clearsMoreThanItWrites");
    case Finding::Kind::MayComeBackDifferent: return QStringLiteral("mayComeBackDifferent");
    case Finding::Kind::LockUnknown: return QStringLiteral("lockUnknown");
    case Finding::Kind::EarlierWriteUnsettled: return QStringLiteral("earlierWriteUnsettled");
    case Finding::Kind::OtherSheetNamed: return QStringLiteral("otherSheetNamed");
    case Finding::Kind::UnreadableText: return QStringLiteral("unreadableText");
    }
    Q_UNREACHABLE();
}

std::optional<Finding::Kind> findingKind(const QString &text)
{
    for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
        if (name(Finding::Kind(kind)) == text)
            return Finding::Kind(kind);
    }
    return {};
}

QString name(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Other: return QStringLiteral("other");
    case Difference::Kind::LineBreaks: return QStringLiteral("lineBreaks");
    case Difference::Kind::OuterBlanks: return QStringLiteral("outerBlanks");
    case Difference::Kind::UnicodeForm: return QStringLiteral("unicodeForm");
    case Difference::Kind::Digits: return QStringLiteral("digits");
    case Difference::Kind::Formula: return QStringLiteral("formula");
    case Difference::Kind::TypeOnly: return QStringLiteral("typeOnly");
    }
    Q_UNREACHABLE();
}

QString name(Difference::Cause cause)
{
    switch (cause) {
    case Difference::Cause::None: return QStringLiteral("none");
    case Difference::Cause::Locked: return QStringLiteral("locked");
    case Difference::Cause::Linked: return QStringLiteral("linked");
    }
    Q_UNREACHABLE();
}

} // namespace Writeback
