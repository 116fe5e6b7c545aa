#pragma once

#include "history/database.h"

#include <memory>

namespace History {

struct OpenedHistory
{
    std::unique_ptr<Database> database;
    QString setAside; // where a damaged file is now; empty: there was none
};

// Opens the history, makes it where there is none, and brings it up to this version's schema. Programs that open one
// file at the same time do so one after the other. Errors are Disk with the path as subject.
[[nodiscard]] Core::Result<std::unique_ptr<Database>> openHistory(const Place &place);

// The same after a look at every page: a damaged file is set aside as <name>.broken, with its log, and a new one begun.
[[nodiscard]] Core::Result<OpenedHistory> openSoundHistory(const Place &place);

} // namespace History
