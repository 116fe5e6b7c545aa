#include "workiva/baseurlregion.h"

namespace Workiva {

QUrl baseUrl(BaseUrlRegion region)
{
    return QUrl(QStringLiteral("https://api.") + webHost(region));
}

QString webHost(BaseUrlRegion region)
{
    switch (region) {
    case BaseUrlRegion::Us: return QStringLiteral("app.wdesk.com");
    case BaseUrlRegion::Eu: return QStringLiteral("eu.wdesk.com");
    case BaseUrlRegion::Apac: return QStringLiteral("apac.wdesk.com");
    }
    Q_UNREACHABLE();
}

QString name(BaseUrlRegion region)
{
    switch (region) {
    case BaseUrlRegion::Us: return QStringLiteral("us");
    case BaseUrlRegion::Eu: return QStringLiteral("eu");
    case BaseUrlRegion::Apac: return QStringLiteral("apac");
    }
    Q_UNREACHABLE();
}

std::optional<BaseUrlRegion> fromName(const QString &text)
{
    for (const auto region : {BaseUrlRegion::Us, BaseUrlRegion::Eu, BaseUrlRegion::Apac}) {
        if (text.compare(name(region), Qt::CaseInsensitive) == 0)
            return region;
    }
    return {};
}

} // namespace Workiva
