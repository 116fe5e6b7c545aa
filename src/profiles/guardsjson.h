#pragma once

#include "core/jsonreader.h"
#include "sheet/guardrules.h"

#include <QJsonObject>

namespace Profiles {

// Rules as a member of a stored document: those that differ from the defaults.
[[nodiscard]] QJsonObject toJson(const Sheet::GuardRules &rules);

// The reader's errors are those of the document. A guard or a level that this version does not know is a BadFile error
// with the cause Core::LaterVersion: a later version wrote it.
[[nodiscard]] Core::Result<Sheet::GuardRules> guardsFromJson(const Core::JsonReader &json);

} // namespace Profiles
