#include "ui/look/style.h"

#include "ui/look/palette.h"

#include <QApplication>
#include <QTest>

class TestStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Ui::Style); }

    void everyPaletteThatADesktopSetsIsFollowed()
    {
        for (const QColor &ground : {QColor(0x2b2b2b), QColor(0xefefef), QColor(Qt::black)}) {
            const QPalette desktop(ground);
            QApplication::setPalette(desktop);
            QCOMPARE(QApplication::palette(), Ui::paletteFor(QApplication::palette()));
            QCOMPARE(Ui::isDark(QApplication::palette()), Ui::isDark(desktop));
            QCOMPARE(Ui::isHighContrast(QApplication::palette()), Ui::isHighContrast(desktop));
        }
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
