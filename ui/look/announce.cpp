#include "ui/look/announce.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

const QString announcementName = u"announcement"_s;

// What was announced last at a place. It is not among the children of that place, which has the same text.
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

Announcement *announcementAt(QWidget *place)
{
    auto *object = place->findChild<QObject *>(announcementName, Qt::FindDirectChildrenOnly);
    if (!object) {
        object = new QObject(place);
        object->setObjectName(announcementName);
        QAccessible::registerAccessibleInterface(new Announcement(object)); // Qt's cache owns it
    }
    return static_cast<Announcement *>(QAccessible::queryAccessibleInterface(object));
}

} // namespace

// On Linux, Qt 6.4 does not pass alerts on. Screen readers there speak a notification when it is shown.
void announce(QWidget *place, const Words::Line &line)
{
    if (!place->isVisible() || line.text.isEmpty())
        return;
    Announcement *announcement = announcementAt(place);
    announcement->setLine(line);
    for (const QAccessible::Event kind : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(announcement, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace Ui
