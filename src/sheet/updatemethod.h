#pragma once

#include "core/result.h"
#include "sheet/grid.h"

#include <QString>

#include <optional>

namespace Sheet {

// How the source becomes the desired grid of the region.
struct UpdateMethod
{
    enum class Kind {
        Replace, // the region holds the source, and nothing else
    };

    Kind kind = Kind::Replace;

    friend bool operator==(const UpdateMethod &, const UpdateMethod &) = default;
};

[[nodiscard]] QString name(const UpdateMethod &method); // as files and options have it: "replace"
[[nodiscard]] std::optional<UpdateMethod> updateMethod(const QString &text);

// The grid that the region shall hold. All three lie at the region's anchor; a cell that only `existing` has is to be
// cleared, which diff() sees by its missing in the result.
[[nodiscard]] Core::Result<Grid> compose(const Grid &existing, Grid source, const UpdateMethod &method);

} // namespace Sheet
