#pragma once

#include "core/result.h"

namespace Domo {

// The DataSet ID in a pasted text: a bare ID (letters, digits, "-" and "_"), or an address of Domo's web application,
//   [https://]<instance>.domo.com/datasources/<GUID>[/…][?…][#…]
// Anything else is InvalidInput with the text as subject. Pure.
[[nodiscard]] Core::Result<QString> dataSetIdIn(const QString &textOrAddress);

} // namespace Domo
