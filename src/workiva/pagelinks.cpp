#include "workiva/pagelinks.h"

#include "net/weborigin.h"

namespace Workiva {

Core::Result<QUrl> PageLinks::follow(const QString &link)
{
    using Core::ErrorKind;
    if (link.isEmpty())
        return QUrl();
    const QUrl next = m_page.resolved(QUrl(link));
    const QString place = QStringLiteral("$.@nextLink");
    if (!next.isValid() || next.host().isEmpty())
        return Core::fail(ErrorKind::BadReply, place, QStringLiteral("not a web address"));
    if (!Net::sameOrigin(next, m_page))
        return Core::fail(ErrorKind::ForeignHost, next.host());
    m_seen.insert(m_page);
    if (m_seen.contains(next))
        return Core::fail(ErrorKind::BadReply, place, QStringLiteral("leads back to an earlier page"));
    m_page = next;
    return next;
}

} // namespace Workiva
