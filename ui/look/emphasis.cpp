#include "ui/look/emphasis.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace Ui {

namespace {

constexpr auto primaryProperty = "primary"; // dynamic: the style has nothing but the widget to look at

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

void makeOrdinary(QPushButton *button, Icon which)
{
    button->setIcon(icon(which, QPalette::ButtonText));
    button->setProperty(primaryProperty, false);
    button->update();
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
    label->setFont(semiBold(scaled(label->font(), titleText)));
}

void makeHeading(QLabel *label)
{
    label->setFont(semiBold(scaled(label->font(), headingText)));
}

void makeSecondary(QLabel *label)
{
    label->setFont(scaled(label->font(), smallText));
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace Ui
