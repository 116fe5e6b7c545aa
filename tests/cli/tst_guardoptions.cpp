#include "cli/guardoptions.h"

#include "core/inputfault.h"
#include "writeback/runreport.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cli::GuardOptions;
using Sheet::Guard;
using Sheet::GuardLevel;
using Writeback::Finding;

namespace {

const QDate today(2026, 11, 27);

GuardOptions accepting(const QString &name)
{
    return {.accepted = {name}, .reasons = {u"closed"_s}, .until = {u"2026-12-31"_s}};
}

// The cause of the refusal is of this type.
template <typename Cause> bool isRefusedFor(const GuardOptions &options)
{
    const auto rules = Cli::rulesOf(options, today);
    return !rules && rules.error().kind == Core::ErrorKind::InvalidInput && rules.error().cause.as<Cause>();
}

} // namespace

class TestGuardOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOptionsAreNoRules()
    {
        const auto rules = Cli::rulesOf({}, today);
        QVERIFY(rules);
        QCOMPARE(*rules, Sheet::GuardRules());
    }

    void levelsAndAcceptancesAreTaken()
    {
        const GuardOptions options{
            .levels = {u"rows-filtered=stop"_s, u"not-numbers=off"_s, u"rows-filtered=stop"_s},
            .accepted = {u"empty-source"_s, u"rows-filtered"_s},
            .reasons = {u" plant closed "_s, u"the client sees its own"_s},
            .until = {u"2026-11-27"_s, u"2027-02-28"_s},
        };
        const auto rules = Cli::rulesOf(options, today);
        QVERIFY(rules);
        QCOMPARE(
            rules->levels,
            (QMap<Guard, GuardLevel>{{Guard::RowsFiltered, GuardLevel::Stop}, {Guard::NotNumbers, GuardLevel::Off}}));
        QCOMPARE(rules->accepted,
                 (QList<Sheet::Acceptance>{{Guard::EmptySource, u"plant closed"_s, today},
                                           {Guard::RowsFiltered, u"the client sees its own"_s, QDate(2027, 2, 28)}}));
    }

    void namesAndLevelsAreThoseOfTheList()
    {
        for (const char *option : {"unheard-of=off", "=off", "", "emptySource=off"})
            QVERIFY2(isRefusedFor<Core::NotOneOf>({.levels = {QString::fromLatin1(option)}}), option);
        for (const char *option : {"empty-source", "empty-source=", "empty-source=maybe", "empty-source=stop=off"})
            QVERIFY2(isRefusedFor<Core::NotOneOf>({.levels = {QString::fromLatin1(option)}}), option);
        QVERIFY(isRefusedFor<Core::NotOneOf>(accepting(u"unheard-of"_s)));
    }

    void thresholdBelongsToAGuardThatMeasures()
    {
        const auto rules = Cli::rulesOf({.levels = {u"rows-fell=stop:2.5"_s, u"total-moved=off"_s}}, today);
        QVERIFY(rules);
        QCOMPARE(rules->level(Guard::RowsFell), GuardLevel::Stop);
        QCOMPARE(rules->thresholds, (QMap<Guard, int>{{Guard::RowsFell, 250}}));
        for (const char *option : {"rows-fell=stop:", "rows-fell=stop:x", "rows-fell=stop:-5", "rows-fell=stop:5:6"})
            QVERIFY2(isRefusedFor<Core::NotANumber>({.levels = {QString::fromLatin1(option)}}), option);
        QVERIFY(isRefusedFor<Core::NotOneOf>({.levels = {u"empty-source=stop:5"_s}}));
        QVERIFY(isRefusedFor<Core::NotOneOf>({.levels = {u"rows-fell=5"_s}}));
    }

    void factsAreNoChoice()
    {
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
            const QString name = Writeback::guardName(Finding::Kind(kind));
            const bool isFact = !Writeback::guardOf(Finding::Kind(kind));
            QCOMPARE(isRefusedFor<Core::NotAChoice>({.levels = {name + u"=off"_s}}), isFact);
            QCOMPARE(isRefusedFor<Core::NotAChoice>(accepting(name)), isFact);
        }
        QVERIFY(isRefusedFor<Core::NotAChoice>({.levels = {u"overflow=off"_s}}));
    }

    void levelsOfOneGuardMustAgree()
    {
        QVERIFY(isRefusedFor<Core::Contradiction>({.levels = {u"empty-source=off"_s, u"empty-source=stop"_s}}));
    }

    void acceptanceNeedsAReasonAndADate()
    {
        const GuardOptions whole = accepting(u"empty-source"_s);
        QVERIFY(Cli::rulesOf(whole, today));
        GuardOptions options = whole;
        options.reasons.clear();
        QVERIFY(isRefusedFor<Core::NotGiven>(options));
        options.reasons = {u"  "_s};
        QVERIFY(isRefusedFor<Core::NotGiven>(options));
        options = whole;
        options.until.clear();
        QVERIFY(isRefusedFor<Core::NotGiven>(options));
        options = whole;
        options.accepted.clear(); // a reason for nothing
        QVERIFY(isRefusedFor<Core::NotGiven>(options));
    }

    void dateIsADayThatIsNotOver()
    {
        GuardOptions options = accepting(u"empty-source"_s);
        for (const char *text : {"2026-13-01", "2027-02-29", "31.12.2026", "2026-12-31T00:00", "tomorrow", ""}) {
            options.until = {QString::fromLatin1(text)};
            QVERIFY2(isRefusedFor<Core::NotADate>(options), text);
        }
        options.until = {u"2026-11-26"_s};
        QVERIFY(isRefusedFor<Core::PastDate>(options));
    }
};

QTEST_GUILESS_MAIN(TestGuardOptions)
#include "tst_guardoptions.moc"
