#pragma once

#include "sandbox/domo/storeddataset.h"

namespace Sandbox {

// Plain web pages in place of Domo's own: the list of DataSets, and one DataSet.
[[nodiscard]] QString dataSetIndex(const std::vector<StoredDataSet> &dataSets);
[[nodiscard]] QString dataSetPage(const StoredDataSet &dataSet);

} // namespace Sandbox
