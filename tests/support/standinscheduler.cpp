#include "support/standinscheduler.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Support {

StandInScheduler::StandInScheduler()
{
    for (const QString &program : {u"systemctl"_s, u"systemd-run"_s, u"loginctl"_s, u"crontab"_s}) {
        const QString command = u"#!/bin/sh\nexec '%1' -IS '%2' %3 \"$@\"\n"_s.arg(
            QStringLiteral(PYTHON), QStringLiteral(FAKE_SCHEDULER), program);
        QFile file(filePath(program));
        if (!file.open(QIODevice::WriteOnly) || file.write(command.toUtf8()) < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
            qFatal("The stand-in for a scheduler cannot be written");
    }
}

QProcessEnvironment StandInScheduler::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_place.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"FAKE_SCHEDULER"_s, m_place.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, filePath(u"config"_s));
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s); // no keychain
    return environment;
}

void StandInScheduler::replaceOwn() const
{
    const QProcessEnvironment own = environment();
    for (const QString &name : {u"PATH"_s, u"FAKE_SCHEDULER"_s, u"XDG_CONFIG_HOME"_s})
        qputenv(qPrintable(name), own.value(name).toUtf8());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

} // namespace Support
