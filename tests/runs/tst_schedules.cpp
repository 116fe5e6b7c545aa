#include "runs/schedules.h"

#include "schedule/handover.h"
#include "schedule/schedulerfault.h"
#include "support/desk.h"
#include "support/profiles.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Runs;
using History::Noted;
using Schedule::Compared;
using Schedule::SchedulerKind;
using State = Compared::State;
using Support::Desk;

namespace {

const QString program = u"/opt/workiva-writeback-cli"_s;

Core::Error notThere(const Schedule::Command &command)
{
    return {.kind = Core::ErrorKind::Scheduler,
            .subject = command.program,
            .cause = Schedule::SchedulerFault{Schedule::SchedulerFault::Reason::NoAnswer}};
}

} // namespace

// With cron, which is a text here. Systemd's part is in integration/schedules.
class TestSchedules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_crontab.reset();
        m_hasCron = true;
    }

    void writebacksOfTheFolderAreWanted()
    {
        const Profiles::Profile one = add(u"Balance"_s);
        const auto wanted = Schedules::wantedBy(m_desk->store, *m_desk->data, program);
        QCOMPARE(wanted.saved.profiles.size(), 1);
        QCOMPARE(wanted.saved.handover.program, program);
        QCOMPARE(wanted.saved.handover.options, (QStringList{u"--data-dir"_s, m_desk->data->path()}));
        QCOMPARE(stateOf(one), State::NotInstalled);
    }

    void handedOverScheduleIsInForceAndNotedOnce()
    {
        const Profiles::Profile one = add(u"Balance"_s);
        const Schedules schedules = make();
        const Schedule::Handover handover = *schedules.compared()->front().wanted;
        QVERIFY(schedules.handOver(handover));
        QCOMPARE(stateOf(one), State::Same);
        QCOMPARE(m_desk->history().scheduleInForce(one.id).value(), ::Schedule::fingerprint(handover.schedule));
        QVERIFY(schedules.handOver(handover));
        const auto notes = m_desk->history().scheduleNotes(one.id).value();
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes[0].what, Noted::HandedOver);
    }

    void removedScheduleIsNotInstalled()
    {
        const Profiles::Profile one = add(u"Balance"_s);
        const Schedules schedules = make();
        QVERIFY(schedules.handOver(*schedules.compared()->front().wanted));
        QVERIFY(schedules.remove({SchedulerKind::Cron, one.id}));
        QCOMPARE(stateOf(one), State::NotInstalled);
        QCOMPARE(m_desk->history().scheduleInForce(one.id).value(), QString());
        QVERIFY(!schedules.remove({SchedulerKind::Launchd, one.id})); // not of this computer
    }

    void handOverOfWhatIsThereIsNotedWhereTheHistoryLacksIt()
    {
        const Profiles::Profile one = add(u"Balance"_s);
        const Schedules schedules = make();
        const Schedule::Handover handover = *schedules.compared()->front().wanted;
        QVERIFY(schedules.first()->install(handover)); // as if noting it had failed
        QVERIFY(schedules.handOver(handover));
        QCOMPARE(m_desk->history().scheduleInForce(one.id).value(), ::Schedule::fingerprint(handover.schedule));
    }

    void computerWithoutASchedulerTakesNothing()
    {
        add(u"Balance"_s);
        m_hasCron = false;
        const Schedules schedules = make();
        QVERIFY(!schedules.first());
        const auto done =
            schedules.handOver(*Schedule::handoverOf(m_desk->store.profiles().first(), schedules.saved()));
        QVERIFY(!done);
        QCOMPARE(done.error(), noScheduler());
        QVERIFY(m_desk->history().scheduleNotes(m_desk->store.profiles().first().id)->isEmpty());
    }

    void nothingIsHandedOverWithoutAHistory()
    {
        const Profiles::Profile one = add(u"Balance"_s);
        auto wanted = Schedules::wantedBy(m_desk->store, *m_desk->data, program);
        wanted.fault = Core::Error{.kind = Core::ErrorKind::Disk, .subject = m_desk->data->path()};
        const Schedules inMemory = make(wanted);
        const Schedule::Handover handover = *inMemory.compared()->front().wanted;
        const auto done = inMemory.handOver(handover);
        QVERIFY(!done);
        QCOMPARE(done.error(), *wanted.fault);
        QVERIFY(!m_crontab);

        wanted.fault.reset();
        wanted.history = History::Place::file(m_desk->data->path() + u"/nowhere/history.sqlite"_s);
        const auto unopened = make(wanted).handOver(handover);
        QVERIFY(!unopened);
        QCOMPARE(unopened.error().kind, Core::ErrorKind::Disk);
        QVERIFY(!m_crontab);
        QCOMPARE(stateOf(one), State::NotInstalled);
    }

    void cronCannotTest()
    {
        add(u"Balance"_s);
        const Schedules schedules = make();
        QVERIFY(!schedules.test(*schedules.compared()->front().wanted));
    }

    void nextTimeIsTheSchedules()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(5, 0), Qt::UTC);
        add(u"Balance"_s);
        const Schedules schedules = make();
        QVERIFY(!Schedules::nextOf(schedules.compared()->front(), now)); // nothing starts it
        QVERIFY(schedules.handOver(*schedules.compared()->front().wanted));
        QCOMPARE(Schedules::nextOf(schedules.compared()->front(), now).value(), now.addSecs(3600));
    }

private:
    Profiles::Profile add(const QString &name)
    {
        Profiles::Profile profile = Support::profile(name);
        profile.schedule = Profiles::Automatically{.timetable = Support::daily({6, 0}, u"UTC"_s)};
        if (!m_desk->store.save(profile))
            qFatal("The writeback is not saved");
        return profile;
    }

    [[nodiscard]] Schedules make() { return make(Schedules::wantedBy(m_desk->store, *m_desk->data, program)); }

    [[nodiscard]] Schedules make(const Schedules::Wanted &wanted)
    {
        const auto run = [this](const Schedule::Command &command) -> Core::Result<Schedule::CommandResult> {
            if (command.program != "crontab"_L1 || !m_hasCron)
                return Core::fail(notThere(command));
            if (command.arguments == QStringList{u"-l"_s})
                return m_crontab ? Schedule::CommandResult{0, *m_crontab, {}}
                                 : Schedule::CommandResult{1, {}, "no crontab for me"};
            m_crontab = command.input;
            return Schedule::CommandResult{};
        };
        return Schedules(wanted,
                         {u"linux"_s, run, m_desk->folder.path(), m_desk->folder.path(), QTimeZone::utc(),
                          QDateTime::currentDateTimeUtc()});
    }

    [[nodiscard]] State stateOf(const Profiles::Profile &profile)
    {
        const auto all = make().compared().value();
        const auto found = std::ranges::find(all, profile.id, &Compared::profileId);
        return found == all.end() ? State::Unreadable : found->state;
    }

    std::unique_ptr<Desk> m_desk;
    std::optional<QByteArray> m_crontab;
    bool m_hasCron = true;
};

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
