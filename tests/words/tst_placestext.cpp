#include "words/placestext.h"

#include "words/findingtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Finding;

namespace {

Finding findingAt(Finding::Kind kind, int places)
{
    Finding finding{.kind = kind, .count = places};
    for (int i = 1; i <= places; ++i)
        finding.places.append({u"E%1"_s.arg(i), u"C%1"_s.arg(i), 1'000 + i, u"old %1"_s.arg(i), u"new %1"_s.arg(i)});
    return finding;
}

} // namespace

class TestPlacesText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewPlacesAreAllNamed()
    {
        QCOMPARE(Words::placesText(findingAt(Finding::Kind::LockedCells, 0)), QString());
        QCOMPARE(Words::placesText(findingAt(Finding::Kind::LockedCells, 2)), u"E1, E2"_s);
        const QString many = Words::placesText(findingAt(Finding::Kind::LockedCells, 9));
        QVERIFY(many.startsWith(u"E1, E2, E3, E4, E5"_s));
        QVERIFY(!many.contains(u"E6"_s));
        QVERIFY(many != Words::placesText(findingAt(Finding::Kind::LockedCells, 5)));
    }

    void pointerIsNamedWithBothKeys()
    {
        for (const QString &text : {Words::pointersText(findingAt(Finding::Kind::KeysUnderFormulas, 1)),
                                    Words::findingText(findingAt(Finding::Kind::KeysUnderFormulas, 1), {})}) {
            for (const char *part : {"E1", "C1", "1,001", "\"old 1\"", "\"new 1\""})
                QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        }
    }

    void keyThatGoesHasNoOther()
    {
        Finding gone = findingAt(Finding::Kind::KeysUnderLinks, 1);
        gone.places.first().after.clear();
        const QString text = Words::pointersText(gone);
        QVERIFY(text.contains(u"\"old 1\""_s));
        QVERIFY(!text.contains(u"\"\""_s));
    }

    void linkedRangeIsNamedOnce()
    {
        Finding link = findingAt(Finding::Kind::KeysUnderLinks, 1);
        link.places.first().refersTo = link.places.first().place;
        QCOMPARE(Words::pointersText(link).count(u"E1"_s), 1);
    }

    void keysAreMadePrintable()
    {
        Finding evil = findingAt(Finding::Kind::KeysUnderFormulas, 1);
        evil.places.first().before = u"a\nb\u202e"_s;
        QVERIFY(!Words::pointersText(evil).contains(u'\n'));
        QVERIFY(!Words::pointersText(evil).contains(u'\u202e'));
    }

    void whatWasNotReadIsSaidWithItsChecks()
    {
        QSet<QString> texts;
        for (int unread = 0; unread <= int(Finding::lastUnread); ++unread) {
            const QString text = Words::unreadText(Finding::Unread(unread), u"locked cells"_s);
            QCOMPARE(text.contains(u"locked cells"_s), Finding::Unread(unread) != Finding::Unread::NotAsked);
            texts.insert(text);
        }
        QCOMPARE(texts.size(), int(Finding::lastUnread) + 1);
    }

    void checksNotMadeAreListedByTheirReason()
    {
        Writeback::ReviewSummary review;
        const auto add = [&review](Finding::Kind kind, Finding::Unread unread) {
            review.checks.append({.kind = kind, .count = 0, .verdict = Sheet::Verdict::NotMade, .unread = unread});
        };
        review.checks.append({.kind = Finding::Kind::Overflow, .count = 0, .verdict = Sheet::Verdict::Passed});
        add(Finding::Kind::KeysUnderLinks, Finding::Unread::NotAsked);
        QCOMPARE(Words::uncheckedTexts(review), QStringList());
        add(Finding::Kind::LockedCells, Finding::Unread::TooMuch);
        add(Finding::Kind::KeysUnderFormulas, Finding::Unread::NoKey);
        add(Finding::Kind::MergedCells, Finding::Unread::TooMuch);
        const QStringList texts = Words::uncheckedTexts(review);
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[0].contains(Words::findingName({.kind = Finding::Kind::KeysUnderFormulas})));
        QVERIFY(texts[1].contains(Words::findingName({.kind = Finding::Kind::LockedCells})));
        QVERIFY(texts[1].contains(Words::findingName({.kind = Finding::Kind::MergedCells})));
    }

    void findingInAPartOfTheSheetSaysSo()
    {
        Finding partly = findingAt(Finding::Kind::KeysUnderFormulas, 1);
        const QString whole = Words::findingText(partly, {});
        partly.unread = Finding::Unread::TooMuch;
        QVERIFY(Words::findingText(partly, {}).startsWith(whole));
        QVERIFY(Words::findingText(partly, {}) != whole);
    }
};

QTEST_GUILESS_MAIN(TestPlacesText)
#include "tst_placestext.moc"
