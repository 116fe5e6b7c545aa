#include "ui/review/sheetpicture.h"

#include "ui/look/palette.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Ui::Ground;
using Ui::SheetPicture;

namespace {

Setup::Landing landing(const QString &region, qint64 rows, int columns)
{
    const Domo::DataSet dataSet{.id = u"d"_s, .rows = rows, .columns = columns};
    return Setup::landingOf(dataSet, *Sheet::Region::parse(region), true, {});
}

} // namespace

class TestSheetPicture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groundSaysWhatHappensToACell()
    {
        SheetPicture picture;
        picture.show(landing(u"B3:"_s, 10, 3), {});
        QCOMPARE(picture.groundOf({2, 1}), Ground::Written); // B3
        QCOMPARE(picture.groundOf({12, 3}), Ground::Written); // D13, the last one
        QCOMPARE(picture.groundOf({13, 1}), Ground::Cleared);
        QCOMPARE(picture.groundOf({2, 4}), Ground::Cleared);
        QCOMPARE(picture.groundOf({1, 1}), Ground::Plain);
        QCOMPARE(picture.groundOf({2, 0}), Ground::Plain);
        picture.show({}, {});
        QCOMPARE(picture.groundOf({2, 1}), Ground::Plain);
    }

    void nothingIsWrittenOrClearedIfTheDataDoesNotFit()
    {
        SheetPicture picture;
        picture.show(landing(u"B3:D5"_s, 10, 2), {});
        QCOMPARE(picture.groundOf({2, 1}), Ground::Outside); // in the region
        QCOMPARE(picture.groundOf({5, 1}), Ground::Outside); // below it
        QCOMPARE(picture.groundOf({2, 3}), Ground::Plain); // the rest of the region
        QCOMPARE(picture.groundOf({13, 1}), Ground::Plain);
    }

    void nothingIsSaidToBeClearedIfTheSizeIsNotKnown()
    {
        SheetPicture picture;
        picture.show(Setup::landingOf({.id = u"d"_s}, *Sheet::Region::parse(u"B3:"_s), true, {}), {});
        QCOMPARE(picture.groundOf({2, 1}), Ground::Plain);
    }

    void heightFollowsTheRowsShown()
    {
        SheetPicture picture;
        picture.show(landing(u"A1:"_s, 3, 2), {});
        const int small = picture.sizeHint().height();
        picture.show(landing(u"A1:"_s, 1'000'000, 2), {});
        QVERIFY(picture.sizeHint().height() > small);
        QVERIFY(picture.sizeHint().height() < 2 * small);
    }

    void contentAndGroundsArePainted()
    {
        SheetPicture picture;
        picture.setPalette(Ui::paletteFor(picture.palette()));
        picture.resize(400, 400);
        picture.show(landing(u"A1:B2"_s, 0, 1), {});
        const QImage blank = picture.grab().toImage();
        Setup::SheetCells cells(Sheet::Rectangle{0, 0, 5, 5});
        cells.set({0, 0}, Sheet::Cell::ofText("Entity"));
        picture.show(landing(u"A1:B2"_s, 0, 1), cells);
        const QImage filled = picture.grab().toImage();
        QVERIFY(blank != filled);
        const auto has = [&filled](const QColor &color) {
            for (int y = 0; y < filled.height(); ++y) {
                for (int x = 0; x < filled.width(); ++x) {
                    if (filled.pixelColor(x, y) == color)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(has(Ui::toneColors(Words::Tone::Waiting, picture.palette()).ground));
        QVERIFY(has(Ui::toneColors(Words::Tone::Error, picture.palette()).ground));
    }
};

QTEST_MAIN(TestSheetPicture)
#include "tst_sheetpicture.moc"
