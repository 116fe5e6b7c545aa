#include "schedule/installed.h"

#include "core/laterversion.h"
#include "schedule/handovers.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using State = Compared::State;
using Difference = Compared::Difference;

namespace {

Profiles::Profile scheduled(const QString &name, int hour = 6)
{
    Profiles::Profile profile;
    profile.id = u"id-"_s + name;
    profile.name = name;
    profile.schedule = Profiles::Automatically{.timetable = Support::daily({hour, 0})};
    return profile;
}

Saved savedAs(const QList<Profiles::Profile> &profiles)
{
    return {.profiles = profiles,
            .handover = {.program = u"/usr/bin/workiva-writeback-cli"_s, .profileId = {}, .profileName = {}},
            .scheduler = SchedulerKind::Systemd};
}

Installed installedAs(const Profiles::Profile &profile, SchedulerKind scheduler = SchedulerKind::Systemd)
{
    return {.scheduler = scheduler,
            .profileId = profile.id,
            .handover = handoverOf(profile, savedAs({})).value(),
            .isActive = true};
}

} // namespace

class TestInstalled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNeedsNoRepair()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        Profiles::Profile manual = scheduled(u"Manual"_s);
        manual.schedule = Profiles::Manually{};
        const auto all = compare(savedAs({one, manual}), {installedAs(one)});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].state, State::Same);
        QCOMPARE(all[0].name, u"One"_s);
        QCOMPARE(repairOf(all), Repair());
        Installed silent = installedAs(one); // as cron, which does not tell
        silent.isActive.reset();
        QCOMPARE(compare(savedAs({one}), {silent})[0].state, State::Same);
    }

    void eachDifferenceIsNamedAndRepaired_data()
    {
        QTest::addColumn<Difference>("difference");
        for (int each = 0; each <= int(Compared::lastDifference); ++each)
            QTest::newRow(qPrintable(name(Difference(each)))) << Difference(each);
    }
    void eachDifferenceIsNamedAndRepaired()
    {
        QFETCH(const Difference, difference);
        const Profiles::Profile one = scheduled(u"One"_s);
        Installed installed = installedAs(one);
        installed.handover->credentials = {{u"domo-client-id"_s, u"/keys/domo-client-id"_s}};
        switch (difference) {
        case Difference::Schedule: installed.handover->schedule.pauseAfter = 3; break;
        case Difference::Program: installed.handover->program = u"/opt/old"_s; break;
        case Difference::Options: installed.handover->options = QStringList{u"--data-dir"_s, u"/data"_s}; break;
        case Difference::Name: installed.handover->profileName = u"Two"_s; break;
        case Difference::Text: installed.isAsMade = false; break;
        }
        const auto all = compare(savedAs({one}), {installed});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].state, State::Differs);
        QCOMPARE(all[0].differences, QList{difference});
        Handover wanted = handoverOf(one, savedAs({})).value();
        wanted.credentials = installed.handover->credentials; // they stay
        QCOMPARE(repairOf(all), (Repair{{}, {wanted}}));
    }

    void missingScheduleIsInstalled()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        const auto all = compare(savedAs({one}), {});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].state, State::NotInstalled);
        QCOMPARE(repairOf(all), (Repair{{}, {handoverOf(one, savedAs({})).value()}}));
    }

    void inactiveScheduleIsInstalledAgain()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        Installed installed = installedAs(one);
        installed.isActive = false;
        const auto all = compare(savedAs({one}), {installed});
        QCOMPARE(all[0].state, State::NotActive);
        QCOMPARE(repairOf(all).installs.size(), 1);
    }

    void unwantedScheduleIsRemoved_data()
    {
        QTest::addColumn<QList<Profiles::Profile>>("profiles");
        Profiles::Profile archived = scheduled(u"One"_s);
        archived.archived = true;
        Profiles::Profile manual = scheduled(u"One"_s);
        manual.schedule = Profiles::Manually{7};
        QTest::newRow("gone") << QList<Profiles::Profile>();
        QTest::newRow("archived") << QList{archived};
        QTest::newRow("manual") << QList{manual};
    }
    void unwantedScheduleIsRemoved()
    {
        QFETCH(const QList<Profiles::Profile>, profiles);
        const Profiles::Profile one = scheduled(u"One"_s);
        const auto all = compare(savedAs(profiles), {installedAs(one)});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].state, State::NotWanted);
        QCOMPARE(repairOf(all), (Repair{{{SchedulerKind::Systemd, one.id}}, {}}));
    }

    void secondSchedulerGivesItUp()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        const auto all = compare(savedAs({one}), {installedAs(one, SchedulerKind::Cron)});
        QCOMPARE(all.size(), 2);
        const Repair repair = repairOf(all);
        QCOMPARE(repair.removals, (QList<Repair::Removal>{{SchedulerKind::Cron, one.id}}));
        QCOMPARE(repair.installs.size(), 1);
    }

    void otherDataFolderIsLeftAlone()
    {
        Installed other = installedAs(scheduled(u"Other"_s));
        other.handover->options = QStringList{u"--data-dir"_s, u"/data"_s};
        const auto all = compare(savedAs({}), {other});
        QCOMPARE(all[0].state, State::Elsewhere);
        QCOMPARE(repairOf(all), Repair());
    }

    void unreadableRecordIsReplacedOnlyIfItIsWanted()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        Installed broken = installedAs(one);
        broken.handover = Core::fail(Core::ErrorKind::BadFile);
        const auto wanted = compare(savedAs({one}), {broken});
        QCOMPARE(wanted[0].state, State::Unreadable);
        QCOMPARE(repairOf(wanted).installs.size(), 1);
        const auto unknown = compare(savedAs({}), {broken});
        QCOMPARE(unknown[0].state, State::Unreadable);
        QCOMPARE(repairOf(unknown), Repair());
    }

    void whatALaterVersionMadeIsLeftAlone()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        Installed later = installedAs(one);
        later.handover = Core::fail(Core::ErrorKind::BadFile, {}, {}, Core::LaterVersion{});
        QCOMPARE(repairOf(compare(savedAs({one}), {later})), Repair());
        Profiles::Profile manual = one;
        manual.schedule = Profiles::Manually{};
        QCOMPARE(repairOf(compare(savedAs({manual}), {later})), Repair());
    }

    // A file that could not be read does not mean that its schedule is to be removed.
    void scheduleOfAnUnreadableWritebackIsLeftAlone()
    {
        const Profiles::Profile one = scheduled(u"One"_s);
        Saved saved = savedAs({});
        saved.unreadable = {one.id};
        const auto all = compare(saved, {installedAs(one)});
        QCOMPARE(all[0].state, State::Unreadable);
        QCOMPARE(all[0].name, u"One"_s);
        QCOMPARE(repairOf(all), Repair());
    }

    void allAreByName()
    {
        const auto all = compare(savedAs({scheduled(u"B"_s), scheduled(u"C"_s)}), {installedAs(scheduled(u"A"_s))});
        QStringList names;
        for (const Compared &one : all)
            names.append(one.name);
        QCOMPARE(names, QStringList({u"A"_s, u"B"_s, u"C"_s}));
    }

    void namesAreUnique()
    {
        QSet<QString> states;
        for (int each = 0; each <= int(Compared::lastState); ++each)
            states.insert(name(State(each)));
        QCOMPARE(states.size(), int(Compared::lastState) + 1);
    }
};

QTEST_GUILESS_MAIN(TestInstalled)
#include "tst_installed.moc"
