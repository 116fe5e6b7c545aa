#pragma once

#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <optional>

namespace Support {

// Scripts in place of systemctl, systemd-run, loginctl and crontab, with a folder of their own; see fakescheduler.py.
class StandInScheduler
{
public:
    StandInScheduler(); // fails fatally if they cannot be written
    ~StandInScheduler();
    Q_DISABLE_COPY_MOVE(StandInScheduler)

    [[nodiscard]] QString filePath(const QString &name) const { return m_place.filePath(name); }
    [[nodiscard]] QProcessEnvironment environment() const; // for a program that is to find them
    void replaceOwn(); // this program finds them, until the end of this object
    [[nodiscard]] QString unitFolder() const { return filePath(QStringLiteral("config/systemd/user")); }

private:
    QTemporaryDir m_place;
    std::optional<QProcessEnvironment> m_before; // of this program, if it was replaced
};

} // namespace Support
