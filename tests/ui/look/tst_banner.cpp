#include "ui/look/banner.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::Banner;

class TestBanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsBesideTheSymbol_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void textIsBesideTheSymbol()
    {
        QFETCH(Qt::LayoutDirection, direction);
        Banner banner;
        banner.show(Words::Tone::Warning, u"Heading"_s, u"Body"_s);
        banner.resize(400, 100);
        banner.show();
        banner.setLayoutDirection(direction);
        QCoreApplication::sendPostedEvents(); // it is laid out anew
        const QRect symbol = banner.symbolPlace();
        QCOMPARE(symbol.center().x() < banner.width() / 2, direction == Qt::LeftToRight);
        for (const QLabel *label : banner.findChildren<QLabel *>()) {
            QVERIFY(label->isVisible());
            QVERIFY(!label->geometry().intersects(symbol));
            QVERIFY(banner.rect().contains(label->geometry()));
        }
    }
};

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
