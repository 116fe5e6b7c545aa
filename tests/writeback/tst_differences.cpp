#include "writeback/differences.h"

#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Support::gridOf;
using Kind = Difference::Kind;

namespace {

QList<Difference> differencesOf(const Sheet::Grid &existing, const Sheet::Grid &desired)
{
    return differences(existing, desired, Sheet::diff(existing, desired), {2, 1});
}

} // namespace

class TestDifferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differenceTellsPlaceAndBothValues()
    {
        const auto found =
            differencesOf(gridOf({{Cell::ofNumber("1"), Cell::ofNumber("2")}, {Cell(), Cell()}}),
                          gridOf({{Cell::ofNumber("1"), Cell::ofNumber("3")}, {Cell::ofText("x"), Cell()}}));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].place, u"C3"_s);
        QCOMPARE(found[0].wanted, u"3"_s);
        QCOMPARE(found[0].found, u"2"_s);
        QCOMPARE(found[1].place, u"B4"_s);
        QCOMPARE(found[1].found, QString());
    }

    void kindExplainsWhatDiffers_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("line breaks") << QByteArray("a\r\nb") << QByteArray("a\nb") << Kind::LineBreaks;
        QTest::newRow("blanks") << QByteArray("rent  ") << QByteArray("rent") << Kind::OuterBlanks;
        QTest::newRow("composed") << QByteArray("cafe\xcc\x81") << QByteArray("caf\xc3\xa9") << Kind::UnicodeForm;
        QTest::newRow("other") << QByteArray("a") << QByteArray("b") << Kind::Other;
    }
    void kindExplainsWhatDiffers()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, found);
        const auto text = [](const QByteArray &bytes) {
            return Cell::ofText({bytes.constData(), size_t(bytes.size())});
        };
        const auto all = differencesOf(gridOf({{text(found)}}), gridOf({{text(wanted)}}));
        QCOMPARE(all.size(), 1);
        QTEST(all[0].kind, "kind");

        const auto digits =
            differencesOf(gridOf({{Cell::ofNumber("0.3")}}), gridOf({{Cell::ofNumber("0.30000000000000004")}}));
        QCOMPARE(digits[0].kind, Kind::Digits);
        const auto number = differencesOf(gridOf({{Cell::ofNumber("5")}}), gridOf({{Cell::ofText("5")}}));
        QCOMPARE(number[0].kind, Kind::TypeOnly);
        const auto formula =
            differencesOf(gridOf({{{Sheet::CellKind::Formula, "=1+1"}}}), gridOf({{Cell::ofText("=1+1")}}));
        QCOMPARE(formula[0].kind, Kind::Formula);
    }

    void onlyTheFirstAreNamed()
    {
        Sheet::Grid desired(1);
        for (int row = 0; row < 100; ++row)
            desired.appendRow(std::array{Cell::ofNumber("1")});
        QCOMPARE(differencesOf({}, desired).size(), maxDifferences);
    }

    void longValuesAreCut()
    {
        const std::string text(5'000, 'x');
        const auto found = differencesOf({}, gridOf({{Cell::ofText(text)}}));
        QCOMPARE(found[0].wanted.size(), maxOfAText + 1);
        QVERIFY(found[0].wanted.endsWith(u'…'));
    }

    void settledCellsAreThePlannedOnesThatAreAsDesired()
    {
        const std::vector<Sheet::Span> planned{{0, 0, 4}, {0, 8, 9}, {2, 0, 0}};
        const auto settled = [&](std::vector<Sheet::Span> left) {
            Sheet::Diff diff;
            diff.spans = std::move(left);
            return cellsSettled(planned, diff);
        };
        QCOMPARE(settled({}), 8);
        QCOMPARE(settled({{0, 0, 4}, {0, 8, 9}, {2, 0, 0}}), 0);
        QCOMPARE(settled({{0, 1, 1}, {0, 4, 8}}), 5); // cells between the two spans do not count
        QCOMPARE(settled({{1, 0, 9}, {3, 0, 0}}), 8);
        QCOMPARE(settled({{2, 0, 5}}), 7);
    }
};

QTEST_GUILESS_MAIN(TestDifferences)
#include "tst_differences.moc"
