#pragma once

#include "core/result.h"
#include "sheet/grid.h"

#include <QString>

#include <optional>

namespace Sheet {

// How the source is turned into the desired grid of the region.
struct UpdateMethod
{
    enum class Kind {
        Replace, // the region gets the source and nothing else
    };

    Kind kind = Kind::Replace;

    friend bool operator==(const UpdateMethod &, const UpdateMethod &) = default;
};

[[nodiscard]] QString name(const UpdateMethod &method); // as files and options have it: "replace"
[[nodiscard]] std::optional<UpdateMethod> updateMethod(const QString &text);

// The desired grid of the region. All three are at the region's anchor; a cell only in `existing` is to be cleared:
// diff() sees that it is missing from the result.
[[nodiscard]] Core::Result<Grid> compose(const Grid &existing, Grid source, const UpdateMethod &method);

} // namespace Sheet
