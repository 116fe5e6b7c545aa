#include "sandbox/sheet/formats.h"

#include "sandbox/sheet/cells.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Rectangle;

namespace {

QJsonObject valueType(const QJsonValue &type)
{
    return {{u"valueFormat"_s, QJsonObject{{u"valueFormatType"_s, type}}}};
}

const QJsonObject text = valueType(u"TEXT"_s);
const QJsonObject bold{{u"textFormat"_s, QJsonObject{{u"bold"_s, true}}}};
const Rectangle columnB{0, 1, Sheet::maxRows, 1};

} // namespace

class TestFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockGetsItsFormat()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, {1, 1, 2, 2}, text);
        QVERIFY(formats.isText(formats.numberAt(cells, 2, 2)));
        QVERIFY(!formats.isText(formats.numberAt(cells, 0, 0)));
        QVERIFY(!formats.isText(formats.numberAt(cells, 3, 2)));
    }

    void laterPatchKeepsWhatItDoesNotName()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, {0, 0, 1, 1}, text);
        formats.apply(cells, {0, 0, 1, 1}, bold);
        QVERIFY(formats.isText(formats.numberAt(cells, 0, 0)));
        QCOMPARE(formats.format(formats.numberAt(cells, 0, 0)).keys(),
                 QStringList({u"textFormat"_s, u"valueFormat"_s}));
    }

    void nullTakesAMemberAway()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, {0, 0, 1, 1}, text);
        formats.apply(cells, {0, 0, 1, 1}, valueType({}));
        QCOMPARE(formats.format(formats.numberAt(cells, 0, 0)), QJsonObject());
    }

    void wholeColumnCountsForCellsToCome()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, columnB, text);
        QVERIFY(formats.isText(formats.numberAt(cells, 500'000, 1)));
        QVERIFY(!formats.isText(formats.numberAt(cells, 500'000, 2)));
        QVERIFY(!cells.find(0, 1));
    }

    void laterRuleCountsLast()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, columnB, text);
        formats.apply(cells, {3, 0, 1, Sheet::maxColumns}, valueType(u"NUMBER"_s));
        QVERIFY(formats.isText(formats.numberAt(cells, 2, 1)));
        QVERIFY(!formats.isText(formats.numberAt(cells, 3, 1)));
    }

    void ruleReachesCellsWithAFormatOfTheirOwn()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, {0, 1, 1, 1}, bold);
        formats.apply(cells, columnB, text);
        const QJsonObject format = formats.format(formats.numberAt(cells, 0, 1));
        QVERIFY(format.contains("textFormat"_L1));
        QVERIFY(format.contains("valueFormat"_L1));
    }

    void blockOverARuleKeepsTheRulesFormat()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, columnB, text);
        formats.apply(cells, {0, 0, 2, 2}, bold);
        QVERIFY(formats.isText(formats.numberAt(cells, 1, 1)));
        QVERIFY(!formats.isText(formats.numberAt(cells, 1, 0)));
    }

    void equalFormatsHaveOneNumber()
    {
        Cells cells;
        Formats formats;
        formats.apply(cells, {0, 0, 1, 1}, text);
        formats.apply(cells, {5, 5, 1, 1}, text);
        QCOMPARE(formats.numberAt(cells, 0, 0), formats.numberAt(cells, 5, 5));
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
