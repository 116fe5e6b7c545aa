#pragma once

#include "core/result.h"

#include <QSet>
#include <QUrl>

namespace Workiva {

// Follows the @nextLink of a list from page to page. Links are whole addresses or relative ones, and a gateway may have
// written its inner host into them: of a link path and query count, and the next page is asked of the service's own
// origin, below the path of its base address where that has one. So no token ever goes elsewhere. A link that came
// before is BadReply, because it would go round for ever. A value.
class PageLinks
{
public:
    struct Begin
    {
        QUrl base;
        QUrl firstPage; // absolute, or relative to the base
    };

    explicit PageLinks(const Begin &begin);

    // The address of the next page, absolute; empty when the link is, which means that there is none.
    [[nodiscard]] Core::Result<QUrl> follow(const QString &link);

private:
    QUrl m_base;
    QUrl m_page;
    QSet<QUrl> m_seen;
};

} // namespace Workiva
