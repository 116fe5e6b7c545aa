#include "ui/look/icons.h"
#include "ui/look/tonelabel.h"

#include <QAccessible>
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
