#include "writeback/checkrecords.h"

#include <algorithm>

namespace Writeback {

namespace {

using Kind = Finding::Kind;

// What a check finds where no rule applies to it.
Sheet::Verdict factOf(Kind kind, const RunRequest &request)
{
    switch (kind) {
    case Kind::InputMode:
    case Kind::FormulasKept:
    case Kind::MoreRowsThanTold:
    case Kind::LockUnknown:
    case Kind::EarlierWriteUnsettled:
    case Kind::EditsKept:
    case Kind::LongNumbersQueried:
    case Kind::UnreadableText: return Sheet::Verdict::Warn;
    case Kind::FormulasOverwritten:
        return request.update.formulas == Sheet::Formulas::Stop ? Sheet::Verdict::Stop : Sheet::Verdict::Warn;
    default: return Sheet::Verdict::Stop;
    }
}

// The rules of a request, whose --allow-clearing is a shorter way to say that clearing only warns.
Sheet::GuardRules rulesOf(const RunRequest &request)
{
    Sheet::GuardRules rules = request.guards;
    if (request.allowClearing) {
        for (const Sheet::Guard guard : {Sheet::Guard::EmptySource, Sheet::Guard::ClearsMoreThanItWrites})
            rules.levels[guard] = std::min(rules.level(guard), Sheet::GuardLevel::Warn);
    }
    return rules;
}

// What a person relies on to stop a run must not fail silently.
bool mustBeMade(const Finding &check, Sheet::Guard guard, const RunRequest &request)
{
    return check.unread && check.unread != Finding::Unread::NotAsked
        && request.guards.levels.value(guard, Sheet::GuardLevel::Warn) == Sheet::GuardLevel::Stop;
}

} // namespace

Finding recordOf(Sheet::Verdict found, const Finding &check, const RunContext &context)
{
    const RunRequest &request = context.request;
    const auto guard = guardOf(check.kind);
    if (found == Sheet::Verdict::NotMade && guard && mustBeMade(check, *guard, request))
        found = Sheet::Verdict::Stop;
    Sheet::Ruling ruling{.verdict = found};
    if (guard)
        ruling = Sheet::ruling(rulesOf(request), *guard, found, context.today);
    else if (found == Sheet::Verdict::Stop)
        ruling.verdict = factOf(check.kind, request);

    Finding record{.kind = check.kind, .count = 0, .verdict = ruling.verdict, .threshold = check.threshold};
    if (ruling.verdict == Sheet::Verdict::NotMade)
        record.unread = check.unread;
    if (record.hasFound()) {
        record = check;
        record.verdict = ruling.verdict;
    } else if (ruling.verdict == Sheet::Verdict::Passed && check.against > 0) { // two numbers that were compared
        record.count = check.count;
        record.against = check.against;
    }
    if (ruling.acceptance) {
        record.reason = ruling.acceptance->reason;
        record.until = ruling.acceptance->until;
    }
    const bool isDecidedLater =
        guard && Sheet::isForReview(*guard) && (request.dryRun || request.prompt != Prompt::Never);
    record.refuses = ruling.verdict == Sheet::Verdict::Stop && !isDecidedLater;
    return record;
}

void CheckRecords::add(bool hasFound, const Finding &found)
{
    m_all.append(recordOf(hasFound ? Sheet::Verdict::Stop : Sheet::Verdict::Passed, found, m_context));
}

void CheckRecords::addNotMade(const Finding &check)
{
    m_all.append(recordOf(Sheet::Verdict::NotMade, check, m_context));
}

void CheckRecords::addRead(const std::optional<Finding::Unread> &unread, Finding check)
{
    check.unread = unread;
    if (check.count > 0 || !unread)
        add(check.count > 0, check);
    else
        addNotMade(check);
}

void CheckRecords::addFound(bool hasFound, const Finding &found)
{
    if (hasFound)
        add(true, found);
}

} // namespace Writeback
