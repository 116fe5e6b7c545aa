#pragma once

#include "core/result.h"
#include "sheet/cell.h"
#include "sheet/region.h"
#include "workiva/replytext.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace Workiva {

// One page of a values reply, {"@nextLink": …, "data": [{"range": "B3:F20", "values": [[…], …]}, …]}, read in one
// streaming pass: a number keeps its digits, null is Empty, invalid text is Unreadable, rows may differ in length. Owns
// the reply, which its cells point into; movable, not copyable. Any other structure is BadReply with the path as
// subject ("$.data[0].values[3][7]").
class ValuesPage
{
public:
    struct Block
    {
        std::optional<Sheet::Region> range; // where the values may be, if reported: see PagePlacement
        size_t firstRow = 0; // in the page
        size_t endRow = 0;
    };

    [[nodiscard]] static Core::Result<ValuesPage> parse(QByteArray reply);

    ValuesPage(ValuesPage &&) = default;
    ValuesPage &operator=(ValuesPage &&) = default;
    ~ValuesPage() = default;
    ValuesPage(const ValuesPage &) = delete;
    ValuesPage &operator=(const ValuesPage &) = delete;

    [[nodiscard]] const QString &nextLink() const { return m_nextLink; } // empty on the last page
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }
    [[nodiscard]] std::span<const Sheet::Cell> row(size_t row) const; // of the page, counting the rows of all blocks

private:
    class Reader;
    ValuesPage() = default;

    ReplyText m_reply; // strings are unescaped in place
    QString m_nextLink;
    std::vector<Block> m_blocks;
    std::vector<Sheet::Cell> m_cells;
    std::vector<size_t> m_rowEnds; // in m_cells
};

} // namespace Workiva
