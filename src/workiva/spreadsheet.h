#pragma once

#include "core/jsonreader.h"

#include <QString>

namespace Workiva {

// What the service tells about a spreadsheet, as far as a writeback asks.
struct Spreadsheet
{
    QString id;
    QString name;
    QString revision; // the latest, changes with every edit; empty when not told
    bool locked = false;
    QString lockWord{}; // what stands there instead of "locked", or nothing: no proof of a lock
    bool isTemplate = false;

    friend bool operator==(const Spreadsheet &, const Spreadsheet &) = default;
};

// Complains through the reader, of a missing ID alone; the value is of use only if its check() is good.
[[nodiscard]] Spreadsheet readSpreadsheet(const Core::JsonReader &json);

} // namespace Workiva
