#pragma once

#include "core/result.h"

#include <QJsonObject>

#include <span>

namespace Profiles {

// The schemas of what is stored, by version. A document, which is what a file holds, tells its own as a number from 1.
// A field that is gone, or that means something else, needs a new version, and with it a migration; a new field does
// not, nor does a new value of a known one: a reader that does not know the value takes the document for a later
// version's.

// Makes a document of one version one of the next, but for the version, which is not its business. A function in
// migrations.cpp; it knows no Account or Profile, because those go on to change, and it never does.
using Migration = QJsonObject (*)(QJsonObject);
using Migrations = std::span<const Migration>; // from version 1 on

[[nodiscard]] Migrations accountMigrations();
[[nodiscard]] Migrations profileMigrations();

extern const QString schemaVersionKey;

[[nodiscard]] int currentVersion(Migrations migrations); // what they lead to

// The document as one of the current version. BadFile with the place as subject where it tells no version; with the
// cause Core::LaterVersion where it tells a later one.
[[nodiscard]] Core::Result<QJsonObject> migrated(QJsonObject document, Migrations migrations);

} // namespace Profiles
