#include "workiva/baseurlregion.h"

using namespace Qt::StringLiterals;

namespace Workiva {

QUrl baseUrl(BaseUrlRegion region)
{
    return QUrl(u"https://api."_s + webHost(region));
}

QString webHost(BaseUrlRegion region)
{
    switch (region) {
    case BaseUrlRegion::Us: return u"app.wdesk.com"_s;
    case BaseUrlRegion::Eu: return u"eu.wdesk.com"_s;
    case BaseUrlRegion::Apac: return u"apac.wdesk.com"_s;
    }
    Q_UNREACHABLE();
}

QString name(BaseUrlRegion region)
{
    switch (region) {
    case BaseUrlRegion::Us: return u"us"_s;
    case BaseUrlRegion::Eu: return u"eu"_s;
    case BaseUrlRegion::Apac: return u"apac"_s;
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
