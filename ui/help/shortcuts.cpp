#include "ui/help/shortcuts.h"

#include "ui/look/opendialog.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

// Without its mnemonic and what follows where a dialog opens.
QString plain(QString text)
{
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

QString keysOf(const QList<QKeySequence> &all)
{
    return QKeySequence::listToString(all, QKeySequence::NativeText);
}

class Collector
{
public:
    void add(const QString &group, const QAction &action)
    {
        if (const QMenu *menu = action.menu()) {
            for (const QAction *one : menu->actions())
                add(group, *one);
        } else if (const QString keys = keysOf(action.shortcuts()); !keys.isEmpty() && !m_seen.contains(&action)) {
            m_seen.insert(&action);
            m_found.append({group, plain(action.text()), keys});
        }
    }

    // Of a shortcut without an action: what it does is its What's This text.
    void add(const QString &group, const QShortcut &shortcut)
    {
        if (!shortcut.whatsThis().isEmpty())
            m_found.append({group, shortcut.whatsThis(), keysOf(shortcut.keys())});
    }

    [[nodiscard]] const QList<Shortcut> &found() const { return m_found; }

private:
    QList<Shortcut> m_found;
    QSet<const QAction *> m_seen;
};

} // namespace

QList<Shortcut> shortcutsOf(const QMainWindow &window)
{
    Collector collector;
    if (const auto *bar = window.findChild<QMenuBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QAction *menu : bar->actions())
            collector.add(plain(menu->text()), *menu);
    }
    const QString others = Text::tr("Window");
    for (const auto *action : window.findChildren<QAction *>()) {
        const auto *owner = qobject_cast<const QWidget *>(action->parent());
        if (owner && owner->window() == &window) // not of a dialog
            collector.add(others, *action);
    }
    for (const auto *shortcut : window.findChildren<QShortcut *>()) {
        const auto *owner = qobject_cast<const QWidget *>(shortcut->parent());
        if (owner && owner->window() == &window)
            collector.add(others, *shortcut);
    }
    return collector.found();
}

void showShortcuts(QMainWindow *window)
{
    auto *dialog = new QDialog(window);
    dialog->setWindowTitle(Text::tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget;
    tree->setAccessibleName(Text::tr("Keyboard shortcuts"));
    tree->setHeaderLabels({Text::tr("Action"), Text::tr("Keys")});
    tree->setRootIsDecorated(false);
    QTreeWidgetItem *group = nullptr;
    for (const Shortcut &one : shortcutsOf(*window)) {
        if (!group || group->text(0) != one.group) {
            group = new QTreeWidgetItem(tree, {one.group});
            QFont bold = tree->font();
            bold.setBold(true);
            group->setFont(0, bold);
        }
        new QTreeWidgetItem(group, {one.action, one.keys});
    }
    tree->expandAll();
    tree->setItemsExpandable(false);
    tree->setCurrentItem(tree->topLevelItem(0));
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 70, dialog->fontMetrics().height() * 32);
    openDialog(dialog);
    tree->setFocus();
}

} // namespace Ui
