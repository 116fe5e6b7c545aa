#pragma once

#include "core/result.h"

#include <QSet>
#include <QUrl>

namespace Workiva {

// Follows the @nextLink of a list from page to page. Links are whole addresses or relative ones; one to another origin
// is ForeignHost and is never asked, one that came before is BadReply, because it would go round for ever. A value.
class PageLinks
{
public:
    explicit PageLinks(QUrl firstPage) : m_page(std::move(firstPage)) { } // absolute

    // The address of the next page; empty when the link is, which means that there is none.
    [[nodiscard]] Core::Result<QUrl> follow(const QString &link);

private:
    QUrl m_page;
    QSet<QUrl> m_seen;
};

} // namespace Workiva
