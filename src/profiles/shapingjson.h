#pragma once

#include "core/jsonreader.h"
#include "sheet/shaping.h"

#include <QJsonObject>

namespace Profiles {

// The choice of columns as a member of a stored document; a rule has only the members that it sets.
[[nodiscard]] QJsonObject toJson(const Sheet::Shaping &shaping);

// The reader's errors are those of the document. A type or a rule for nulls that this version does not know is a
// BadFile error with the cause Core::LaterVersion: a later version wrote it.
[[nodiscard]] Core::Result<Sheet::Shaping> shapingFromJson(const Core::JsonReader &json);

} // namespace Profiles
