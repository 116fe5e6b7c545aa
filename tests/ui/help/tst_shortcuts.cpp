#include "ui/help/shortcuts.h"
#include "ui/interaction.h"

#include <QDialog>
#include <QMainWindow>
#include <QMenuBar>
#include <QShortcut>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using Ui::Shortcut;

namespace {

QString keys(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

} // namespace

class TestShortcuts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsOfMenusAreListedInTheirOrder()
    {
        QMainWindow window;
        QMenu *file = window.menuBar()->addMenu(u"&File"_s);
        file->addAction(u"&Import…"_s, QKeySequence(Qt::CTRL | Qt::Key_I), &window, [] {});
        file->addAction(u"Without keys"_s);
        file->addMenu(u"&More"_s)->addAction(u"&Deep"_s, QKeySequence(Qt::Key_F9), &window, [] {});
        window.menuBar()->addMenu(u"&Help"_s)->addAction(u"&Guide"_s, QKeySequence(Qt::Key_F1), &window, [] {});
        QCOMPARE(Ui::shortcutsOf(window),
                 (QList<Shortcut>{{u"File"_s, u"Import"_s, keys(Qt::CTRL | Qt::Key_I)},
                                  {u"File"_s, u"Deep"_s, keys(Qt::Key_F9)},
                                  {u"Help"_s, u"Guide"_s, keys(Qt::Key_F1)}}));
    }

    void everyActionIsListedOnce()
    {
        QMainWindow window;
        auto *action = new QAction(u"&Run"_s, &window);
        action->setShortcut(Qt::Key_F5);
        window.addAction(action);
        window.menuBar()->addMenu(u"&Writeback"_s)->addAction(action);
        auto *other = new QAction(u"Other"_s, &window);
        other->setShortcuts({Qt::Key_F6, Qt::CTRL | Qt::Key_J});
        window.addAction(other);
        const auto found = Ui::shortcutsOf(window);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0], (Shortcut{u"Writeback"_s, u"Run"_s, keys(Qt::Key_F5)}));
        QCOMPARE(found[1].action, u"Other"_s);
        QVERIFY(found[1].keys.contains(keys(Qt::CTRL | Qt::Key_J)));
    }

    void shortcutWithoutAnActionIsListedByItsExplanation()
    {
        QMainWindow window;
        auto *find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), &window);
        find->setWhatsThis(u"Search"_s);
        new QShortcut(QKeySequence(Qt::Key_Escape), &window); // not explained
        QDialog dialog(&window);
        (new QShortcut(QKeySequence(Qt::Key_F9), &dialog))->setWhatsThis(u"Of the dialog"_s);
        const auto found = Ui::shortcutsOf(window);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].action, u"Search"_s);
    }

    void dialogShowsThem()
    {
        QMainWindow window;
        window.menuBar()->addMenu(u"&File"_s)->addAction(u"&Quit"_s, QKeySequence(Qt::Key_F10), &window, [] {});
        window.show();
        Ui::showShortcuts(&window);
        const auto *tree = window.findChild<QTreeWidget *>();
        QVERIFY(tree);
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), u"Quit"_s);
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(1), keys(Qt::Key_F10));
        QCOMPARE(Support::nameless(tree->window()), QStringList());
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
