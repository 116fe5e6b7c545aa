#pragma once

#include "core/result.h"

#include <QSet>
#include <QUrl>

namespace Workiva {

// Follows the @nextLink of a list from page to page. Links are absolute or relative, and a gateway may have inserted
// its internal host, so only path and query are used: the next page is requested from the service's own origin, below
// the path of its base URL, if any. So a token is never sent elsewhere. A repeated link is BadReply, because it would
// loop. A value.
class PageLinks
{
public:
    struct Begin
    {
        QUrl base;
        QUrl firstPage; // absolute, or relative to the base
    };

    explicit PageLinks(const Begin &begin);

    // The absolute URL of the next page; empty if the link is empty, which means that there is none.
    [[nodiscard]] Core::Result<QUrl> follow(const QString &link);

private:
    QUrl m_base;
    QUrl m_page;
    QSet<QUrl> m_seen;
};

} // namespace Workiva
