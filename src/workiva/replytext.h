#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <forward_list>
#include <string>

namespace Workiva {

// The body of a reply that is parsed in place, and the texts of its cells, which point into it. A text that is none
// (half of a surrogate pair, as a cut emoji leaves it; bytes that are no UTF-8) makes its own cell Unreadable, and no
// other. It moves, and its cells stay valid; it does not copy.
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

    // For a parser that works in place. A lone \ud83d was replaced by bytes that are no UTF-8, since a parser would
    // refuse the whole.
    [[nodiscard]] char *data() { return m_body.data(); }

    // A text of the body as a cell.
    [[nodiscard]] Sheet::Cell cell(std::string_view text);

private:
    QByteArray m_body;
    std::forward_list<std::string> m_repaired; // texts of unreadable cells, with U+FFFD
};

} // namespace Workiva
