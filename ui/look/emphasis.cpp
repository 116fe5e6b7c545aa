#include "ui/look/emphasis.h"

#include "ui/look/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace Ui {

namespace {

constexpr auto primaryProperty = "primary"; // dynamic: the style has nothing but the widget to look at

void setFont(QLabel *label, double size, QFont::Weight weight)
{
    QFont font = label->font();
    if (font.pixelSize() > 0)
        font.setPixelSize(int(font.pixelSize() * size));
    else
        font.setPointSizeF(font.pointSizeF() * size);
    font.setWeight(weight);
    label->setFont(font);
}

} // namespace

void makePrimary(QPushButton *button)
{
    button->setProperty(primaryProperty, true);
    button->update();
}

void makePrimary(QPushButton *button, Icon which)
{
    button->setIcon(icon(which, QPalette::BrightText));
    makePrimary(button);
}

bool isPrimary(const QAbstractButton *button)
{
    return button && button->property(primaryProperty).toBool();
}

void makeFlat(QAbstractButton *button)
{
    if (auto *push = qobject_cast<QPushButton *>(button))
        push->setFlat(true);
    else if (auto *tool = qobject_cast<QToolButton *>(button))
        tool->setAutoRaise(true);
}

void makeTitle(QLabel *label)
{
    setFont(label, 19.0 / 13, QFont::DemiBold);
}

void makeHeading(QLabel *label)
{
    setFont(label, 15.0 / 13, QFont::DemiBold);
}

void makeSecondary(QLabel *label)
{
    setFont(label, 12.0 / 13, QFont::Normal);
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace Ui
