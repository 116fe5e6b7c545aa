#pragma once

#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace Support {

// Scripts in place of systemctl, systemd-run, loginctl and crontab, with a folder of their own; see fakescheduler.py.
class StandInScheduler
{
public:
    StandInScheduler(); // fails fatally if they cannot be written

    [[nodiscard]] QString filePath(const QString &name) const { return m_place.filePath(name); }
    [[nodiscard]] QProcessEnvironment environment() const; // for a program that is to find them
    void replaceOwn() const; // from now on, this program finds them
    [[nodiscard]] QString unitFolder() const { return filePath(QStringLiteral("config/systemd/user")); }

private:
    QTemporaryDir m_place;
};

} // namespace Support
