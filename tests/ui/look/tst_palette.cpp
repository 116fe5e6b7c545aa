#include "ui/look/palette.h"

#include <QTest>

namespace {

using Ui::contrast;
using Words::Tone;

constexpr double readable = 4.5; // WCAG 2.1, level AA

QPalette desktop(const QColor &ground, const QColor &text)
{
    QPalette palette(ground);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

const QPalette lightDesktop = desktop(0xefefef, Qt::black);
const QPalette darkDesktop = desktop(0x2b2b2b, 0xeeeeee);

} // namespace

class TestPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448); // the standard's well-known near miss
    }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Ui::paletteFor(lightDesktop);
        QTest::newRow("dark") << Ui::paletteFor(darkDesktop);
    }
    void everyTextIsReadable()
    {
        QFETCH(QPalette, palette);
        const QList<QPalette::ColorRole> grounds{QPalette::Window, QPalette::Base, QPalette::Highlight,
                                                 QPalette::Button, QPalette::ToolTipBase};
        const QList<QPalette::ColorRole> texts{QPalette::WindowText,      QPalette::Text,
                                               QPalette::ButtonText,      QPalette::HighlightedText,
                                               QPalette::PlaceholderText, QPalette::Link};
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            for (const auto ground : grounds) {
                for (const auto text : texts) {
                    const double ratio = contrast(palette.color(group, text), palette.color(group, ground));
                    QVERIFY2(ratio >= readable,
                             qPrintable(QStringLiteral("role %1 on %2: %3").arg(text).arg(ground).arg(ratio)));
                }
            }
        }
        QVERIFY(contrast(palette.color(QPalette::BrightText), palette.color(QPalette::Link)) >= readable);
    }

    void everyToneIsReadable_data() { everyTextIsReadable_data(); }
    void everyToneIsReadable()
    {
        QFETCH(QPalette, palette);
        QList<Ui::TonePair> pairs{Ui::formulaColors(palette)};
        for (const Tone tone : {Tone::Note, Tone::Ok, Tone::Warning, Tone::Error, Tone::Waiting})
            pairs.append(Ui::toneColors(tone, palette));
        for (const Ui::TonePair &pair : pairs) {
            const QList<QColor> grounds{pair.ground, palette.color(QPalette::Window), palette.color(QPalette::Base),
                                        palette.color(QPalette::Highlight)};
            for (const QColor &ground : grounds)
                QVERIFY2(contrast(pair.text, ground) >= readable,
                         qPrintable(pair.text.name() + QStringLiteral(" on ") + ground.name()));
            QVERIFY(contrast(palette.color(QPalette::WindowText), pair.ground) >= readable);
        }
    }

    void schemeIsThatOfTheDesktop()
    {
        QVERIFY(!Ui::isDark(Ui::paletteFor(lightDesktop)));
        QVERIFY(Ui::isDark(Ui::paletteFor(darkDesktop)));
    }

    void paletteOfAPaletteIsTheSame()
    {
        const QPalette once = Ui::paletteFor(darkDesktop);
        QCOMPARE(Ui::paletteFor(once), once);
    }

    void highContrastIsLeftAsItIs_data()
    {
        QTest::addColumn<QPalette>("wanted");
        QTest::newRow("black on white") << desktop(Qt::white, Qt::black);
        QTest::newRow("white on black") << desktop(Qt::black, Qt::white);
    }
    void highContrastIsLeftAsItIs()
    {
        QFETCH(QPalette, wanted);
        const QPalette given = wanted;
        for (const auto role : {QPalette::PlaceholderText, QPalette::Mid}) // that of a desktop may be pale
            wanted.setColor(role, given.color(QPalette::WindowText));
        wanted.setColor(QPalette::BrightText, given.color(QPalette::Window));
        QCOMPARE(Ui::paletteFor(given), wanted);
        QVERIFY(Ui::isHighContrast(wanted));
        for (const Tone tone : {Tone::Note, Tone::Ok, Tone::Warning, Tone::Error, Tone::Waiting})
            QCOMPARE(Ui::toneColors(tone, wanted).text, wanted.color(QPalette::WindowText));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
