#pragma once

#include "core/result.h"

#include <QJsonObject>

#include <span>

namespace Profiles {

// The versions of the schemas of stored documents. A document, the content of a file, has its version as a number from
// 1. Removing a field or changing its meaning requires a new version, and therefore a migration. Adding a field, or a
// new value of an existing one, does not: a reader that does not know a value treats the document as a later version's.

// Converts a document to the next version, except for the version number itself. A function in migrations.cpp; it does
// not use Account or Profile, because they change, whereas a migration never does.
using Migration = QJsonObject (*)(QJsonObject);
using Migrations = std::span<const Migration>; // from version 1 on

[[nodiscard]] Migrations accountMigrations();
[[nodiscard]] Migrations profileMigrations();

extern const QString schemaVersionKey;

[[nodiscard]] int currentVersion(Migrations migrations); // the version after all migrations

// The document converted to the current version. BadFile with the path as subject if it has no version; with the cause
// Core::LaterVersion if it has a later one.
[[nodiscard]] Core::Result<QJsonObject> migrated(QJsonObject document, Migrations migrations);

} // namespace Profiles
