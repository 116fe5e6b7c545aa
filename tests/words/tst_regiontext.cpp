#include "words/regiontext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRegionText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regionIsExplainedByItsOwnNumbers_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *region, const QStringList &parts) {
            QTest::newRow(region) << QString::fromLatin1(region) << parts;
        };
        row("A1", {u"A1"_s});
        row("A2:D8", {u"7"_s, u"4"_s, u"A2"_s});
        row("C:C", {u"C"_s});
        row("A:C", {u"A"_s, u"C"_s});
        row("4:4", {u"4"_s});
        row("2:3", {u"2"_s, u"3"_s});
        row("B3:", {u"B3"_s});
        row("B3:F", {u"B"_s, u"F"_s, u"3"_s});
        row("B3:20", {u"3"_s, u"20"_s, u"B"_s});
        row(":", {u"A1"_s});
    }
    void regionIsExplainedByItsOwnNumbers()
    {
        QFETCH(QString, region);
        QFETCH(QStringList, parts);
        const QString text = Words::regionText(*Sheet::Region::parse(region));
        for (const QString &part : parts) {
            const QRegularExpression word(u"\\b%1\\b"_s.arg(part));
            QVERIFY2(text.contains(word), qPrintable(text));
        }
        QVERIFY(!text.contains(u'%'));
    }

    void limitsOfASheetAreNamed_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("limit");
        QTest::newRow("column") << u"XFE1"_s << Sheet::columnName(Sheet::maxColumns - 1);
        QTest::newRow("row") << u"A1048577"_s << QString::number(Sheet::maxRows);
    }
    void limitsOfASheetAreNamed()
    {
        QFETCH(QString, region);
        QFETCH(QString, limit);
        const auto parsed = Sheet::Region::parse(region);
        QVERIFY(!parsed);
        const auto *fault = parsed.error().cause.as<Sheet::RegionFault>();
        QVERIFY(fault);
        QVERIFY(Words::regionFaultText(*fault).contains(limit));
        QVERIFY(parsed.error().detail.contains(limit));
    }

    void differentShapesAreExplainedDifferently()
    {
        const QStringList regions{u"B3"_s,   u"B3:F8"_s, u"B:B"_s,  u"B:F"_s,   u"3:3"_s,
                                  u"3:20"_s, u"B3:"_s,   u"B3:F"_s, u"B3:20"_s, u":"_s};
        QSet<QString> texts;
        for (const QString &region : regions)
            texts.insert(Words::regionText(*Sheet::Region::parse(region)));
        QCOMPARE(texts.size(), regions.size());
    }

    void everyMethodSaysWhatHappensToTheRest()
    {
        using enum Sheet::UpdateMethod::Kind;
        QSet<QString> seen;
        for (const Sheet::UpdateMethod::Kind kind : {Replace, Append, Upsert, Partition})
            seen.insert(Words::restText(kind));
        QCOMPARE(seen.size(), 4);
        QVERIFY(!seen.contains(QString()));
    }

    void everyFitHasItsOwnText()
    {
        QSet<QString> texts;
        for (const auto kind : {Sheet::Fit::Kind::Fills, Sheet::Fit::Kind::LeavesRest, Sheet::Fit::Kind::Overflows})
            texts.insert(Words::fitText({.kind = kind, .data = {}, .alternatives = {}}));
        QCOMPARE(texts.size(), 3);
    }

    void everyRegionThatWouldHoldTheDataIsNamed()
    {
        Sheet::Fit fit;
        fit.alternatives = {*Sheet::Region::parse(u"B3:"_s), *Sheet::Region::parse(u"B3:D9"_s)};
        const QString text = Words::alternativesText(fit);
        QVERIFY(text.contains(u"B3:D9"_s));
        QVERIFY(text.startsWith(u"B3:"_s));
        QVERIFY(!Words::alternativesText({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegionText)
#include "tst_regiontext.moc"
