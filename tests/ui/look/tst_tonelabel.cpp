#include "ui/look/toneicon.h"
#include "ui/look/tonelabel.h"

#include <QAccessible>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

using Ui::ToneLabel;
using Words::Tone;

namespace {

const QList tones{Tone::Ok, Tone::Warning, Tone::Error, Tone::Waiting};

// Web Content Accessibility Guidelines 2.1: relative luminance.
double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace

class TestToneLabel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenReaderIsToldTheTone()
    {
        ToneLabel label;
        for (const Tone tone : tones) {
            label.setLine({tone, u"a"_s});
            QCOMPARE(label.tone(), tone);
            QCOMPARE(label.text(), u"a"_s);
            const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&label);
            QCOMPARE(told->text(QAccessible::Name), u"a"_s);
            QCOMPARE(told->text(QAccessible::Description), Words::toneName(tone));
        }
    }

    void everyToneLooksDifferent()
    {
        QSet<QByteArray> pictures;
        ToneLabel label;
        for (const Tone tone : tones + QList{Tone::Note}) {
            label.setLine({tone, u"a"_s});
            label.resize(label.sizeHint().expandedTo({60, 20}));
            // Distinguishable without colour.
            const QImage picture = label.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            pictures.insert(QByteArray(reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes()));
        }
        QCOMPARE(pictures.size(), 5);
    }

    void noteTakesNoRoomForASymbol()
    {
        ToneLabel label;
        label.setWordWrap(false);
        label.setLine({Tone::Note, u"a"_s});
        const int width = label.sizeHint().width();
        label.setLine({Tone::Error, u"a"_s});
        QVERIFY(label.sizeHint().width() > width);
        QVERIFY(Ui::toneIcon(Tone::Note).isNull());
    }

    void symbolsStandOutInBothSchemes()
    {
        for (const QColor &ground : {QColor(0xf6, 0xf7, 0xf9), QColor(0x1b, 0x1f, 0x26)}) {
            QPalette palette;
            palette.setColor(QPalette::Window, ground);
            for (const Tone tone : tones)
                QVERIFY(contrast(Ui::toneColor(tone, palette), ground) >= 4.5);
        }
    }
};

QTEST_MAIN(TestToneLabel)
#include "tst_tonelabel.moc"
