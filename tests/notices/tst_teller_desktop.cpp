#include "notices/conditions.h"
#include "notices/desktopfault.h"
#include "notices/sessionbus.h"
#include "notices/teller.h"
#include "support/fakeclock.h"
#include "support/sessionsecretstore.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Support;

using Core::ErrorKind;
using Notices::Condition;
using Notices::DesktopFault;
using Notices::Kind;
using Notices::Outcome;
using Notices::Teller;
using Answer = NotificationService::Answer;

namespace {

constexpr int limit = 30'000; // ms

Notices::Text textOf(const QList<Notices::Change> &changes)
{
    return {changes.first().now.profileName + u' ' + name(changes.first().now.kind), u"Why."_s};
}

} // namespace

// Through the Teller, each time as a program of its own.
class TestTellerDesktop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_bus = std::make_unique<SessionBus>();
        m_service = std::make_unique<NotificationService>(*m_bus);
        m_environment = {};
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
        QVERIFY(Notices::ChannelStore(m_folder->path()).write({.desktop = Notices::Desktop()}));
    }

    void cleanup()
    {
        m_service.reset();
        m_bus.reset();
    }

    void hundredFailuresAreOneNotificationAndOneOfRecovery()
    {
        QVERIFY(m_service->take());
        for (int run = 0; run < 100; ++run)
            QVERIFY(tell(condition(u"Köpfe"_s, Kind::Failing)));
        for (int run = 0; run < 3; ++run)
            QVERIFY(tell(condition(u"Köpfe"_s, Kind::Well)));
        QCOMPARE(m_service->shown().size(), 2);
        QCOMPARE(m_service->summary(0), u"Köpfe failing"_s);
        QCOMPARE(m_service->summary(1), u"Köpfe well"_s);
        QVERIFY(failures().isEmpty());
    }

    void whatNobodyShowedIsToldTheNextTime()
    {
        const Condition failing = condition(u"Units"_s, Kind::Failing);
        QVERIFY(tell(failing));
        QCOMPARE(m_outcomes.size(), 1);
        QCOMPARE(m_outcomes.first().error->kind, ErrorKind::NotFound);

        QVERIFY(m_service->take());
        m_service->answer(Answer::Error);
        QVERIFY(tell(failing));
        QCOMPARE(m_outcomes.first().error->kind, ErrorKind::Rejected);
        QCOMPARE(failures().size(), 2);
        QCOMPARE(failures().first().channel, u"desktop"_s);
        QCOMPARE(failures().first().about, u"Units"_s);
        QCOMPARE(*failures().first().error.cause.as<DesktopFault>(), DesktopFault{DesktopFault::Step::Service});

        m_service->answer(Answer::Id);
        QVERIFY(tell(failing));
        QCOMPARE(m_outcomes, (QList<Outcome>{{u"desktop"_s, u"Units"_s, {}}}));
        QVERIFY(tell(failing));
        QVERIFY(m_outcomes.isEmpty());
        QCOMPARE(m_service->shown().size(), 2);
    }

    void testIsNoNotice()
    {
        QVERIFY(m_service->take());
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->test();
        QVERIFY(idle.wait(limit));
        QCOMPARE(m_outcomes, (QList<Outcome>{{u"desktop"_s, {}, {}}}));
        QCOMPARE(m_service->summary(0), u"Test"_s);
        QVERIFY(!QFile::exists(m_folder->filePath(u"told.json"_s)));
    }

private:
    [[nodiscard]] std::unique_ptr<Teller> makeTeller()
    {
        auto teller =
            std::make_unique<Teller>(Notices::Means{.channelsFolder = m_folder->path(),
                                                    .stateFolder = m_folder->path(),
                                                    .secrets = m_secrets,
                                                    .clock = m_clock,
                                                    .wording = {.notice = textOf,
                                                                .test =
                                                                    [] {
                                                                        return Notices::Text{u"Test"_s, u"Test"_s};
                                                                    }},
                                                    .environment = m_environment});
        m_outcomes.clear();
        connect(teller.get(), &Teller::outcome, this, [this](const Outcome &outcome) { m_outcomes.append(outcome); });
        return teller;
    }

    // To its end.
    bool tell(const Condition &condition)
    {
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->tell({condition});
        return idle.wait(limit);
    }

    [[nodiscard]] QList<Notices::Failure> failures() const
    {
        return Notices::FailureLog(m_folder->path()).read().value_or(QList<Notices::Failure>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<NotificationService> m_service;
    SessionSecretStore m_secrets;
    QProcessEnvironment m_environment;
    FakeClock m_clock;
    QList<Outcome> m_outcomes;
};

QTEST_GUILESS_MAIN(TestTellerDesktop)
#include "tst_teller_desktop.moc"
