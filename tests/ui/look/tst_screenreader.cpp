#include "ui/look/screenreader.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;

class TestScreenReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Ui::secureScreenReader(); }

    void childThatIsGoneIsNone()
    {
        QScrollArea area;
        area.setWidget(new QLabel(u"content"_s));
        area.show();
        QAccessibleInterface *said = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(said);
        const int count = said->childCount();
        QVERIFY(count > 0);
        QVERIFY(said->child(0));
        for (const int index : {-1, count, count + 1, count + 1000})
            QVERIFY(!said->child(index));
    }

    void contentIsReached()
    {
        QScrollArea area;
        auto *content = new QLabel(u"content"_s);
        area.setWidget(content);
        area.show();
        QAccessibleInterface *said = QAccessible::queryAccessibleInterface(content);
        const QAccessibleInterface *above = QAccessible::queryAccessibleInterface(&area);
        while (said && said != above)
            said = said->parent();
        QVERIFY(said);
    }
};

QTEST_MAIN(TestScreenReader)
#include "tst_screenreader.moc"
