#include "words/reviewtext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

using Review::Kind;
using Review::Lens;
using Words::CellFacts;

class TestReviewText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greatestDifferenceNamesItsRowByTheKeyOrElseItsCell()
    {
        Review::GreatestDifference greatest{.column = u"Debit"_s,
                                            .key = {u"E004"_s, u"00491"_s},
                                            .place = u"E45"_s,
                                            .before = {},
                                            .after = {},
                                            .difference = {}};
        const Words::GreatestTexts numbers{u"5.00"_s, u"50.00"_s, u"45"_s};
        const QString byKey = Words::greatestText(greatest, numbers);
        for (const QString &part : {u"Debit"_s, u"E004, 00491"_s, u"5.00"_s, u"50.00"_s, u"45"_s})
            QVERIFY2(byKey.contains(part), qPrintable(byKey));
        QVERIFY(!byKey.contains(u"E45"_s));
        greatest.key.clear();
        QVERIFY(Words::greatestText(greatest, numbers).contains(u"E45"_s));
    }

    void rowsThatAreGoneAreNamedAndCounted()
    {
        Review::Highlights found{.greatest = {}, .gone = {{u"E002"_s, u"1"_s}, {u"E005"_s, u"2"_s}}, .goneRows = 2};
        QCOMPARE(Words::goneText(found), u"Rows gone: E002, 1; E005, 2."_s);
        found.goneRows = 9;
        QCOMPARE(Words::goneText(found), u"Rows gone: E002, 1; E005, 2, and 7 more."_s);
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void buttonSaysWhatIsWrittenAndCleared_data()
    {
        QTest::addColumn<Writeback::ChangeCounts>("changes");
        QTest::addColumn<QStringList>("numbers");
        using Counts = Writeback::ChangeCounts;
        QTest::newRow("both") << Counts{.changed = 1214, .added = 36, .cleared = 24}
                              << QStringList{u"1,250"_s, u"24"_s};
        QTest::newRow("one of both") << Counts{.added = 1, .cleared = 1} << QStringList{u"1"_s, u"1"_s};
        QTest::newRow("values") << Counts{.changed = 7, .unchanged = 12} << QStringList{u"7"_s};
        QTest::newRow("one value") << Counts{.changed = 1} << QStringList{u"1"_s};
        QTest::newRow("cells") << Counts{.cleared = 9} << QStringList{u"9"_s};
        QTest::newRow("one cell") << Counts{.cleared = 1} << QStringList{u"1"_s};
        QTest::newRow("nothing") << Counts{.unchanged = 12, .kept = 3} << QStringList{};
    }
    void buttonSaysWhatIsWrittenAndCleared()
    {
        QFETCH(Writeback::ChangeCounts, changes);
        QFETCH(QStringList, numbers);
        Writeback::ReviewSummary review;
        review.changes = changes;
        const QString text = Words::writeText(review);
        QCOMPARE(numbersIn(text), numbers);
        review.findings.append({.kind = Writeback::Finding::Kind::EditsKept, .count = 3});
        QCOMPARE(numbersIn(Words::writeText(review)), numbers + QStringList{u"3"_s});
        QCOMPARE(Words::writeText(review).startsWith(text), !numbers.isEmpty());
    }

    void buttonSaysWhereRowsAreAppended()
    {
        Writeback::ReviewSummary review;
        review.changes = {.added = 1000, .kept = 30};
        review.appended = {.first = 1204, .count = 250};
        QCOMPARE(numbersIn(Words::writeText(review)), (QStringList{u"250"_s, u"1,204"_s}));
        review.appended->count = 1;
        QCOMPARE(numbersIn(Words::writeText(review)), (QStringList{u"1"_s, u"1,204"_s}));
    }

    void keptCellIsSaidToStay()
    {
        CellFacts cell{.place = u"E5"_s, .change = Sheet::Change::Changed, .before = u"7"_s, .after = u"8"_s};
        const QString changes = Words::cellText(cell);
        cell.isKept = true;
        const QString kept = Words::cellText(cell);
        QVERIFY(kept != changes && kept.contains(u"7"_s) && kept.contains(u"8"_s));
        cell.after.clear(); // it would be cleared
        QVERIFY(Words::cellText(cell).contains(u"7"_s));
        cell.before.clear();
        QVERIFY(!Words::cellText(cell).contains(u"  "_s));
    }

    void whatWasLeftIsNamedOnlyWhereItIsKnown()
    {
        for (const bool isKept : {false, true}) {
            CellFacts cell{.place = u"E5"_s,
                           .change = Sheet::Change::Changed,
                           .wasEdited = true,
                           .isKept = isKept,
                           .before = u"7"_s,
                           .after = u"8"_s};
            const QString unknown = Words::cellText(cell);
            cell.left = u"6"_s;
            const QString known = Words::cellText(cell);
            for (const QString &value : {u"6"_s, u"7"_s, u"8"_s})
                QVERIFY2(known.contains(value), qPrintable(known));
            cell.left = QString();
            const QString blank = Words::cellText(cell);
            QVERIFY(blank != unknown && blank != known && unknown != known);
            QVERIFY(!blank.contains(u"  "_s) && !blank.contains(u" ."_s) && !blank.contains(u'6'));
        }
    }

    void moveIsSaidIfCellsAreWrittenForIt()
    {
        QCOMPARE(Words::movesText({.key = {}, .added = 1, .writtenCells = 4}), QString());
        const QString text =
            Words::movesText({.key = {}, .added = 1, .moved = 99, .writtenCells = 3204, .movedCells = 3180});
        QCOMPARE(numbersIn(text), (QStringList{u"1"_s, u"3,204"_s, u"3,180"_s}));
        const QString more =
            Words::movesText({.key = {}, .added = 2, .gone = 3, .changed = 4, .writtenCells = 9, .movedCells = 5});
        QCOMPARE(numbersIn(more), (QStringList{u"2"_s, u"3"_s, u"4"_s, u"9"_s, u"5"_s}));
    }

    void keyIsNamedAndWhetherItWasSuggested()
    {
        const Writeback::KeyCounts chosen{.key = {u"Entity"_s, u"Acc\nount"_s}};
        Writeback::KeyCounts suggested = chosen;
        suggested.isSuggested = true;
        QVERIFY(Words::keyName(chosen).contains(u"Entity"_s) && !Words::keyName(chosen).contains(u'\n'));
        QVERIFY(Words::keyName(suggested) != Words::keyName(chosen));
    }

    void everyKindHasAWordOfItsOwn()
    {
        for (const Lens lens : {Lens::ByKey, Lens::ByCell}) {
            std::set<QString> texts;
            for (size_t kind = 0; kind < Review::kindCount; ++kind) {
                const QString text = Words::kindText(lens, Kind(kind), 1234);
                QVERIFY(text.contains(u"1,234"_s));
                texts.insert(text);
                QCOMPARE(numbersIn(Words::kindText(lens, Kind(kind), 1)), QStringList{u"1"_s});
            }
            QCOMPARE(texts.size(), Review::kindCount);
        }
    }

    void comparedAndEqualCellsAreThoseOfTheReport()
    {
        Writeback::RunReport report;
        report.cellsCompared = 12'016;
        report.review.changes = {.changed = 214, .added = 36, .cleared = 24, .unchanged = 11'000};
        QCOMPARE(numbersIn(Words::comparedText(report)), (QStringList{u"12,016"_s, u"11,742"_s}));
    }

    void cellHasItsPlaceAndValues()
    {
        using Sheet::Change;
        const CellFacts plain{.place = u"E5"_s, .before = u"61.03"_s, .after = u"63.10"_s};
        std::set<QString> texts;
        for (const Change change : {Change::Unchanged, Change::Changed, Change::New, Change::Cleared, Change::Kept}) {
            for (const bool wasFormula : {false, true}) {
                CellFacts cell = plain;
                cell.change = change;
                cell.wasFormula = wasFormula;
                const QString text = Words::cellText(cell);
                QVERIFY(text.contains(u"E5"_s));
                QCOMPARE(text.contains(u"63.10"_s), change == Change::Changed || change == Change::New);
                QCOMPARE(text.contains(u"61.03"_s), change != Change::New);
                texts.insert(text);
            }
        }
        QCOMPARE(texts.size(), size_t(8)); // a formula is neither equal to a value nor new
        CellFacts changed = plain;
        changed.change = Change::Changed;
        changed.difference = u"2.07"_s;
        QVERIFY(Words::cellText(changed).contains(u"2.07"_s));
    }

    void valueWithAPercentSignStaysAsItIs()
    {
        const CellFacts cell{.place = u"E5"_s,
                             .change = Sheet::Change::Changed,
                             .before = u"%2"_s,
                             .after = u"%1"_s,
                             .fromRow = 4,
                             .toRow = 5};
        const QString text = Words::cellText(cell);
        QVERIFY(text.contains(u"%2"_s) && text.contains(u"%1"_s));
    }

    void rowThatMovesOrGoesIsSaid()
    {
        CellFacts cell{.place = u"E5"_s, .before = u"7"_s, .after = u"7"_s, .fromRow = 4, .toRow = 4};
        const QString stays = Words::cellText(cell);
        cell.toRow = 5;
        QCOMPARE(numbersIn(Words::cellText(cell)).last(), u"5"_s);
        cell.toRow = 0;
        QVERIFY(Words::cellText(cell).size() > stays.size());
        cell.fromRow = 0; // new
        cell.toRow = 5;
        QCOMPARE(Words::cellText(cell), stays);
    }

private:
    static QStringList numbersIn(const QString &text)
    {
        static const QRegularExpression form(u"\\d[\\d,]*\\d|\\d"_s);
        QStringList numbers;
        for (auto all = form.globalMatch(text); all.hasNext();)
            numbers.append(all.next().captured());
        return numbers;
    }
};

QTEST_GUILESS_MAIN(TestReviewText)
#include "tst_reviewtext.moc"
