#include "app/telling.h"

#include "support/desk.h"
#include "support/httpserver.h"
#include "support/schedules.h"

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

    void alarmAndRecoveryAreToldOnce()
    {
        Desk desk;
        HttpServer server;
        addWebhook(desk, server.url());
        const App::Telling telling(*desk.runs, desk.store, *desk.data, desk.secrets, desk.clock, desk.folder.path());
        Profiles::Profile profile = desk.addProfile(m_sandbox, u"Balance"_s);
        const QString dataSet = profile.dataSetId;
        profile.schedule = Profiles::Automatically{.timetable = dailyNotNow()};

        profile.dataSetId = u"00000000-0000-4000-8000-000000000000"_s;
        QVERIFY(desk.store.save(profile));
        QByteArray alarm;
        server.expect("POST /ops", [&alarm](const HttpRequest &request) {
            alarm = request.body;
            return Answer("200 OK\n\nok");
        });
        desk.runs->start(profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(alarm.contains("failing"), limit);
        QVERIFY2(alarm.contains("Balance"), alarm.constData());

        profile.dataSetId = dataSet;
        QVERIFY(desk.store.save(profile));
        QByteArray recovery;
        server.expect("POST /ops", [&recovery](const HttpRequest &request) {
            recovery = request.body;
            return Answer("200 OK\n\nok");
        });
        desk.runs->start(profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(recovery.contains("well"), limit);
        QCOMPARE(server.requests().size(), 2);
    }

private:
    static void addWebhook(Desk &desk, const QUrl &server)
    {
        const Notices::Webhook ops{.id = u"ops"_s, .name = u"Ops"_s};
        if (!Notices::ChannelStore(Notices::folderIn(desk.folder.path())).write({.webhooks = {ops}}))
            qFatal("The channel is not saved");
        const auto ignore = [](const Core::Result<void> &) {};
        desk.secrets.write(ops.id, Profiles::Secret::Address, server.toString() + u"/ops"_s, &desk.secrets, ignore);
        desk.secrets.write(ops.id, Profiles::Secret::Key, u"0123456789abcdef"_s, &desk.secrets, ignore);
    }

    SandboxProcess m_sandbox;
};

QTEST_GUILESS_MAIN(TestTelling)
#include "tst_telling.moc"
