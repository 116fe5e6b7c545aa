#include "runs/doctor.h"

#include "core/laterversion.h"
#include "support/desk.h"
#include "support/schedules.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Support;
using Runs::Doctor;
using Setup::Examined;
using Setup::Link;
using State = Examined::State;

// The links before those that Setup::Diagnosis examines.
class TestDoctor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void everythingIsExaminedInOrder()
    {
        Desk desk;
        const QList<Examined> links = examine(desk, desk.addProfile(m_sandbox, u"Accounts"_s));
        QVERIFY(!Runs::firstBroken(links));
        QCOMPARE(links.size(), 3 + 8 + 10);
        QCOMPARE(links[0].link, Link::DataFolder);
        QCOMPARE(links[0].detail, desk.data->path());
        QCOMPARE(links[1].detail, u"Finance"_s);
        QCOMPARE(links[2].link, Link::Secrets);
        for (int own = 0; own < 3; ++own) {
            QCOMPARE(links[own].state, State::Sound);
            QCOMPARE(links[own].service, Core::Service::None);
        }
        QCOMPARE(links.last().link, Link::WriteSheet);
        QVERIFY(desk.history().count().value() == 0); // it is no run
    }

    void accountThatIsGoneIsNamed()
    {
        Desk desk;
        Profiles::Profile profile = desk.addProfile(m_sandbox, u"Accounts"_s);
        profile.accountId = u"gone"_s;
        const QList<Examined> links = examine(desk, profile);
        QCOMPARE(links.size(), 3);
        QCOMPARE(Runs::firstBroken(links), &links[1]);
        QCOMPARE(links[1].error->kind, Core::ErrorKind::NoAccount);
        QCOMPARE(links[2].state, State::NotReached);
    }

    void accountOfALaterVersionIsNamed()
    {
        Desk desk;
        const Profiles::Profile profile = desk.addProfile(m_sandbox, u"Accounts"_s);
        desk.makeOfALaterVersion(*desk.store.account(profile.accountId));
        const QList<Examined> links = examine(desk, profile);
        QCOMPARE(Runs::firstBroken(links), &links[1]);
        QVERIFY(links[1].error->cause.as<Core::LaterVersion>());
    }

    void missingSecretIsNamed()
    {
        Desk desk;
        const Profiles::Profile profile = desk.addProfile(m_sandbox, u"Accounts"_s);
        desk.secrets.remove(profile.accountId, Profiles::Secret::Workiva, &desk.secrets, [](const auto &) {});
        const QList<Examined> links = examine(desk, profile);
        QCOMPARE(Runs::firstBroken(links), &links[2]);
        QCOMPARE(links[2].error->kind, Core::ErrorKind::Keychain);
    }

    void folderThatCannotBeUsedIsNamedFirst()
    {
        Desk desk;
        const Profiles::Profile profile = desk.addProfile(m_sandbox, u"Accounts"_s);
        QFile file(desk.folder.filePath(u"file"_s)); // in place of a folder
        QVERIFY(file.open(QFile::WriteOnly));
        const Runs::DataFolder unusable(file.fileName(), {u"test"_s, {}});
        Doctor doctor(unusable, desk.store, desk.secrets);
        const QList<Examined> links = examine(doctor, profile);
        QCOMPARE(Runs::firstBroken(links), &links[0]);
        QVERIFY(links[0].error.has_value());
        QCOMPARE(links.last().state, State::Sound); // examined all the same
    }

    void schedulerIsTheLastLinkOfAScheduledWriteback()
    {
        Desk desk;
        Profiles::Profile profile = desk.addProfile(m_sandbox, u"Accounts"_s);
        profile.schedule = Profiles::Automatically{.timetable = Support::daily({6, 0})};
        Doctor::Schedules schedules{.saved = {.profiles = {profile}, .scheduler = Schedule::SchedulerKind::Systemd},
                                    .installed = QList<Schedule::Installed>()};
        const QList<Examined> missing = examine(desk, profile, schedules);
        QCOMPARE(missing.size(), 3 + 8 + 10 + 1);
        QCOMPARE(Runs::firstBroken(missing), &missing.last());
        QCOMPARE(missing.last().link, Link::Scheduler);
        QCOMPARE(missing.last().error->kind, Core::ErrorKind::Scheduler);
        const auto *compared = missing.last().error->cause.as<Schedule::Compared>();
        QVERIFY(compared && compared->state == Schedule::Compared::State::NotInstalled);

        schedules.installed =
            QList<Schedule::Installed>{{.profileId = profile.id,
                                        .handover = Schedule::handoverOf(profile, schedules.saved).value(),
                                        .isActive = true}};
        QCOMPARE(examine(desk, profile, schedules).last().state, State::Sound);

        schedules.installed = Core::fail(Core::ErrorKind::Scheduler);
        QCOMPARE(examine(desk, profile, schedules).last().state, State::Broken);

        profile.schedule = Profiles::Manually{};
        QCOMPARE(examine(desk, profile, schedules).size(), 3 + 8 + 10);
    }

private:
    [[nodiscard]] static QList<Examined> examine(Desk &desk, const Profiles::Profile &profile,
                                                 const std::optional<Doctor::Schedules> &schedules = {})
    {
        Doctor doctor(*desk.data, desk.store, desk.secrets);
        return examine(doctor, profile, schedules);
    }

    [[nodiscard]] static QList<Examined> examine(Doctor &doctor, const Profiles::Profile &profile,
                                                 const std::optional<Doctor::Schedules> &schedules = {})
    {
        QSignalSpy finished(&doctor, &Doctor::finished);
        doctor.examine(profile, {}, schedules);
        return finished.isEmpty() && !finished.wait(15'000) ? QList<Examined>() : doctor.links();
    }

    SandboxProcess m_sandbox;
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
