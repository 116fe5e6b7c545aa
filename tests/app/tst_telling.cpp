#include "app/telling.h"

#include "support/desk.h"
#include "support/fakeclock.h"
#include "support/httpserver.h"
#include "support/schedules.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

namespace {

constexpr int limit = 30'000; // ms

} // namespace

// Runs of the window's queue, a webhook, and the sandbox.
class TestTelling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void whatChangesIsToldOnce()
    {
        Desk desk;
        HttpServer server;
        addWebhook(desk, server);
        FakeClock clock;
        const App::Telling telling(*desk.runs, desk.store, *desk.data, desk.secrets, clock, desk.folder.path());
        Profiles::Profile profile = desk.addProfile(m_sandbox, u"Balance"_s);
        const QString dataSet = profile.dataSetId;
        profile.schedule = Profiles::Automatically{.timetable = dailyNotNow()};

        profile.dataSetId = u"00000000-0000-4000-8000-000000000000"_s;
        QVERIFY(desk.store.save(profile));
        for (int run = 1; run <= 2; ++run) {
            QVERIFY(this->run(desk, {profile.id}));
            clock.advance(App::Telling::pause);
            QTRY_COMPARE_WITH_TIMEOUT(told(server), QStringList{u"failing"_s}, limit);
        }

        profile.dataSetId = dataSet;
        QVERIFY(desk.store.save(profile));
        QVERIFY(run(desk, {profile.id}));
        clock.advance(App::Telling::pause);
        QTRY_COMPARE_WITH_TIMEOUT(told(server), (QStringList{u"failing"_s, u"well"_s}), limit);
    }

    void whatChangedBeforeIsToldAtTheStart()
    {
        Desk desk;
        HttpServer server;
        addWebhook(desk, server);
        Profiles::Profile profile = desk.addProfile(m_sandbox, u"Balance"_s);
        profile.schedule = Profiles::Manually{.remindAfterDays = 2};
        QVERIFY(desk.store.save(profile));
        Writeback::RunReport verified;
        verified.state = Writeback::State::Verified;
        desk.remember(profile, QDateTime::currentDateTimeUtc().addDays(-3), verified);
        FakeClock clock;
        const App::Telling telling(*desk.runs, desk.store, *desk.data, desk.secrets, clock, desk.folder.path());
        clock.advance(App::Telling::pause);
        QTRY_COMPARE_WITH_TIMEOUT(told(server), QStringList{u"reminder"_s}, limit);
    }

    void runsThatEndTogetherAreOneNotice()
    {
        Desk desk;
        HttpServer server;
        addWebhook(desk, server);
        FakeClock clock;
        const App::Telling telling(*desk.runs, desk.store, *desk.data, desk.secrets, clock, desk.folder.path());
        QStringList ids;
        for (const QString &name : {u"Balance"_s, u"Headcount"_s, u"Leases"_s}) {
            Profiles::Profile profile = desk.addProfile(m_sandbox, name);
            profile.schedule = Profiles::Automatically{.timetable = dailyNotNow()};
            profile.dataSetId = u"00000000-0000-4000-8000-000000000000"_s;
            QVERIFY(desk.store.save(profile));
            ids.append(profile.id);
        }
        QVERIFY(run(desk, ids));
        clock.advance(App::Telling::pause);
        QTRY_COMPARE_WITH_TIMEOUT(told(server).size(), 3, limit);
        QCOMPARE(server.requests().size(), 1);
    }

private:
    // To their ends, in the history.
    static bool run(Desk &desk, const QStringList &profileIds)
    {
        const qint64 before = desk.history().count().value();
        QSignalSpy ended(desk.runs.get(), &Runs::ProfileRuns::batchEnded);
        desk.runs->startAll(profileIds);
        return ended.wait(limit)
            && QTest::qWaitFor([&] { return desk.history().count().value() == before + profileIds.size(); }, limit);
    }

    // The conditions, in the order in which they were told.
    static QStringList told(const HttpServer &server)
    {
        QStringList conditions;
        for (const HttpRequest &request : server.requests()) {
            const QJsonArray changes = QJsonDocument::fromJson(request.body)["changes"_L1].toArray();
            for (const QJsonValue &change : changes)
                conditions.append(change["condition"_L1].toString());
        }
        return conditions;
    }

    static void addWebhook(Desk &desk, HttpServer &server)
    {
        server.always("POST /ops", "200 OK\n\nok");
        const Notices::Webhook ops{.id = u"ops"_s, .name = u"Ops"_s};
        if (!Notices::ChannelStore(Notices::folderIn(desk.folder.path())).write({.webhooks = {ops}}))
            qFatal("The channel is not saved");
        const auto ignore = [](const Core::Result<void> &) {};
        desk.secrets.write(ops.id, Profiles::Secret::Address, server.url().toString() + u"/ops"_s, &desk.secrets,
                           ignore);
        desk.secrets.write(ops.id, Profiles::Secret::Key, u"0123456789abcdef"_s, &desk.secrets, ignore);
    }

    SandboxProcess m_sandbox;
};

QTEST_GUILESS_MAIN(TestTelling)
#include "tst_telling.moc"
