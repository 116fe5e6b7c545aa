#include "ui/look/icons.h"
#include "ui/look/tonelabel.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::ToneLabel;
using Words::Tone;

namespace {

const QList tones{Tone::Ok, Tone::Warning, Tone::Error, Tone::Waiting};

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

    // A picture that asked for the next one would keep the window painting for as long as it is shown.
    void paintingDoesNotAskForMorePainting()
    {
        ToneLabel label;
        label.setTextInteractionFlags(Qt::TextSelectableByMouse);
        label.setLine({Tone::Error, u"Some words that need more than one line"_s});
        const auto *control = label.findChild<QObject *>();
        QVERIFY(control && control->inherits("QWidgetTextControl"));
        const QSignalSpy asked(control, SIGNAL(updateRequest(QRectF)));
        label.resize(100, 200);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        label.repaint();
        const qsizetype before = asked.count();
        label.repaint();
        QCOMPARE(asked.count(), before);
    }

    void symbolStandsBesideTheFirstLine()
    {
        ToneLabel label;
        label.setWordWrap(false);
        label.setLine({Tone::Error, u"a"_s});
        label.resize(200, 200);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        const auto symbolTop = [&label] { // without a new size
            QImage picture(label.size(), QImage::Format_RGB32);
            label.render(&picture);
            const QRgb background = picture.pixel(picture.width() - 1, 0);
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < label.fontMetrics().height(); ++x) {
                    if (picture.pixel(x, y) != background)
                        return y;
                }
            }
            return -1;
        };
        const auto textTop = [&label] { return (label.height() - label.sizeHint().height()) / 2; };
        const int inside = symbolTop() - textTop(); // the symbol leaves a margin
        QVERIFY(inside >= 0 && inside < label.fontMetrics().height() / 2);
        label.setLine({Tone::Error, u"a\nb"_s});
        QCOMPARE(symbolTop() - textTop(), inside);
        label.resize(200, 100);
        QCOMPARE(symbolTop() - textTop(), inside);
        QFont smaller = label.font();
        smaller.setPixelSize(label.fontMetrics().height() / 2);
        label.setFont(smaller);
        QVERIFY(symbolTop() - textTop() >= 0);
        QVERIFY(symbolTop() - textTop() <= inside);
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
};

QTEST_MAIN(TestToneLabel)
#include "tst_tonelabel.moc"
