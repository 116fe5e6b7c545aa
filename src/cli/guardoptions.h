#pragma once

#include "core/result.h"
#include "sheet/guardrules.h"

#include <QStringList>

namespace Cli {

// The options about the checks before writing, as typed. The first --reason and --until belong to the first --accept,
// and so on.
struct GuardOptions
{
    QStringList levels{}; // "empty-source=warn", "rows-fell=stop:5"
    QStringList accepted{}; // names of guards
    QStringList reasons{};
    QStringList until{}; // "2026-12-31"
};

// `today` is in UTC. InvalidInput with a cause of core/inputfault.h: an unknown name or level (NotOneOf), a check that
// has no rule (NotAChoice), a guard with two levels (Contradiction), a threshold that is no number (NotANumber), an
// acceptance without a reason or a date (NotGiven), or until no day of the calendar (NotADate) or a past one
// (PastDate).
[[nodiscard]] Core::Result<Sheet::GuardRules> rulesOf(const GuardOptions &options, const QDate &today);

[[nodiscard]] QStringList guardNames(); // all of them
[[nodiscard]] QString acceptOptions(Sheet::Guard guard); // that would accept it: "--accept … --reason TEXT --until …"

} // namespace Cli
