#include "ui/look/applicationicon.h"

#include <QImage>
#include <QTest>

class TestApplicationIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySizeHasItsOwnPicture_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 24, 32, 48, 64, 128, 256, 512})
            QTest::addRow("%d", size) << size;
    }
    void everySizeHasItsOwnPicture()
    {
        QFETCH(const int, size);
        const QIcon icon = Ui::applicationIcon();
        QVERIFY(icon.availableSizes().contains(QSize(size, size)));
        const QImage image = icon.pixmap(size, size).toImage();
        QCOMPARE(image.size(), QSize(size, size));
        QCOMPARE(qAlpha(image.pixel(0, 0)) < 255, true); // its corners are round
        QCOMPARE(qAlpha(image.pixel(size / 2, size / 2)), 255);
    }

    void iconOfAWindowHasNoLargePictures()
    {
        const QList<QSize> sizes = Ui::windowIcon().availableSizes();
        const QList<QSize> all = Ui::applicationIcon().availableSizes();
        QVERIFY(sizes.contains(QSize(128, 128)));
        for (const QSize &size : all)
            QCOMPARE(sizes.contains(size), size.width() <= 128);
    }
};

QTEST_MAIN(TestApplicationIcon)
#include "tst_applicationicon.moc"
