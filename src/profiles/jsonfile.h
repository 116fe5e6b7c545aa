#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace Profiles {

// A JSON object in a file of its own.

// Disk, or BadFile when it holds no JSON object or is larger than anything that is stored, with the path as subject.
[[nodiscard]] Core::Result<QJsonObject> readJsonFile(const QString &path);

enum class Readers { Owner, AsUsual };

// Atomic: the file is the old one or the new one, never half of it. Disk with the path as subject.
[[nodiscard]] Core::Result<void> writeJsonFile(const QString &path, const QJsonObject &object, Readers readers);

// An error about a place in a document, whose file is known here: a BadFile's subject becomes the path, and its place
// goes before the detail. Others are as they are.
[[nodiscard]] Core::Error inFile(const QString &path, Core::Error error);

} // namespace Profiles
