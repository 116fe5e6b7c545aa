#include "words/errortext.h"
#include "words/findingtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Writeback::Finding;

namespace {

constexpr int lastFinding = int(Finding::lastKind);

Finding finding(int kind)
{
    Finding made;
    made.kind = Finding::Kind(kind);
    return made;
}

} // namespace

class TestFindingText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasItsOwnSentence()
    {
        Writeback::ReviewSummary review;
        review.sourceRows = 1;
        review.fit.alternatives = {*Sheet::Region::parse(u"B3:"_s)};
        QSet<QString> seen;
        for (int kind = 0; kind <= lastFinding; ++kind) {
            const QString text = Words::findingText(finding(kind), review);
            QVERIFY(!text.isEmpty());
            seen.insert(text);
        }
        QCOMPARE(seen.size(), lastFinding + 1);
    }

    void bothNamesOfASheetAreShown()
    {
        Finding other = finding(int(Finding::Kind::OtherSheetNamed));
        other.place = u"Q2 forecast"_s;
        other.other = u"Q1 2026"_s;
        for (const QString &text :
             {Words::findingText(other, {}), Words::errorText({.kind = ErrorKind::Guarded, .cause = other}).message}) {
            QVERIFY(text.contains(other.place));
            QVERIFY(text.contains(other.other));
        }
    }

    void sheetWithTheMostCellsIsNamedIfThereIsOne()
    {
        Finding full = finding(int(Finding::Kind::SpreadsheetFull));
        full.count = 2'000'001;
        full.against = 2'000'000;
        const QString alone = Words::findingText(full, {});
        QVERIFY(alone.contains(QLocale().toString(2'000'001)) && alone.contains(QLocale().toString(2'000'000)));
        full.place = u"Ledger 50 %1"_s;
        const QString named = Words::findingText(full, {});
        QVERIFY2(named.startsWith(alone) && named.contains(full.place), qPrintable(named));
        QVERIFY2(Words::errorText({.kind = ErrorKind::Guarded, .cause = full}).message.contains(named),
                 qPrintable(Words::errorText({.kind = ErrorKind::Guarded, .cause = full}).message));
        full.unread = Finding::Unread::TooMuch;
        const QString partly = Words::findingText(full, {});
        QVERIFY(partly.contains(u"at least"_s));
        QVERIFY2(!partly.contains(u"too many cells to read"_s), qPrintable(partly));
        full.count = 0;
        full.verdict = Sheet::Verdict::Stop; // a person has set it to stop
        QVERIFY(Words::findingText(full, {}).contains(u"too many cells to read"_s));
    }

    void refusingFindingHasAnErrorTone()
    {
        Finding locked = finding(int(Finding::Kind::SheetLocked));
        locked.refuses = true;
        QCOMPARE(Words::findingLine(locked, {}).tone, Words::Tone::Error);
        locked.refuses = false;
        QCOMPARE(Words::findingLine(locked, {}).tone, Words::Tone::Note);
    }

    void stopThatDidNotRefuseHasAWarningTone()
    {
        Finding undecided = finding(int(Finding::Kind::RowsFiltered));
        undecided.verdict = Sheet::Verdict::Stop;
        QCOMPARE(Words::findingLine(undecided, {}).tone, Words::Tone::Warning);
    }

    void acceptanceIsShownWithItsReasonAndItsEnd()
    {
        Finding accepted = finding(int(Finding::Kind::RowsFiltered));
        const QString bare = Words::findingText(accepted, {});
        accepted.verdict = Sheet::Verdict::Accepted;
        accepted.reason = u"each client sees its own"_s;
        accepted.until = QDate(2026, 12, 31);
        const QString until = QLocale().toString(accepted.until, QLocale::LongFormat);
        Finding expired = accepted;
        expired.verdict = Sheet::Verdict::Stop;
        expired.refuses = true;
        for (const QString &text : {Words::findingText(accepted, {}), Words::findingText(expired, {}),
                                    Words::errorText({.kind = ErrorKind::Guarded, .cause = expired}).message}) {
            QVERIFY(text.startsWith(bare));
            QCOMPARE(text.count(accepted.reason), 1);
            QCOMPARE(text.count(until), 1);
        }
        QVERIFY(Words::findingText(accepted, {}) != Words::findingText(expired, {}));
    }

    void checksAreCountedByWhatTheyLedTo()
    {
        Writeback::ReviewSummary review;
        const auto add = [](QList<Finding> &to, Sheet::Verdict verdict, int count) {
            for (int i = 0; i < count; ++i)
                to.append({.verdict = verdict});
        };
        add(review.checks, Sheet::Verdict::Passed, 1'000);
        add(review.findings, Sheet::Verdict::Warn, 2);
        const QString text = Words::checksText(review);
        for (const char *part : {"1,002", "1,000", "2"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        QCOMPARE(text.count(u','), 4); // of two numbers and three parts
        add(review.findings, Sheet::Verdict::Stop, 3);
        add(review.findings, Sheet::Verdict::Accepted, 4);
        review.findings.append({.refuses = true, .verdict = Sheet::Verdict::Stop});
        add(review.checks, Sheet::Verdict::Off, 5);
        add(review.checks, Sheet::Verdict::NotMade, 6);
        for (int i = 0; i < 8; ++i)
            review.checks.append({.verdict = Sheet::Verdict::NotMade, .unread = Finding::Unread::NotAsked});
        for (const char *part : {"1,010", "1,000", "1 ", "2", "3", "4", "5", "6", "8"})
            QVERIFY2(Words::checksText(review).contains(QLatin1String(part)), qPrintable(Words::checksText(review)));
    }

    void lossesAreCounted()
    {
        Writeback::ReviewSummary review;
        review.findings = {{.kind = Finding::Kind::RowsFiltered}};
        QCOMPARE(Words::lossTexts(review), QStringList());
        review.sourceRows = 3;
        review.findings.append({.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 4'242});
        review.findings.append({.kind = Finding::Kind::FormulasOverwritten, .count = 7, .place = u"B3"_s});
        review.findings.append({.kind = Finding::Kind::EmptySource, .count = 4'243});
        const QStringList texts = Words::lossTexts(review);
        QCOMPARE(texts.size(), 3);
        QVERIFY(texts[0].contains(u"4,242"_s));
        QVERIFY(texts[1].contains(u'7') && texts[1].contains(u"B3"_s));
        QVERIFY(texts[2].contains(u"4,243"_s));
        for (const QString &text : texts)
            QVERIFY(!text.contains(u"DataSet"_s)); // it may be a stored grid
        review.findings = {{.kind = Finding::Kind::EmptySource,
                            .count = 5,
                            .verdict = Sheet::Verdict::Accepted,
                            .reason = u"closed"_s,
                            .until = QDate(2026, 6, 30)}};
        QVERIFY(Words::lossTexts(review).first().contains(Words::acceptanceText(review.findings.first())));
    }

    void writingInSpiteOfAStopIsExplained()
    {
        Writeback::ReviewSummary review;
        review.findings = {{.kind = Finding::Kind::RowsFiltered}};
        QCOMPARE(Words::undecidedText(review), QString());
        review.findings.append({.kind = Finding::Kind::RowsFell, .verdict = Sheet::Verdict::Stop});
        QVERIFY(!Words::undecidedText(review).isEmpty());
        review.findings.append({.kind = Finding::Kind::TotalMoved, .verdict = Sheet::Verdict::Stop});
        QVERIFY(Words::undecidedText(review).contains(u'2'));
        QVERIFY(Words::checksText(review, true) != Words::checksText(review)); // once it is decided
    }
};

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
