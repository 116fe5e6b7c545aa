#include "support/testgrid.h"
#include "words/changetext.h"
#include "words/findingtext.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

using namespace Support;
using Review::Change;
using Sheet::CellKind;

class TestChangeText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changeHasItsPlaceAndValues_data()
    {
        QTest::addColumn<Change::Kind>("kind");
        QTest::addColumn<bool>("hasBefore");
        QTest::addColumn<bool>("hasAfter");
        QTest::newRow("changed") << Change::Kind::Changed << true << true;
        QTest::newRow("new") << Change::Kind::New << false << true;
        QTest::newRow("cleared") << Change::Kind::Cleared << true << false;
        QTest::newRow("formula overwritten") << Change::Kind::FormulaOverwritten << true << true;
        QTest::newRow("formula cleared") << Change::Kind::FormulaCleared << true << false;
    }
    void changeHasItsPlaceAndValues()
    {
        QFETCH(Change::Kind, kind);
        QFETCH(bool, hasBefore);
        QFETCH(bool, hasAfter);
        const QString sentence = Words::changeText({{3, 2}, u"Unit"_s, kind, text("had"), text("gets")});
        QVERIFY(sentence.contains(u"C4"_s) && sentence.contains(u"Unit"_s));
        QCOMPARE(sentence.contains(u"\"had\""_s), hasBefore);
        QCOMPARE(sentence.contains(u"\"gets\""_s), hasAfter);
        QVERIFY(!sentence.contains(u'%'));
    }

    void whatWasLeftInAnEditedCellIsNamed()
    {
        Change change{{3, 2}, u"Heads"_s, {}, number("12"), number("14")};
        const QString unknown = Words::changeText(change);
        change.left = number("10.50");
        const QString known = Words::changeText(change);
        QVERIFY(known.startsWith(unknown) && known.contains(u" 10.50"_s));
        change.left = Sheet::Cell{};
        const QString empty = Words::changeText(change);
        QVERIFY(empty.startsWith(unknown) && empty != known && empty != unknown && !empty.contains(u'"'));
        const std::string value = "\x1b[31m" + std::string(500, 'x');
        change.left = text(value);
        QVERIFY(Words::changeText(change).size() < 250);
        QVERIFY(!Words::changeText(change).contains(u'\x1b'));
    }

    void sheetsColumnIsNamedOnce()
    {
        const QString sentence = Words::changeText({{3, 2}, u"C"_s, Change::Kind::New, {}, text("x")});
        QCOMPARE(sentence.count(u'C'), 1);
    }

    void numbersHaveTheirDifference()
    {
        const QString sentence = Words::changeText({{3, 2}, u"Heads"_s, {}, number("0.2"), number("12.50")});
        for (const QString &part : {u" 0.2 "_s, u" 12.50 "_s, u"12.3"_s})
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void valuesAreShortAndPrintable()
    {
        const std::string value = "\x1b[31m" + std::string(500, 'x');
        const QString sentence = Words::changeText({{3, 2}, u"U\n"_s, {}, text(value), text(value)});
        QVERIFY(sentence.size() < 250);
        QVERIFY(!sentence.contains(u'\x1b') && !sentence.contains(u'\n'));
    }

    void totalHasItsSums()
    {
        Review::ColumnTotals totals{u"Heads"_s, {"0.30", 1, 0}, {"7", 1, 0}};
        const QString sentence = Words::totalText(totals);
        for (const QString &part : {u"Heads"_s, u"0.30"_s, u" 7 "_s, u"6.7"_s})
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
        totals.after.sum.reset();
        QVERIFY(Words::totalText(totals).contains(u"0.30"_s));
        QCOMPARE(Words::totalText(totals).count(Words::exportText(report(), {}).unknownSum), 2);
    }

    void exportSaysWhatWasCompared()
    {
        const Writeback::RunReport report = this->report();
        const Review::ExportText text =
            Words::exportText(report, QDateTime(QDate(2026, 11, 27), QTime(9, 41), Qt::UTC));
        QStringList texts;
        QList<qint64> counts;
        for (const Review::ExportText::Fact &fact : text.facts) {
            QVERIFY(!fact.name.isEmpty());
            if (const auto *count = std::get_if<qint64>(&fact.value))
                counts.append(*count);
            else
                texts.append(std::get<QString>(fact.value));
        }
        for (const QString &part : {u"Units"_s, u"Filing"_s, u"Sheet1"_s, u"B3:"_s, u"B3:C5"_s})
            QVERIFY2(texts.contains(part), qPrintable(part));
        QVERIFY(texts.filter(u"2026"_s).size() == 1);
        QCOMPARE(counts, (QList<qint64>{2, 3, 5, 7, 11, 13}));
        QCOMPARE(text.findings, QStringList{Words::findingText(report.review.findings[0], report.review)});
        QCOMPARE(std::set<QString>(text.kinds.begin(), text.kinds.end()).size(), text.kinds.size());
    }

private:
    [[nodiscard]] static Writeback::RunReport report()
    {
        Writeback::RunReport report;
        report.state = Writeback::State::Planned;
        report.review.dataSetName = u"Units"_s;
        report.review.spreadsheetName = u"Filing"_s;
        report.review.sheetPath = u"Sheet1"_s;
        report.review.sourceRows = 2;
        report.review.fit.data = {.row = 2, .column = 1, .rows = 3, .columns = 2};
        report.review.changes = {.changed = 3, .added = 5, .cleared = 7, .unchanged = 11, .kept = 13};
        report.review.findings = {{.kind = Writeback::Finding::Kind::RowsFiltered}};
        auto comparison = std::make_shared<Writeback::Comparison>();
        comparison->region = *Sheet::Region::parse(u"B3:"_s);
        report.comparison = comparison;
        return report;
    }
};

QTEST_GUILESS_MAIN(TestChangeText)
#include "tst_changetext.moc"
