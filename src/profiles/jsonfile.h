#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace Profiles {

// A JSON object in a file.

// Disk; BadFile if it is not a JSON object, or larger than anything this program stores. The subject is the path.
[[nodiscard]] Core::Result<QJsonObject> readJsonFile(const QString &path);

enum class Readers { Owner, AsUsual };

// Atomic: the file has either its old or its new content. Disk with the path as subject.
[[nodiscard]] Core::Result<void> writeJsonFile(const QString &path, const QJsonObject &object, Readers readers);

// Adds the file to an error about a place in a document: a BadFile's subject becomes the path, and its place is put
// before the detail. Other errors are unchanged.
[[nodiscard]] Core::Error inFile(const QString &path, Core::Error error);

} // namespace Profiles
