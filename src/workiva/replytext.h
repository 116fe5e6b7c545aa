#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <forward_list>
#include <string>

namespace Workiva {

// The body of a reply that is parsed in place, and the texts of its cells, which point into it. Invalid text (half a
// surrogate pair from a truncated emoji; invalid UTF-8) makes only its own cell Unreadable. Movable, not copyable; its
// cells stay valid.
class ReplyText
{
public:
    ReplyText() = default;
    explicit ReplyText(QByteArray body);
    ReplyText(ReplyText &&) = default;
    ReplyText &operator=(ReplyText &&) = default;
    ~ReplyText() = default;
    ReplyText(const ReplyText &) = delete;
    ReplyText &operator=(const ReplyText &) = delete;

    // For an in-place parser. A lone \ud83d was replaced with invalid UTF-8, because a parser would reject the whole
    // reply.
    [[nodiscard]] char *data() { return m_body.data(); }

    // A text from the body as a cell.
    [[nodiscard]] Sheet::Cell cell(std::string_view text);

private:
    QByteArray m_body;
    std::forward_list<std::string> m_repaired; // texts of unreadable cells, with U+FFFD
};

} // namespace Workiva
