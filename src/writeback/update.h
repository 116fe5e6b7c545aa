#pragma once

#include "domo/dataset.h"
#include "sheet/update.h"

namespace Writeback {

// The update's method, with the columns of a grid, which are those of a DataSet or what a shaping made of them.
// InvalidInput, with Sheet::UpdateFault as cause, if its parts do not fit together, or a column cannot be what it is
// named for. `datesAsText`: see DataSetSource.
[[nodiscard]] Core::Result<Sheet::UpdateMethod> methodOf(const Sheet::Update &update, const QList<Domo::Column> &schema,
                                                         bool datesAsText);

} // namespace Writeback
