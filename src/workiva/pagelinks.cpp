#include "workiva/pagelinks.h"

using namespace Qt::StringLiterals;

namespace Workiva {

PageLinks::PageLinks(const Begin &begin) : m_base(begin.base), m_page(begin.base.resolved(begin.firstPage)) { }

Core::Result<QUrl> PageLinks::follow(const QString &link)
{
    using Core::ErrorKind;
    if (link.isEmpty())
        return QUrl();
    const QUrl told = m_page.resolved(QUrl(link));
    const QString place = u"$.@nextLink"_s;
    if (!told.isValid() || told.host().isEmpty())
        return Core::fail(ErrorKind::BadReply, place, u"not a web address"_s);

    QString path = told.path(QUrl::FullyEncoded);
    QString prefix = m_base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (!path.startsWith(prefix + u'/'))
        path.prepend(prefix); // the internal host does not have the prefix
    QUrl next(m_base);
    next.setPath(path, QUrl::StrictMode);
    next.setQuery(told.query(QUrl::FullyEncoded), QUrl::StrictMode);

    m_seen.insert(m_page);
    if (m_seen.contains(next))
        return Core::fail(ErrorKind::BadReply, place, u"leads back to an earlier page"_s);
    m_page = next;
    return next;
}

} // namespace Workiva
