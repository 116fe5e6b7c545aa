#include "writeback/runreport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Writeback {

QString name(StepName step)
{
    switch (step) {
    case StepName::SignIn: return u"signIn"_s;
    case StepName::Settle: return u"settle"_s;
    case StepName::Inspect: return u"inspect"_s;
    case StepName::FetchSource: return u"fetchSource"_s;
    case StepName::ReadTarget: return u"readTarget"_s;
    case StepName::Compose: return u"compose"_s;
    case StepName::Review: return u"review"_s;
    case StepName::Recheck: return u"recheck"_s;
    case StepName::Write: return u"write"_s;
    case StepName::Verify: return u"verify"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StepName> stepName(const QString &text)
{
    for (int step = 0; step <= int(lastStepName); ++step) {
        if (name(StepName(step)) == text)
            return StepName(step);
    }
    return {};
}

QString name(State state)
{
    switch (state) {
    case State::Verified: return u"verified"_s;
    case State::NothingToDo: return u"nothing to do"_s;
    case State::Planned: return u"planned"_s;
    case State::Refused: return u"refused"_s;
    case State::Failed: return u"failed"_s;
    case State::PartlyWritten: return u"partly written"_s;
    case State::Mismatch: return u"mismatch"_s;
    case State::OutcomeUnknown: return u"outcome unknown"_s;
    case State::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

// Whoever reads the sheet again does not know the differences until they are compared again.
bool RunReport::isCompared() const
{
    const auto last =
        std::find_if(steps.rbegin(), steps.rend(), [](const StepTime &one) { return one.step <= StepName::Compose; });
    return last != steps.rend() && last->step == StepName::Compose && last->well;
}

std::optional<State> stateOf(const QString &text)
{
    for (int state = 0; state <= int(lastState); ++state) {
        if (name(State(state)) == text)
            return State(state);
    }
    return {};
}

bool tellsOfSheet(State state)
{
    switch (state) {
    case State::Verified:
    case State::NothingToDo:
    case State::Planned:
    case State::PartlyWritten:
    case State::Mismatch:
    case State::OutcomeUnknown: return true;
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return false;
    }
    Q_UNREACHABLE();
}

QString name(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Overflow: return u"overflow"_s;
    case Finding::Kind::TooManyCells: return u"tooManyCells"_s;
    case Finding::Kind::TooManyRows: return u"tooManyRows"_s;
    case Finding::Kind::TooManyColumns: return u"tooManyColumns"_s;
    case Finding::Kind::CellTooLong: return u"cellTooLong"_s;
    case Finding::Kind::NumberTooPrecise: return u"numberTooPrecise"_s;
    case Finding::Kind::SpreadsheetLocked: return u"spreadsheetLocked"_s;
    case Finding::Kind::SheetLocked: return u"sheetLocked"_s;
    case Finding::Kind::LinkedDataset: return u"linkedDataset"_s;
    case Finding::Kind::InputMode: return u"inputMode"_s;
    case Finding::Kind::FormulasOverwritten: return u"formulasOverwritten"_s;
    case Finding::Kind::FormulasKept: return u"formulasKept"_s;
    case Finding::Kind::UnknownColumnTypes: return u"unknownColumnTypes"_s;
    case Finding::Kind::HeaderDiffers: return u"headerDiffers"_s;
    case Finding::Kind::MoreRowsThanTold: return u"moreRowsThanTold"_s;
    case Finding::Kind::NotNumbers: return u"notNumbers"_s;
    case Finding::Kind::RowsFiltered: return u"rowsFiltered"_s;
    case Finding::Kind::EmptySource: return u"emptySource"_s;
    case Finding::Kind::ClearsMoreThanItWrites: return u"clearsMoreThanItWrites"_s;
    case Finding::Kind::MayComeBackDifferent: return u"mayComeBackDifferent"_s;
    case Finding::Kind::Identifiers: return u"identifiers"_s;
    case Finding::Kind::LockUnknown: return u"lockUnknown"_s;
    case Finding::Kind::EarlierWriteUnsettled: return u"earlierWriteUnsettled"_s;
    case Finding::Kind::OtherSheetNamed: return u"otherSheetNamed"_s;
    case Finding::Kind::UnreadableText: return u"unreadableText"_s;
    case Finding::Kind::NotDates: return u"notDates"_s;
    case Finding::Kind::ColumnsNotChosen: return u"columnsNotChosen"_s;
    case Finding::Kind::KeysUnderFormulas: return u"keysUnderFormulas"_s;
    case Finding::Kind::KeysUnderLinks: return u"keysUnderLinks"_s;
    case Finding::Kind::LockedCells: return u"lockedCells"_s;
    case Finding::Kind::LinkedCells: return u"linkedCells"_s;
    case Finding::Kind::NotInputCells: return u"notInputCells"_s;
    case Finding::Kind::MergedCells: return u"mergedCells"_s;
    case Finding::Kind::RichTextCells: return u"richTextCells"_s;
    case Finding::Kind::EqualFormulas: return u"equalFormulas"_s;
    case Finding::Kind::SpreadsheetFull: return u"spreadsheetFull"_s;
    case Finding::Kind::Scale: return u"scale"_s;
    case Finding::Kind::RowsFell: return u"rowsFell"_s;
    case Finding::Kind::TotalMoved: return u"totalMoved"_s;
    case Finding::Kind::KeysVanished: return u"keysVanished"_s;
    case Finding::Kind::ColumnsAdded: return u"columnsAdded"_s;
    case Finding::Kind::ColumnsRemoved: return u"columnsRemoved"_s;
    case Finding::Kind::ColumnsRenamed: return u"columnsRenamed"_s;
    case Finding::Kind::ColumnsRetyped: return u"columnsRetyped"_s;
    case Finding::Kind::ColumnsReordered: return u"columnsReordered"_s;
    case Finding::Kind::NotUpdated: return u"notUpdated"_s;
    case Finding::Kind::StaleSource: return u"staleSource"_s;
    case Finding::Kind::ChangedWhileRead: return u"changedWhileRead"_s;
    case Finding::Kind::OtherPeriod: return u"otherPeriod"_s;
    case Finding::Kind::CellsEdited: return u"cellsEdited"_s;
    case Finding::Kind::EditsKept: return u"editsKept"_s;
    case Finding::Kind::RowsMiscounted: return u"rowsMiscounted"_s;
    case Finding::Kind::LongNumbersQueried: return u"longNumbersQueried"_s;
    }
    Q_UNREACHABLE();
}

QString name(Finding::Unread unread)
{
    switch (unread) {
    case Finding::Unread::NotAsked: return u"notAsked"_s;
    case Finding::Unread::NoKey: return u"noKey"_s;
    case Finding::Unread::TooMuch: return u"tooMuch"_s;
    case Finding::Unread::Failed: return u"failed"_s;
    case Finding::Unread::NotCounted: return u"notCounted"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Finding::Unread> unreadNamed(const QString &text)
{
    for (int unread = 0; unread <= int(Finding::lastUnread); ++unread) {
        if (name(Finding::Unread(unread)) == text)
            return Finding::Unread(unread);
    }
    return {};
}

QString name(Finding::Trait trait)
{
    switch (trait) {
    case Finding::Trait::LeadingZeros: return u"leadingZeros"_s;
    case Finding::Trait::ManyDigits: return u"manyDigits"_s;
    case Finding::Trait::Date: return u"date"_s;
    case Finding::Trait::Exponent: return u"exponent"_s;
    case Finding::Trait::TrailingMinus: return u"trailingMinus"_s;
    case Finding::Trait::Parentheses: return u"parentheses"_s;
    case Finding::Trait::Sign: return u"sign"_s;
    case Finding::Trait::Mixed: return u"mixed"_s;
    case Finding::Trait::ZerosDropped: return u"zerosDropped"_s;
    case Finding::Trait::TooManyDigits: return u"tooManyDigits"_s;
    case Finding::Trait::ShownIn: return u"shownIn"_s;
    case Finding::Trait::EnteredIn: return u"enteredIn"_s;
    case Finding::Trait::TotalSmaller: return u"totalSmaller"_s;
    case Finding::Trait::TotalLarger: return u"totalLarger"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Finding::Trait> traitNamed(const QString &text)
{
    for (int trait = 0; trait <= int(Finding::lastTrait); ++trait) {
        if (name(Finding::Trait(trait)) == text)
            return Finding::Trait(trait);
    }
    return {};
}

QStringList betterAsText(const Finding &finding)
{
    QStringList names;
    for (const Finding::InColumn &one : finding.columns) {
        if (one.trait == Finding::Trait::ZerosDropped || one.trait == Finding::Trait::TooManyDigits)
            names.append(one.column);
    }
    return names;
}

bool isLoss(Finding::Kind kind)
{
    return kind == Finding::Kind::FormulasOverwritten || kind == Finding::Kind::CellsEdited
        || kind == Finding::Kind::EmptySource || kind == Finding::Kind::ClearsMoreThanItWrites;
}

bool isAboutSheet(Finding::Kind kind)
{
    return kind >= Finding::Kind::KeysUnderFormulas && kind <= Finding::Kind::Scale;
}

// What happens to formulas is chosen by another option, which says nothing of consent; and whoever can be asked decides
// whether somebody's edits are overwritten.
bool needsDecision(const Finding &finding)
{
    return finding.verdict == Sheet::Verdict::Stop || finding.kind == Finding::Kind::FormulasOverwritten
        || (finding.kind == Finding::Kind::CellsEdited && finding.verdict == Sheet::Verdict::Warn);
}

std::optional<Sheet::Guard> acceptableGuard(const Finding &finding)
{
    const auto guard = guardOf(finding.kind);
    return finding.verdict == Sheet::Verdict::Stop && guard && Sheet::isForReview(*guard) ? guard : std::nullopt;
}

void ruleAgain(QList<Finding> &records, const QList<Sheet::Acceptance> &accepted, const QDate &today)
{
    for (Finding &record : records) {
        const auto guard = acceptableGuard(record);
        if (!guard)
            continue;
        const Sheet::GuardRules rules{.levels = {{*guard, Sheet::GuardLevel::Stop}}, .accepted = accepted};
        const Sheet::Ruling ruling = Sheet::ruling(rules, *guard, Sheet::Verdict::Stop, today);
        if (ruling.verdict != Sheet::Verdict::Accepted)
            continue;
        record.verdict = ruling.verdict;
        record.refuses = false;
        record.reason = ruling.acceptance->reason;
        record.until = ruling.acceptance->until;
    }
}

std::optional<Finding::Kind> findingKind(const QString &text)
{
    for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
        if (name(Finding::Kind(kind)) == text)
            return Finding::Kind(kind);
    }
    return {};
}

QString guardName(Finding::Kind kind)
{
    QString kebab;
    for (const QChar letter : name(kind)) {
        if (letter.isUpper())
            kebab += u'-';
        kebab += letter.toLower();
    }
    return kebab;
}

std::optional<Sheet::Guard> guardOf(Finding::Kind kind)
{
    return Sheet::guardNamed(guardName(kind));
}

QString name(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Other: return u"other"_s;
    case Difference::Kind::LineBreaks: return u"lineBreaks"_s;
    case Difference::Kind::OuterBlanks: return u"outerBlanks"_s;
    case Difference::Kind::UnicodeForm: return u"unicodeForm"_s;
    case Difference::Kind::Digits: return u"digits"_s;
    case Difference::Kind::Formula: return u"formula"_s;
    case Difference::Kind::TypeOnly: return u"typeOnly"_s;
    }
    Q_UNREACHABLE();
}

QString name(Difference::Cause cause)
{
    switch (cause) {
    case Difference::Cause::None: return u"none"_s;
    case Difference::Cause::Locked: return u"locked"_s;
    case Difference::Cause::Linked: return u"linked"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Writeback
