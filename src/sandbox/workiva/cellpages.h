#pragma once

#include "sheet/rectangle.h"

#include <QString>

#include <optional>

namespace Sandbox {

// Divides a block of cells into pages: as many whole rows as fit, or a part of one row where not even one does.
struct CellPage
{
    Sheet::Rectangle cells; // empty when the block is
    std::optional<Sheet::Address> next; // where the page after it begins
};

[[nodiscard]] CellPage cellPage(const Sheet::Rectangle &block, const Sheet::Address &from, int maxCells);

// The $next of an address, and back; nothing for a text that is none.
[[nodiscard]] QString nextToken(const Sheet::Address &address);
[[nodiscard]] std::optional<Sheet::Address> readNextToken(const QString &token);

} // namespace Sandbox
