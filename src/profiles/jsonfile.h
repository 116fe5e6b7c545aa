#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace Profiles {

// A JSON object in a file of its own, beside the version of its schema. Whatever a reader of this schema cannot
// understand, a new value of a known field too, needs a new version.
constexpr int schemaVersion = 1;

extern const QString schemaVersionKey;

// 0 when the object does not say.
[[nodiscard]] int schemaVersionOf(const QJsonObject &object);

enum class Readers { Owner, AsUsual };

// Atomic: the file is the old one or the new one, never half of it. Disk with the path as subject.
[[nodiscard]] Core::Result<void> writeJsonFile(const QString &path, QJsonObject object, Readers readers);

} // namespace Profiles
