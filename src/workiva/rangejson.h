#pragma once

#include "sheet/rectangle.h"
#include "workiva/jsonwalk.h"

#include <optional>

namespace Workiva {

// Reads {"startRow": 2, "startColumn": 1, "stopRow": 4, "stopColumn": 3}: 0-based, stops inclusive, each null where a
// range is open.
class RangeJson
{
public:
    void take(std::string_view key, const Sheet::Cell &value);

    // Open sides extend to the limits of a sheet. Nothing if the start is missing or the range is invalid.
    [[nodiscard]] std::optional<Sheet::Rectangle> rectangle() const;

private:
    std::optional<int> m_startRow;
    std::optional<int> m_startColumn;
    std::optional<int> m_stopRow;
    std::optional<int> m_stopColumn;
};

} // namespace Workiva
