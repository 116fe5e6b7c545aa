#include "ui/look/announce.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using namespace std::chrono_literals;

const QString announcementName = u"announcement"_s;
constexpr auto delay = 200ms;

// What is announced at a place. It is not among the children of that place, which has the same text.
class Announcement final : public QAccessibleObject
{
public:
    using QAccessibleObject::QAccessibleObject;

    void setLine(const Words::Line &line) { m_line = line; }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(object()->parent());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }
    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        switch (which) {
        case QAccessible::Name: return m_line.text;
        case QAccessible::Description: return Words::toneName(m_line.tone);
        default: return {};
        }
    }

private:
    Words::Line m_line;
};

// On Linux, Qt 6.4 does not pass alerts on. Screen readers there speak a notification when it is shown.
void say(QObject *announcement)
{
    for (const QAccessible::Event kind : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(announcement, kind);
        QAccessible::updateAccessibility(&event);
    }
}

// The object of an announcement is the timer that delays it.
QTimer *timerAt(QWidget *place)
{
    auto *timer = place->findChild<QTimer *>(announcementName, Qt::FindDirectChildrenOnly);
    if (timer)
        return timer;
    timer = new QTimer(place);
    timer->setObjectName(announcementName);
    timer->setSingleShot(true);
    timer->setInterval(delay);
    QAccessible::registerAccessibleInterface(new Announcement(timer)); // Qt's cache owns it
    QObject::connect(timer, &QTimer::timeout, place, [place, timer] {
        if (place->isVisible())
            say(timer);
    });
    return timer;
}

} // namespace

void announce(QWidget *place, const Words::Line &line)
{
    if (!place->isVisible())
        return;
    QTimer *timer = timerAt(place);
    static_cast<Announcement *>(QAccessible::queryAccessibleInterface(timer))->setLine(line);
    line.text.isEmpty() ? timer->stop() : timer->start();
}

} // namespace Ui
