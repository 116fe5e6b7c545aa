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

    void widgetsDoNotKeepThePaletteThatADesktopGivesThem()
    {
        QWidget window;
        QWidget child(&window);
        QPalette desktop(QColor(0x2b2b2b));
        for (int role = 0; role < int(QPalette::NColorRoles); ++role)
            desktop.setColor(QPalette::ColorRole(role), Qt::darkCyan);
        for (QWidget *widget : {&window, &child}) {
            QEvent event(QEvent::ThemeChange);
            QCoreApplication::sendEvent(widget, &event);
            widget->setPalette(desktop);
        }
        for (const QWidget *widget : {&window, &child})
            QTRY_COMPARE(widget->palette().color(QPalette::Window), QApplication::palette().color(QPalette::Window));
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
