#include "support/standinscheduler.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

void setOwn(const QProcessEnvironment &environment)
{
    for (const char *name : {"PATH", "FAKE_SCHEDULER", "XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS"}) {
        const QString key = QString::fromLatin1(name);
        if (environment.contains(key))
            qputenv(name, environment.value(key).toUtf8());
        else
            qunsetenv(name);
    }
}

} // namespace

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

void StandInScheduler::replaceOwn()
{
    m_before = QProcessEnvironment::systemEnvironment();
    setOwn(environment());
}

StandInScheduler::~StandInScheduler()
{
    if (m_before)
        setOwn(*m_before);
}

} // namespace Support
