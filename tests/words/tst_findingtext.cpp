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

    void refusingFindingHasAnErrorTone()
    {
        Finding locked = finding(int(Finding::Kind::SheetLocked));
        locked.refuses = true;
        QCOMPARE(Words::findingLine(locked, {}).tone, Words::Tone::Error);
        locked.refuses = false;
        QCOMPARE(Words::findingLine(locked, {}).tone, Words::Tone::Note);
    }

    void lossesAreCounted()
    {
        Writeback::ReviewSummary review;
        review.findings = {{.kind = Finding::Kind::RowsFiltered}};
        QCOMPARE(Words::lossTexts(review), QStringList());
        review.sourceRows = 3;
        review.findings.append({.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 4'242});
        review.findings.append({.kind = Finding::Kind::FormulasOverwritten, .count = 7, .place = u"B3"_s});
        const QStringList texts = Words::lossTexts(review);
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[0].contains(u"4,242"_s));
        QVERIFY(texts[1].contains(u'7') && texts[1].contains(u"B3"_s));
        review.sourceRows = 0;
        QVERIFY(Words::lossTexts(review).first() != texts.first()); // an empty source is reported as such
        for (const QString &text : Words::lossTexts(review))
            QVERIFY(!text.contains(u"DataSet"_s)); // it may be a stored grid
    }
};

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
