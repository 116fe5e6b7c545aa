#include "sheet/guardrules.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

const QDate today(2026, 11, 27);

Acceptance acceptance(Guard guard, const QDate &until)
{
    return {guard, u"the plant was sold"_s, until};
}

} // namespace

class TestGuardRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameComesBack()
    {
        QSet<QString> names;
        for (int guard = 0; guard <= int(lastGuard); ++guard) {
            names.insert(name(Guard(guard)));
            QCOMPARE(guardNamed(name(Guard(guard))), Guard(guard));
        }
        QCOMPARE(names.size(), int(lastGuard) + 1);
        for (int level = 0; level <= int(lastGuardLevel); ++level)
            QCOMPARE(guardLevelNamed(name(GuardLevel(level))), GuardLevel(level));
        for (int verdict = 0; verdict <= int(lastVerdict); ++verdict)
            QCOMPARE(verdictNamed(name(Verdict(verdict))), Verdict(verdict));
        QVERIFY(!guardNamed(u"overflow"_s) && !guardNamed({}) && !guardLevelNamed(u"Stop"_s) && !verdictNamed({}));
    }

    void levelIsTheDefaultUnlessOneIsChosen()
    {
        GuardRules rules;
        QCOMPARE(rules.level(Guard::EmptySource), GuardLevel::Stop);
        QCOMPARE(rules.level(Guard::RowsFiltered), GuardLevel::Warn);
        rules.levels[Guard::EmptySource] = GuardLevel::Off;
        QCOMPARE(rules.level(Guard::EmptySource), GuardLevel::Off);
    }

    void thresholdsAreReadAndShownInHundredths()
    {
        const QList<std::pair<QString, int>> same{{u"0"_s, 0}, {u"5"_s, 500}, {u"2.5"_s, 250}, {u"0.05"_s, 5}};
        for (const auto &[text, value] : same) {
            QCOMPARE(thresholdIn(text), value);
            QCOMPARE(thresholdText(value), text);
        }
        QCOMPARE(thresholdIn(u"10.50"_s), 10'50);
        for (const char *text : {"", "-1", "5%", "1e2", "0.005", ".5", "5.", "1,000", "1234567", "5\n"})
            QVERIFY2(!thresholdIn(QString::fromLatin1(text)), text);
        GuardRules rules;
        QCOMPARE(rules.threshold(Guard::RowsFell), 10'00);
        rules.thresholds[Guard::RowsFell] = 5;
        QCOMPARE(rules.threshold(Guard::RowsFell), 5);
        QCOMPARE(rules.threshold(Guard::RowsFiltered), 0);
    }

    void levelDecidesWhatAFindingLeadsTo_data()
    {
        QTest::addColumn<GuardLevel>("level");
        QTest::addColumn<Verdict>("found");
        QTest::addColumn<Verdict>("verdict");
        using enum GuardLevel;
        QTest::newRow("off, found") << Off << Verdict::Stop << Verdict::Off;
        QTest::newRow("off, passed") << Off << Verdict::Passed << Verdict::Off;
        QTest::newRow("off, not possible") << Off << Verdict::NotMade << Verdict::Off;
        QTest::newRow("warn, found") << Warn << Verdict::Stop << Verdict::Warn;
        QTest::newRow("warn, passed") << Warn << Verdict::Passed << Verdict::Passed;
        QTest::newRow("warn, not possible") << Warn << Verdict::NotMade << Verdict::NotMade;
        QTest::newRow("stop, found") << Stop << Verdict::Stop << Verdict::Stop;
        QTest::newRow("stop, passed") << Stop << Verdict::Passed << Verdict::Passed;
        QTest::newRow("stop, not possible") << Stop << Verdict::NotMade << Verdict::NotMade;
    }
    void levelDecidesWhatAFindingLeadsTo()
    {
        QFETCH(GuardLevel, level);
        QFETCH(Verdict, found);
        QFETCH(Verdict, verdict);
        const GuardRules rules{.levels = {{Guard::NotNumbers, level}}};
        QCOMPARE(ruling(rules, Guard::NotNumbers, found, today), (Ruling{.verdict = verdict}));
    }

    void acceptanceHoldsUntilTheEndOfItsDay_data()
    {
        QTest::addColumn<QDate>("until");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("yesterday") << today.addDays(-1) << Verdict::Stop;
        QTest::newRow("today") << today << Verdict::Accepted;
        QTest::newRow("tomorrow") << today.addDays(1) << Verdict::Accepted;
    }
    void acceptanceHoldsUntilTheEndOfItsDay()
    {
        QFETCH(QDate, until);
        QFETCH(Verdict, verdict);
        const Acceptance accepted = acceptance(Guard::EmptySource, until);
        const GuardRules rules{.accepted = {accepted}};
        QCOMPARE(ruling(rules, Guard::EmptySource, Verdict::Stop, today),
                 (Ruling{.verdict = verdict, .acceptance = accepted})); // also one that has expired
    }

    void acceptanceIsOfItsGuardAndOfWhatWouldStop()
    {
        GuardRules rules{.accepted = {acceptance(Guard::EmptySource, today)}};
        QCOMPARE(ruling(rules, Guard::ClearsMoreThanItWrites, Verdict::Stop, today),
                 (Ruling{.verdict = Verdict::Stop}));
        QCOMPARE(ruling(rules, Guard::EmptySource, Verdict::Passed, today), (Ruling{.verdict = Verdict::Passed}));
        rules.levels[Guard::EmptySource] = GuardLevel::Warn;
        QCOMPARE(ruling(rules, Guard::EmptySource, Verdict::Stop, today), (Ruling{.verdict = Verdict::Warn}));
    }

    void longestAcceptanceCounts()
    {
        const Acceptance longest = acceptance(Guard::EmptySource, today.addDays(9));
        const GuardRules rules{.accepted = {acceptance(Guard::EmptySource, today.addDays(-1)), longest,
                                            acceptance(Guard::EmptySource, today.addDays(2))}};
        QCOMPARE(ruling(rules, Guard::EmptySource, Verdict::Stop, today).acceptance, longest);
    }

    void newAcceptanceTakesThePlaceOfTheOldOne()
    {
        const Acceptance other = acceptance(Guard::RowsFell, today);
        const Acceptance renewed = acceptance(Guard::EmptySource, today.addDays(9));
        GuardRules rules{.accepted = {acceptance(Guard::EmptySource, today.addDays(-1)), other}};
        rules.accept(renewed);
        QCOMPARE(rules.accepted, (QList<Acceptance>{other, renewed}));
    }
};

QTEST_GUILESS_MAIN(TestGuardRules)
#include "tst_guardrules.moc"
