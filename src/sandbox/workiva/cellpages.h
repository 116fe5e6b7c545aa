#pragma once

#include "sheet/rectangle.h"

#include <QString>

#include <optional>

namespace Sandbox {

// Divides a block of cells into pages: as many whole rows as fit, or a part of a row if one does not fit.
struct CellPage
{
    Sheet::Rectangle cells; // empty if the block is
    std::optional<Sheet::Address> next; // start of the next page
};

[[nodiscard]] CellPage cellPage(const Sheet::Rectangle &block, const Sheet::Address &from, int maxCells);

// Converts an address to the text of $next, and back; nothing for an invalid text.
[[nodiscard]] QString nextToken(const Sheet::Address &address);
[[nodiscard]] std::optional<Sheet::Address> readNextToken(const QString &token);

} // namespace Sandbox
