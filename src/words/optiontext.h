#pragma once

#include <QString>

namespace Words {

// Those of a recorded run, see Writeback::optionsText(): "Replace; column names as first row". Empty: not recorded.
[[nodiscard]] QString optionNames(const QString &options);

// Those of them by which the cells are others than the DataSet's own: the choice of columns, and what is made
// of values. SQL is only mentioned. Empty: none.
[[nodiscard]] QString shapingNames(const QString &options);

} // namespace Words
