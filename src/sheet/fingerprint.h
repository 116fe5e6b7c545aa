#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Sheet {

// What tells later which cells of a grid hold something else, without their content: 2 bytes a cell and 8 bytes a row.
// That a row differs is missed once in 2^64 cases, which of its cells do once in 65,536; all of the row's cells count
// then. Cells beyond the grid count as blank. Immutable; any thread.
class Fingerprint
{
public:
    // `changed`: cells, also blank ones beyond the grid, that count as changed until they hold something else; each is
    // in one span.
    [[nodiscard]] static Fingerprint of(const Grid &grid, const std::vector<Span> &changed = {});

    // As stored by an earlier run. None: it is not a fingerprint of this version.
    [[nodiscard]] static std::optional<Fingerprint> fromBytes(QByteArray bytes);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    // The cells that hold something else in `now`, in reading order, joined into spans.
    [[nodiscard]] std::vector<Span> changedIn(const Grid &now) const;
    // Likewise, but without those that of() was told of, unless they hold something else than they did then.
    [[nodiscard]] std::vector<Span> changedSince(const Grid &now) const;

    // Whether the cell there held this, as far as its 2 bytes tell; false for a cell that counts as changed.
    [[nodiscard]] bool matches(const Address &place, const Cell &held) const;

private:
    enum class Kept { AreChanged, AreNot }; // cells that of() was told of
    [[nodiscard]] std::vector<Span> changedIn(const Grid &now, Kept kept) const;
    explicit Fingerprint(QByteArray bytes);
    [[nodiscard]] quint64 row(int row) const;
    [[nodiscard]] quint16 cell(int row, int column) const;

    QByteArray m_bytes;
    int m_rows = 0;
    int m_columns = 0;
};

} // namespace Sheet
