#include "ui/controls.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget))
        return false;
    if (qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QComboBox *>(widget->parentWidget()))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QProgressBar *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

bool takesInput(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return widget->metaObject()->userProperty().isWritable() && (!button || button->isCheckable())
        && !qobject_cast<const QScrollBar *>(widget);
}

bool hasName(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
}

} // namespace

QList<QWidget *> inputs(const QWidget *root)
{
    QList<QWidget *> found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (takesInput(widget) && !takesInput(widget->parentWidget()))
            found.append(widget);
    }
    return found;
}

bool enterOther(QWidget *input)
{
    if (auto *box = qobject_cast<QComboBox *>(input)) {
        while (box->count() < 2) // there has to be something else
            box->addItem(u"other"_s);
        QTest::keyClick(box, box->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
        return true;
    }
    if (auto *button = qobject_cast<QAbstractButton *>(input)) {
        if (button->group() && button->isChecked()) // another one of its group
            button = button->group()->buttons().first() == button ? button->group()->buttons().last()
                                                                  : button->group()->buttons().first();
        button->click();
        return true;
    }
    if (auto *list = qobject_cast<QListWidget *>(input)) { // of items to tick
        if (list->count() == 0)
            (new QListWidgetItem(u"other"_s, list))->setCheckState(Qt::Unchecked);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        return true;
    }
    if (auto *box = qobject_cast<QAbstractSpinBox *>(input)) {
        const QString before = box->text();
        box->stepUp();
        if (box->text() == before)
            box->stepDown();
        return box->text() != before;
    }
    if (qobject_cast<QLineEdit *>(input) || qobject_cast<QPlainTextEdit *>(input)) {
        QTest::keyClick(input, Qt::Key_7);
        return true;
    }
    return false;
}

QStringList nameless(const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const bool inside = widget->objectName().startsWith("qt_"_L1);
        const bool ofTable = qobject_cast<const QTableView *>(widget->parentWidget()) != nullptr; // its corner
        const bool ofField = qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr; // named by its action
        if (!inside && !ofTable && !ofField && isControl(widget) && !hasName(widget))
            found.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return found;
}

} // namespace Support
