#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace Sheet {

// The cells of a grid, compressed, to be stored: kinds and texts exactly, some 6 bytes a cell of usual data. They are
// packed in bands of whole rows, so that some of them can be read without unpacking all. Immutable; any thread.
class PackedGrid
{
public:
    // None: it would take more than `maxBytes`, or a row has several megabytes of text.
    [[nodiscard]] static std::optional<PackedGrid> of(const Grid &grid, qsizetype maxBytes);

    // As stored. None: it is not one of this version, or a byte of it has changed.
    [[nodiscard]] static std::optional<PackedGrid> fromBytes(QByteArray bytes);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    // Visits the cells of `spans`, which are in reading order, until `visit` returns false. Cells beyond the grid are
    // Empty; a cell's text is valid until `visit` returns. Needs memory for one band.
    using Visit = std::function<bool(const Address &place, const Cell &cell)>;
    void visitCells(const std::vector<Span> &spans, const Visit &visit) const;

private:
    explicit PackedGrid(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    QByteArray m_bytes;
};

} // namespace Sheet
