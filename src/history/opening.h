#pragma once

#include "history/database.h"

#include <memory>

namespace History {

struct OpenedHistory
{
    std::unique_ptr<Database> database;
    QString setAside; // the new path of a damaged file; empty: there was none
};

// Opens the history, creates it if needed, and upgrades it to this version's schema. Programs that open the same file
// at the same time do so one after the other. Errors are Disk with the path as subject.
[[nodiscard]] Core::Result<std::unique_ptr<Database>> openHistory(const Place &place);

// The same after checking every page: a damaged file is renamed to <name>.broken, with its log, and a new one is
// created.
[[nodiscard]] Core::Result<OpenedHistory> openSoundHistory(const Place &place);

} // namespace History
