#pragma once

#include "sandbox/domo/storeddataset.h"

namespace Sandbox {

// The plain web pages that stand where Domo's own would: the list of the DataSets, and one of them.
[[nodiscard]] QString dataSetIndex(const std::vector<StoredDataSet> &dataSets);
[[nodiscard]] QString dataSetPage(const StoredDataSet &dataSet);

} // namespace Sandbox
