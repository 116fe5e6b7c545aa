#include "words/columnstext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Finding;

class TestColumnsText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTraitHasItsOwnWords()
    {
        QSet<QString> seen;
        for (int trait = 0; trait <= int(Finding::lastTrait); ++trait)
            seen.insert(Words::columnsText({.columns = {{.column = u"Account"_s, .trait = Finding::Trait(trait)}}}));
        QCOMPARE(seen.size(), int(Finding::lastTrait)); // that of too many digits is one
    }

    void columnIsNamedOnceWithAllThatWasFound()
    {
        using enum Finding::Trait;
        const QString text = Words::columnsText({.columns = {{u"Account"_s, LeadingZeros, 12, u"B7"_s},
                                                             {u"Account"_s, Date, 34, u"B9"_s},
                                                             {u"Unit"_s, Exponent, 56, u"C5"_s}}});
        for (const char *part : {"12", "B7", "34", "B9", "56", "C5", "Unit"})
            QVERIFY2(text.contains(QLatin1StringView(part)), qPrintable(text));
        QCOMPARE(text.count(u"Account"_s), 1);
    }

    void fewColumnsAreNamed()
    {
        Finding finding;
        QCOMPARE(Words::columnsText(finding), QString());
        for (int i = 1; i <= 3; ++i)
            finding.columns.append({.column = u"column %1"_s.arg(i), .count = 1});
        const QString three = Words::columnsText(finding);
        QVERIFY(three.contains(u"column 3"_s));
        finding.columns.append({.column = u"column 4"_s, .count = 1});
        const QString more = Words::columnsText(finding);
        QVERIFY(more.startsWith(three) && more != three && !more.contains(u"column 4"_s));
    }

    void scaleThatIsNotKnownIsShownAsItIs()
    {
        const auto text = [](const QString &scale) {
            return Words::columnsText(
                {.columns = {{.column = u"Amount"_s, .trait = Finding::Trait::ShownIn, .actual = scale}}});
        };
        QVERIFY(text(u"LAKHS"_s).contains(u"LAKHS"_s));
        QVERIFY(!text(u"TEN THOUSANDS"_s).contains(u"TEN THOUSANDS"_s));
    }
};

QTEST_GUILESS_MAIN(TestColumnsText)
#include "tst_columnstext.moc"
