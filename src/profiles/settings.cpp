#include "profiles/settings.h"

#include <QHash>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

using Use = Core::ProxyChoice::Use;

const QString languageKey = u"settings/language"_s;
const QString proxyKey = u"settings/proxy"_s;
const QString proxyHostKey = u"settings/proxyHost"_s;
const QString proxyPortKey = u"settings/proxyPort"_s;
const QString notifiesKey = u"settings/notifications"_s;
const QString runsAtOnceKey = u"settings/runsAtOnce"_s;
const QString confirmsKey = u"settings/confirmEveryRun"_s;

const QHash<Use, QString> &useNames()
{
    static const QHash<Use, QString> names{
        {Use::System, u"system"_s}, {Use::None, u"none"_s}, {Use::Manual, u"manual"_s}};
    return names;
}

int numberIn(const QVariant &value, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? number : otherwise;
}

} // namespace

bool isHostName(const QString &text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return !text.isEmpty() && !url.host().isEmpty();
}

Settings settingsIn(const QSettings &stored)
{
    const Settings usual;
    Settings settings;
    settings.language = stored.value(languageKey).toString();
    settings.proxy.use = useNames().key(stored.value(proxyKey).toString(), usual.proxy.use);
    settings.proxy.host = stored.value(proxyHostKey).toString();
    const int port = numberIn(stored.value(proxyPortKey), usual.proxy.port);
    if (port > 0 && port <= std::numeric_limits<quint16>::max())
        settings.proxy.port = quint16(port);
    settings.notifies = stored.value(notifiesKey, usual.notifies).toBool();
    settings.runsAtOnce =
        std::clamp(numberIn(stored.value(runsAtOnceKey), usual.runsAtOnce), 1, Settings::maxRunsAtOnce);
    settings.confirmsEveryRun = stored.value(confirmsKey, usual.confirmsEveryRun).toBool();
    return settings;
}

Core::Result<void> save(const Settings &settings, QSettings &stored)
{
    stored.setValue(languageKey, settings.language);
    stored.setValue(proxyKey, useNames().value(settings.proxy.use));
    stored.setValue(proxyHostKey, settings.proxy.host);
    stored.setValue(proxyPortKey, int(settings.proxy.port));
    stored.setValue(notifiesKey, settings.notifies);
    stored.setValue(runsAtOnceKey, settings.runsAtOnce);
    stored.setValue(confirmsKey, settings.confirmsEveryRun);
    stored.sync();
    if (stored.status() != QSettings::NoError)
        return Core::fail(Core::ErrorKind::Disk, stored.fileName());
    return {};
}

} // namespace Profiles
