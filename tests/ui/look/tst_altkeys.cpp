#include "ui/look/altkeys.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestAltKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
#ifdef Q_OS_MACOS
        QSKIP("Alt types letters here");
#endif
    }

    void letterWithAltIsNoText()
    {
        QLineEdit field;
        QPlainTextEdit text;
        for (QWidget *one : std::initializer_list<QWidget *>{&field, &text}) {
            QTest::keyClick(one, Qt::Key_N, Qt::AltModifier);
            QTest::keyClick(one, Qt::Key_N, Qt::AltModifier | Qt::ShiftModifier);
        }
        QCOMPARE(field.text() + text.toPlainText(), QString());
    }

    void lettersWithoutItAre()
    {
        QLineEdit field;
        QTest::keyClicks(&field, u"nN"_s);
        QTest::keyClick(&field, '@', Qt::AltModifier | Qt::ControlModifier); // as AltGr on other keyboards
        QVERIFY(field.text().startsWith(u"nN"_s));
    }

    void keyOfAButtonWorksWhileThatIsOpen()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        auto *next = new QPushButton(u"&Next"_s);
        layout->addWidget(field);
        layout->addWidget(next);
        int pressed = 0;
        connect(next, &QPushButton::clicked, this, [&pressed] { ++pressed; });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(pressed, 1);
        next->setEnabled(false);
        QTest::keyClick(field, Qt::Key_N, Qt::AltModifier);
        QCOMPARE(field->text(), QString());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Ui::AltKeys keys;
    application.installEventFilter(&keys);
    TestAltKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_altkeys.moc"
