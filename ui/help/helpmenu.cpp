#include "ui/help/helpmenu.h"

#include "runs/datafolder.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/guidewindow.h"
#include "ui/help/shortcuts.h"
#include "ui/help/supportdialog.h"
#include "ui/help/supportfacts.h"
#include "ui/look/opendialog.h"
#include "ui/look/openpage.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QUrl>
#include <QWhatsThis>

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HelpMenu)
};

// Beside its window, so that one can read while one works.
void showGuide(QMainWindow *window)
{
    auto *guide = window->findChild<GuideWindow *>();
    if (!guide) {
        guide = new GuideWindow(window);
        guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    guide->show();
    guide->raise();
    guide->activateWindow();
}

} // namespace

void addHelp(QMenu *menu, QMainWindow *window, const HelpTopics &topics)
{
    menu->addAction(Text::tr("&Guide"), QKeySequence::HelpContents, window, [window] { showGuide(window); });
    menu->addAction(Text::tr("&Keyboard shortcuts"), window, [window] { showShortcuts(window); });
    menu->addAction(QWhatsThis::createAction(window));
    menu->addSeparator();
    menu->addAction(Text::tr("Open &data folder"), window,
                    [window, path = topics.folder.path()] { openPage(window, QUrl::fromLocalFile(path)); });
    menu->addAction(Text::tr("Save &support report…"), window, [window, topics] {
        const SupportFacts facts =
            supportFacts(topics.store, topics.secrets, topics.folder, Profiles::settingsIn(QSettings()));
        openDialog(new SupportDialog(supportReport(facts), window));
    });
    menu->addSeparator();
    menu->addAction(Text::tr("&About Workiva Writeback"), window, [window] { openDialog(new AboutDialog(window)); });
}

} // namespace Ui
