#include "ui/look/icons.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using Ui::Icon;

namespace {

QImage painted(Icon which, const QColor &color, int side)
{
    QImage picture(side, side, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    Ui::paintIcon(&painter, picture.rect(), which, color);
    return picture;
}

QSet<QRgb> opaqueColors(const QImage &picture)
{
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y).alpha() > 250)
                colors.insert(picture.pixelColor(x, y).rgb());
        }
    }
    return colors;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsDrawnInTheGivenColor()
    {
        QSet<QByteArray> pictures;
        for (int which = 0; which <= int(Icon::Warning); ++which) {
            const QImage picture = painted(Icon(which), Qt::red, 48);
            QCOMPARE(opaqueColors(picture), QSet<QRgb>{QColor(Qt::red).rgb()});
            pictures.insert(QByteArray(reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes()));
        }
        QCOMPARE(pictures.size(), int(Icon::Warning) + 1); // no two are the same
    }

    void colorFollowsThePalette()
    {
        const QIcon icon = Ui::icon(Icon::Run);
        const QPalette before = QGuiApplication::palette();
        for (const QColor &color : {QColor(Qt::darkGreen), QColor(Qt::darkBlue)}) {
            QPalette palette = before;
            palette.setColor(QPalette::WindowText, color);
            QGuiApplication::setPalette(palette);
            QCOMPARE(opaqueColors(icon.pixmap(48, 48).toImage()), QSet<QRgb>{color.rgb()});
        }
        QGuiApplication::setPalette(before);
    }

    void isSharpAtEveryScale()
    {
        QPixmap picture(32, 32);
        picture.setDevicePixelRatio(2);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        Ui::paintIcon(&painter, QRect(0, 0, 16, 16), Icon::Check, Qt::black);
        painter.end();
        picture.setDevicePixelRatio(1);
        QCOMPARE(picture.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied),
                 painted(Icon::Check, Qt::black, 32));
    }

    void tonesHaveDifferentSymbols()
    {
        QSet<int> symbols;
        for (const auto tone :
             {Words::Tone::Note, Words::Tone::Ok, Words::Tone::Warning, Words::Tone::Error, Words::Tone::Waiting})
            symbols.insert(int(Ui::symbolOf(tone)));
        QCOMPARE(symbols.size(), 5);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
