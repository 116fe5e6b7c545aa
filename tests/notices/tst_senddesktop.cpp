#include "notices/senddesktop.h"

#include "notices/desktopfault.h"
#include "notices/sessionbus.h"
#include "support/fakeclock.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Support;

using Core::ErrorKind;
using Notices::DesktopFault;
using Notices::Notification;
using Notices::SendDesktop;
using Answer = NotificationService::Answer;
using Step = DesktopFault::Step;

namespace {

constexpr int limit = 30'000; // ms

const Notification notice{.summary = u"Köpfe: failed"_s, .body = u"a &lt;b&gt;\nc"_s, .stays = true};

QProcessEnvironment with(const QString &name, const QString &value)
{
    QProcessEnvironment environment;
    environment.insert(u"XDG_RUNTIME_DIR"_s, u"/nonexistent"_s);
    environment.insert(name, value);
    return environment;
}

QProcessEnvironment on(const QString &address)
{
    return with(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
}

// To its end.
Core::Error errorOf(SendDesktop &job)
{
    QSignalSpy ended(&job, &Net::Job::finished);
    job.start();
    if (!ended.wait(limit))
        return {.detail = u"it did not end"_s};
    return job.result() ? Core::Error{.detail = u"it succeeded"_s} : job.result().error();
}

} // namespace

class TestSendDesktop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<SessionBus>();
        QVERIFY(!m_bus->address().isEmpty());
        m_service = std::make_unique<NotificationService>(*m_bus);
    }

    void cleanup()
    {
        m_service.reset();
        m_bus.reset();
    }

    void notificationIsShown()
    {
        QVERIFY(m_service->take());
        const QStringList icon{u"workiva-writeback"_s};
        for (const bool stays : {true, false}) {
            Notification notification = notice;
            notification.stays = stays;
            SendDesktop job(m_clock, notification, on(m_bus->address()));
            QSignalSpy ended(&job, &Net::Job::finished);
            job.start();
            QVERIFY(ended.wait(limit));
            QVERIFY2(job.result(), qPrintable(job.result() ? QString() : job.result().error().detail));
            QVERIFY(job.result()->isEmpty());
            const QVariantList shown = m_service->shown().last();
            QCOMPARE(shown[1].toUInt(), 0U); // replaces none
            QCOMPARE(shown[2].toString(), u"workiva-writeback"_s);
            QCOMPARE(shown[3].toString(), notification.summary);
            QCOMPARE(shown[4].toString(), notification.body);
            QVERIFY(shown[5].toStringList().isEmpty());
            QCOMPARE(shown[7].toInt(), stays ? 0 : -1);
        }
        QCOMPARE(m_service->shown().size(), 2);
        QTRY_COMPARE(m_service->connections(), 1); // its own
    }

    void onlyAnIdCounts_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no ID") << Answer::NoId << ErrorKind::BadReply;
        QTest::newRow("another type") << Answer::AnotherType << ErrorKind::BadReply;
        QTest::newRow("error") << Answer::Error << ErrorKind::Rejected;
    }
    void onlyAnIdCounts()
    {
        QFETCH(const Answer, answer);
        QFETCH(const ErrorKind, kind);
        QVERIFY(m_service->take());
        m_service->answer(answer);
        SendDesktop job(m_clock, notice, on(m_bus->address()));
        const Core::Error error = errorOf(job);
        QCOMPARE(error.kind, kind);
        QCOMPARE(*error.cause.as<DesktopFault>(), DesktopFault{Step::Service});
        QCOMPARE(error.detail.contains("org.example.Error.Full"_L1), answer == Answer::Error);
        QVERIFY2(!error.detail.contains("abcdefghijkl"_L1), qPrintable(error.detail));
        QCOMPARE(m_service->shown().size(), 1);
    }

    void nobodyShowsNotifications_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("none installed") << QString();
        QTest::newRow("it ends at once") << u"/bin/false"_s; // as without a display
        QTest::newRow("it is missing") << u"/nonexistent"_s;
    }
    void nobodyShowsNotifications()
    {
        QFETCH(const QString, program);
        SessionBus bus;
        if (!program.isEmpty())
            bus.install(u"org.freedesktop.Notifications"_s, program);
        SendDesktop job(m_clock, notice, on(bus.address()));
        const Core::Error error = errorOf(job);
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QCOMPARE(*error.cause.as<DesktopFault>(), DesktopFault{Step::Service});
        QVERIFY(!error.detail.isEmpty());
    }

    void noBusIsSaid_data()
    {
        QTest::addColumn<QProcessEnvironment>("environment");
        QTest::newRow("no address") << with(u"DBUS_SESSION_BUS_ADDRESS"_s, {});
        QTest::newRow("no socket") << on(u"unix:path=/nonexistent"_s);
        QTest::newRow("disabled") << on(u"disabled:"_s);
    }
    void noBusIsSaid()
    {
        QFETCH(const QProcessEnvironment, environment);
        SendDesktop job(m_clock, notice, environment);
        const Core::Error error = errorOf(job);
        QCOMPARE(error.kind, ErrorKind::NoNetwork);
        QCOMPARE(*error.cause.as<DesktopFault>(), DesktopFault{Step::Bus});
    }

    // As from cron.
    void busIsFoundWithoutItsAddress()
    {
        QVERIFY(m_service->take());
        const QTemporaryDir folder;
        const QString odd = folder.filePath(u"a b~%20;,=ü"_s); // characters with a meaning in addresses
        QVERIFY(QFile::link(m_bus->folder(), odd));
        for (const QString &runtime : {m_bus->folder(), odd}) {
            SendDesktop job(m_clock, notice, with(u"XDG_RUNTIME_DIR"_s, runtime));
            QSignalSpy ended(&job, &Net::Job::finished);
            job.start();
            QVERIFY(ended.wait(limit));
            QVERIFY2(job.result(), qPrintable(runtime));
        }
        QCOMPARE(m_service->shown().size(), 2);
    }

    void serviceThatHangsIsNotAwaitedForEver()
    {
        QVERIFY(m_service->take());
        m_service->answer(Answer::None);
        SendDesktop job(m_clock, notice, on(m_bus->address()));
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(m_service->shown().size(), 1);
        m_clock.advance(std::chrono::seconds(19));
        QCoreApplication::sendPostedEvents();
        QVERIFY(ended.isEmpty());
        m_clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
        QCOMPARE(*job.result().error().cause.as<DesktopFault>(), DesktopFault{Step::Service});
        QTRY_COMPARE(m_service->connections(), 1);
    }

    void busThatHangsIsNotAwaitedForEver()
    {
        const QTemporaryDir folder;
        QLocalServer bus;
        QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
        SendDesktop job(m_clock, notice, on(u"unix:path="_s + bus.fullServerName()));
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        QTRY_VERIFY(bus.hasPendingConnections());
        m_clock.advance(std::chrono::seconds(20));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
        QCOMPARE(*job.result().error().cause.as<DesktopFault>(), DesktopFault{Step::Bus});
        const std::unique_ptr<QLocalSocket> connection(bus.nextPendingConnection());
        QTRY_COMPARE(connection->state(), QLocalSocket::UnconnectedState);
    }

    void lostConnectionIsNoAcceptance_data()
    {
        QTest::addColumn<bool>("isOfTheBus");
        QTest::newRow("service") << false;
        QTest::newRow("bus") << true;
    }
    void lostConnectionIsNoAcceptance()
    {
        QFETCH(const bool, isOfTheBus);
        QVERIFY(m_service->take());
        m_service->answer(Answer::None);
        SendDesktop job(m_clock, notice, on(m_bus->address()));
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(m_service->shown().size(), 1);
        if (isOfTheBus)
            m_bus->end();
        else
            m_service->leave();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, limit);
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(*job.result().error().cause.as<DesktopFault>(), DesktopFault{Step::Service});
    }

    void cancelFinishesOnce()
    {
        QVERIFY(m_service->take());
        m_service->answer(Answer::None);
        SendDesktop job(m_clock, notice, on(m_bus->address()));
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(m_service->shown().size(), 1);
        job.cancel();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(m_service->connections(), 1);
        m_clock.advance(std::chrono::minutes(1));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(ended.size(), 1);
    }

    void destroyedJobLeavesNoConnection()
    {
        QVERIFY(m_service->take());
        m_service->answer(Answer::None);
        auto job = std::make_unique<SendDesktop>(m_clock, notice, on(m_bus->address()));
        job->start();
        QTRY_COMPARE(m_service->shown().size(), 1);
        QCOMPARE(m_service->connections(), 2);
        job.reset();
        QTRY_COMPARE(m_service->connections(), 1);
        QCOMPARE(m_clock.waiting(), 0);
    }

private:
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<NotificationService> m_service;
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestSendDesktop)
#include "tst_senddesktop.moc"
