#include "ui/look/firstsize.h"

#include <QScreen>
#include <QTest>
#include <QWidget>

class TestFirstSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizeIsTheWantedOne()
    {
        QWidget window;
        Ui::setFirstSize(&window, {300, 200});
        QCOMPARE(window.size(), QSize(300, 200));
    }

    void screenHasRoomForWindowAndFrame()
    {
        QWidget window;
        Ui::setFirstSize(&window, {100000, 100000});
        const QSize screen = window.screen()->availableSize();
        QVERIFY(window.width() < screen.width());
        QVERIFY(window.height() < screen.height() - 20); // a title bar
        QVERIFY(window.height() > screen.height() / 2);
    }
};

QTEST_MAIN(TestFirstSize)
#include "tst_firstsize.moc"
