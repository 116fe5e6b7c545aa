#include "sheet/guardrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

struct Row
{
    Guard guard{};
    QLatin1String name;
    GuardLevel level{}; // the default
    bool isForReview = false;
    ThresholdUnit unit = ThresholdUnit::None;
    int threshold = 0; // the default, in hundredths
};

// All that distinguishes one guard from another, in the order of the enumeration.
constexpr std::array table{
    Row{Guard::EmptySource, "empty-source"_L1, GuardLevel::Stop, true},
    Row{Guard::ClearsMoreThanItWrites, "clears-more-than-it-writes"_L1, GuardLevel::Stop, true},
    Row{Guard::NumberTooPrecise, "number-too-precise"_L1, GuardLevel::Stop, false},
    Row{Guard::MayComeBackDifferent, "may-come-back-different"_L1, GuardLevel::Warn, true},
    Row{Guard::Identifiers, "identifiers"_L1, GuardLevel::Warn, true},
    Row{Guard::NotNumbers, "not-numbers"_L1, GuardLevel::Warn, true},
    Row{Guard::RowsFiltered, "rows-filtered"_L1, GuardLevel::Warn, true},
    Row{Guard::HeaderDiffers, "header-differs"_L1, GuardLevel::Warn, true},
    Row{Guard::NotDates, "not-dates"_L1, GuardLevel::Warn, true},
    Row{Guard::ColumnsNotChosen, "columns-not-chosen"_L1, GuardLevel::Warn, true},
    Row{Guard::KeysUnderFormulas, "keys-under-formulas"_L1, GuardLevel::Warn, true},
    Row{Guard::KeysUnderLinks, "keys-under-links"_L1, GuardLevel::Warn, true},
    Row{Guard::LockedCells, "locked-cells"_L1, GuardLevel::Stop, true},
    Row{Guard::LinkedCells, "linked-cells"_L1, GuardLevel::Warn, true},
    Row{Guard::NotInputCells, "not-input-cells"_L1, GuardLevel::Stop, true},
    Row{Guard::MergedCells, "merged-cells"_L1, GuardLevel::Warn, true},
    Row{Guard::RichTextCells, "rich-text-cells"_L1, GuardLevel::Warn, true},
    Row{Guard::EqualFormulas, "equal-formulas"_L1, GuardLevel::Warn, true},
    Row{Guard::SpreadsheetFull, "spreadsheet-full"_L1, GuardLevel::Stop, false},
    Row{Guard::Scale, "scale"_L1, GuardLevel::Warn, true},
    Row{Guard::RowsFell, "rows-fell"_L1, GuardLevel::Warn, true, ThresholdUnit::Percent, 10'00},
    Row{Guard::TotalMoved, "total-moved"_L1, GuardLevel::Warn, true, ThresholdUnit::Percent, 50'00},
    Row{Guard::KeysVanished, "keys-vanished"_L1, GuardLevel::Warn, true},
    Row{Guard::ColumnsAdded, "columns-added"_L1, GuardLevel::Warn, true},
    Row{Guard::ColumnsRemoved, "columns-removed"_L1, GuardLevel::Stop, true},
    Row{Guard::ColumnsRenamed, "columns-renamed"_L1, GuardLevel::Warn, true},
    Row{Guard::ColumnsRetyped, "columns-retyped"_L1, GuardLevel::Warn, true},
    Row{Guard::ColumnsReordered, "columns-reordered"_L1, GuardLevel::Stop, true},
    Row{Guard::NotUpdated, "not-updated"_L1, GuardLevel::Warn, true},
    Row{Guard::StaleSource, "stale-source"_L1, GuardLevel::Warn, true, ThresholdUnit::Days, 100'00},
    Row{Guard::ChangedWhileRead, "changed-while-read"_L1, GuardLevel::Stop, true},
    Row{Guard::OtherPeriod, "other-period"_L1, GuardLevel::Stop, true},
    Row{Guard::CellsEdited, "cells-edited"_L1, GuardLevel::Warn, true},
};
static_assert(table.size() == size_t(lastGuard) + 1);
static_assert(std::ranges::is_sorted(table, {}, &Row::guard));

const Row &rowOf(Guard guard)
{
    return table.at(size_t(guard));
}

// Of an enumeration whose names are unique.
template <typename Value> std::optional<Value> named(const QString &text, Value last)
{
    for (int value = 0; value <= int(last); ++value) {
        if (name(Value(value)) == text)
            return Value(value);
    }
    return {};
}

} // namespace

QString name(Guard guard)
{
    return rowOf(guard).name;
}

QString name(GuardLevel level)
{
    switch (level) {
    case GuardLevel::Off: return u"off"_s;
    case GuardLevel::Warn: return u"warn"_s;
    case GuardLevel::Stop: return u"stop"_s;
    }
    Q_UNREACHABLE();
}

QString name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Off: return u"off"_s;
    case Verdict::NotMade: return u"notMade"_s;
    case Verdict::Passed: return u"passed"_s;
    case Verdict::Warn: return u"warn"_s;
    case Verdict::Stop: return u"stop"_s;
    case Verdict::Accepted: return u"accepted"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Guard> guardNamed(const QString &name)
{
    return named(name, lastGuard);
}

std::optional<GuardLevel> guardLevelNamed(const QString &name)
{
    return named(name, lastGuardLevel);
}

std::optional<Verdict> verdictNamed(const QString &name)
{
    return named(name, lastVerdict);
}

GuardLevel defaultLevel(Guard guard)
{
    return rowOf(guard).level;
}

ThresholdUnit thresholdUnit(Guard guard)
{
    return rowOf(guard).unit;
}

QString thresholdText(int threshold)
{
    QString text = QString::number(threshold / 100);
    if (const int rest = threshold % 100; rest > 0)
        text += u".%1"_s.arg(rest, 2, 10, '0'_L1);
    return text.contains(u'.') && text.endsWith(u'0') ? text.chopped(1) : text;
}

std::optional<int> thresholdIn(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"([0-9]{1,6})(?:\\.([0-9]{1,2}))?"_s));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toInt() * 100 + match.captured(2).leftJustified(2, u'0').toInt();
}

int GuardRules::threshold(Guard guard) const
{
    return thresholds.value(guard, rowOf(guard).threshold);
}

void GuardRules::accept(const Acceptance &acceptance)
{
    accepted.removeIf([&acceptance](const Acceptance &one) { return one.guard == acceptance.guard; });
    accepted.append(acceptance);
}

bool isForReview(Guard guard)
{
    return rowOf(guard).isForReview;
}

Ruling ruling(const GuardRules &rules, Guard guard, Verdict found, const QDate &today)
{
    const GuardLevel level = rules.level(guard);
    if (level == GuardLevel::Off)
        return {.verdict = Verdict::Off};
    if (found != Verdict::Stop)
        return {.verdict = found};
    if (level == GuardLevel::Warn)
        return {.verdict = Verdict::Warn};
    std::optional<Acceptance> longest;
    for (const Acceptance &one : rules.accepted) {
        if (one.guard == guard && (!longest || one.until > longest->until))
            longest = one;
    }
    const bool holds = longest && longest->until >= today;
    return {.verdict = holds ? Verdict::Accepted : Verdict::Stop, .acceptance = longest};
}

} // namespace Sheet
