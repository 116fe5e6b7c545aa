#include "ui/look/wraplabel.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Ui::WrapLabel;

class TestWrapLabel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordWithoutSpacesWraps()
    {
        WrapLabel label;
        label.setText(QString(200, u'W'));
        const int line = label.fontMetrics().height();
        QVERIFY(label.heightForWidth(200) > 5 * line);
        QVERIFY(label.minimumSizeHint().width() < 200);
        label.setText(u"W"_s);
        QVERIFY(label.heightForWidth(200) < 2 * line);
    }

    void everyLineBreakIsALine()
    {
        WrapLabel label;
        label.setText(u"a"_s);
        const int one = label.heightForWidth(200);
        label.setText(u"a\nb\nc"_s);
        QCOMPARE(label.heightForWidth(200), 3 * one);
    }

    void lastLineIsPainted()
    {
        WrapLabel label;
        label.setText(QString(200, u'W'));
        label.resize(200, label.heightForWidth(200));
        const QImage image = label.grab().toImage();
        const QRect last(0, image.height() - label.fontMetrics().height(), 20, label.fontMetrics().height());
        const QImage end = image.copy(last);
        bool hasInk = false;
        for (int y = 0; y < end.height(); ++y) {
            for (int x = 0; x < end.width(); ++x)
                hasInk = hasInk || end.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1);
        }
        QVERIFY(hasInk);
    }
};

QTEST_MAIN(TestWrapLabel)
#include "tst_wraplabel.moc"
