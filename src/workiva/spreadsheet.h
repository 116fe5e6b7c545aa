#pragma once

#include "core/jsonreader.h"

#include <QDateTime>
#include <QString>

namespace Workiva {

// The metadata of a spreadsheet that a writeback needs.
struct Spreadsheet
{
    QString id;
    QString name;
    QString revision; // the latest, changes with every edit; empty if not reported
    bool locked = false;
    QString lockWord{}; // a value other than the known ones, which may or may not mean a lock; otherwise empty
    bool isTemplate = false;
    QDateTime modifiedAt{}; // the last edit; invalid if not reported

    friend bool operator==(const Spreadsheet &, const Spreadsheet &) = default;
};

// Reports only a missing ID as an error, through the reader; the value is valid only if the reader's check() succeeds.
[[nodiscard]] Spreadsheet readSpreadsheet(const Core::JsonReader &json);

} // namespace Workiva
