#pragma once

#include "sheet/rectangle.h"
#include "workiva/jsonwalk.h"

#include <optional>

namespace Workiva {

// Collects {"startRow": 2, "startColumn": 1, "stopRow": 4, "stopColumn": 3}: 0-based, the stops inclusive, each of them
// null where a range is open.
class RangeJson
{
public:
    void take(std::string_view key, const Sheet::Cell &value);

    // Open sides end at the limits of a sheet. Nothing when no beginning was told, or no range came out of it.
    [[nodiscard]] std::optional<Sheet::Rectangle> rectangle() const;

private:
    std::optional<int> m_startRow;
    std::optional<int> m_startColumn;
    std::optional<int> m_stopRow;
    std::optional<int> m_stopColumn;
};

} // namespace Workiva
