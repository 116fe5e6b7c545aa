#pragma once

#include <QString>

namespace Words {

// Those of a recorded run, see Writeback::optionsText(): "Replace; column names as first row". Empty: not recorded.
[[nodiscard]] QString optionNames(const QString &options);

} // namespace Words
