#include "ui/home/startpage.h"

#include "ui/controls.h"
#include "ui/forms/grantrequest.h"
#include "ui/look/emphasis.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::StartPage;

class TestStartPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterCreatesAWriteback()
    {
        QAction create(u"New"_s);
        const QSignalSpy created(&create, &QAction::triggered);
        StartPage page(&create);
        page.show();
        page.setFocus();
        QTest::keyClick(page.focusProxy(), Qt::Key_Space);
        QCOMPARE(created.count(), 1);
    }

    void oneButtonIsFilled()
    {
        QAction create(u"New"_s);
        const StartPage page(&create);
        int filled = 0;
        for (const QPushButton *button : page.findChildren<QPushButton *>())
            filled += Ui::isPrimary(button) ? 1 : 0;
        QCOMPARE(filled, 1);
    }

    void requestToTheAdministratorIsCopied()
    {
        QAction create(u"New"_s);
        const StartPage page(&create);
        QGuiApplication::clipboard()->clear();
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text().startsWith("&Copy"_L1))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), Ui::grantRequestText());
    }

    void everyControlHasAName()
    {
        QAction create(u"New"_s);
        const StartPage page(&create);
        QCOMPARE(Support::nameless(&page), QStringList());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
