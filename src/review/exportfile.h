#pragma once

#include "core/result.h"

class QSaveFile;

namespace Review {

// A file that appears complete or not at all. Disk names it if it cannot be written.
[[nodiscard]] Core::Result<void> openExport(QSaveFile &file);
[[nodiscard]] Core::Result<void> commitExport(QSaveFile &file); // also fails if an earlier write() did

} // namespace Review
