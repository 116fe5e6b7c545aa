#include "ui/home/progresssign.h"
#include "ui/interaction.h"
#include "words/steptext.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Runs::RunProgress;
using Support::Desk;
using Support::SandboxProcess;
using Ui::Sign;
using Writeback::StepName;

namespace {

RunProgress runOf(const QString &name, const QList<RunProgress::Step> &steps)
{
    RunProgress run;
    run.running = true;
    run.facts.entry.profileName = name;
    run.steps = steps;
    return run;
}

// A task bar: what the signals on the session bus say.
class TaskBar final : public QObject
{
    Q_OBJECT

public:
    TaskBar()
    {
        isConnected = QDBusConnection::sessionBus().connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
                                                            this, SLOT(update(QString, QVariantMap)));
    }

    bool isConnected = false;
    QString program;
    QList<QVariantMap> updates;

public Q_SLOTS:
    void update(const QString &uri, const QVariantMap &properties)
    {
        program = uri;
        updates.append(properties);
    }
};

} // namespace

class TestProgressSign final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
        m_bus.kill();
        QVERIFY(m_bus.waitForFinished());
    }

    void nothingRunsNothingIsShown() { QCOMPARE(Ui::signOf({}), Sign()); }

    void singleRunShowsItsStepAndItsName()
    {
        const Sign sign =
            Ui::signOf({runOf(u"Trial balance"_s, {{.name = StepName::Write, .done = 629, .total = 1000}})});
        QVERIFY(sign.title.startsWith(Words::stepName(StepName::Write, 0.62)));
        QVERIFY(sign.title.endsWith(u"62 % · Trial balance"_s));
        QCOMPARE(sign.open, 1);
        QCOMPARE(sign.done, 0.62);
        QVERIFY(!sign.isAsking);
    }

    void unknownProgressIsNotShownAsANumber()
    {
        const Sign sign = Ui::signOf({runOf(u"Trial balance"_s, {{.name = StepName::SignIn}})});
        QCOMPARE(sign.done, std::nullopt);
        QVERIFY(!sign.title.contains(u'%'));
    }

    void severalRunsAreCounted()
    {
        const QList<RunProgress::Step> half{{.name = StepName::Write, .done = 1, .total = 2}};
        const Sign sign = Ui::signOf({runOf(u"A"_s, half), runOf(u"B"_s, half), runOf(u"C"_s, half)});
        QCOMPARE(sign.title, u"3 running"_s);
        QCOMPARE(sign.open, 3);
        QCOMPARE(sign.done, std::nullopt); // there is no progress of all together
    }

    void queuedRunsAreCountedApart()
    {
        RunProgress queued = runOf(u"B"_s, {});
        queued.queued = true;
        const Sign sign = Ui::signOf({runOf(u"A"_s, {}), queued, queued});
        QCOMPARE(sign.title, u"1 running, 2 queued"_s);
        QCOMPARE(sign.open, 3);
    }

    void questionIsUrgent()
    {
        RunProgress asking = runOf(u"A"_s, {});
        asking.question.emplace();
        QVERIFY(Ui::signOf({asking}).isAsking);
        QVERIFY(Ui::signOf({runOf(u"B"_s, {}), asking}).isAsking);
    }

    void nameCannotForgeATitle() { QVERIFY(!Ui::signOf({runOf(u"A\nB\u202e"_s, {})}).title.contains(u'\n')); }

    void titleAndTaskBarFollowARun()
    {
        const SandboxProcess sandbox({u"--latency"_s, u"20"_s});
        QVERIFY(sandbox.isUp());
        Desk desk;
        const QString id = desk.addProfile(sandbox, u"Balance"_s).id;
        QWidget window;
        window.setWindowTitle(u"Program"_s);
        const Ui::ProgressSign sign(*desk.runs, &window);
        TaskBar taskBar;
        QVERIFY(taskBar.isConnected);
        QSignalSpy ended(desk.runs.get(), &Runs::ProfileRuns::ended);
        desk.runs->start(id);
        QVERIFY(window.windowTitle().endsWith(u"Balance – Program"_s));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, Support::deadline);
        QCOMPARE(window.windowTitle(), u"Program"_s);
        QTRY_VERIFY(!taskBar.updates.isEmpty() && taskBar.updates.last()[u"count"_s].toLongLong() == 0);
        QCOMPARE(taskBar.program, u"application://workiva-writeback.desktop"_s);
        QVERIFY(!taskBar.updates.last()[u"progress-visible"_s].toBool());
        QVERIFY(!taskBar.updates.last()[u"count-visible"_s].toBool());
        bool hasShown = false;
        for (const QVariantMap &update : taskBar.updates) {
            const double progress = update[u"progress"_s].toDouble();
            QVERIFY(progress >= 0 && progress <= 1);
            hasShown = hasShown || (update[u"progress-visible"_s].toBool() && progress > 0);
        }
        QVERIFY(hasShown);
    }

private:
    QProcess m_bus;
};

QTEST_MAIN(TestProgressSign)
#include "tst_progresssign.moc"
