#include "net/jobgroup.h"

#include "net/heldjob.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using Core::ErrorKind;
using Net::JobGroup;
using OnError = Net::JobGroup::OnError;
using Work = Support::HeldJob<int>;

class TestJobGroup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_group = std::make_unique<JobGroup>(OnError::StopOthers);
        m_jobs.clear();
        m_taken.clear();
    }

    void cleanup()
    {
        m_finished.reset();
        m_group.reset();
    }

    void endsWhenAllJobsHave_data()
    {
        QTest::addColumn<OnError>("onError");
        QTest::newRow("stop the others") << OnError::StopOthers;
        QTest::newRow("continue") << OnError::Continue;
    }
    void endsWhenAllJobsHave()
    {
        QFETCH(const OnError, onError);
        m_group = std::make_unique<JobGroup>(onError);
        const auto first = add();
        const auto second = add();
        QVERIFY(start());
        second->finishWith(2);
        QTRY_COMPARE(m_taken, QList<int>{2});
        QCoreApplication::processEvents();
        QVERIFY(!m_group->isFinished());
        first->finishWith(1);
        QTRY_VERIFY(m_group->isFinished());
        QVERIFY(m_group->result());
        QCOMPARE(m_taken, (QList<int>{2, 1}));
        QCOMPARE(m_finished->count(), 1);
    }

    void withoutJobsItEnds()
    {
        QVERIFY(start());
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(m_group->result());
    }

    void firstErrorStopsTheOthers()
    {
        const auto first = add();
        const auto second = add();
        QVERIFY(start());
        first->finishWith(Core::fail(ErrorKind::NotFound));
        QTRY_VERIFY(m_group->isFinished());
        QVERIFY(!second);
        QCOMPARE(m_group->result().error().kind, ErrorKind::NotFound);
        QCoreApplication::processEvents();
        QCOMPARE(m_taken, QList<int>{0});
        QCOMPARE(m_finished->count(), 1);
    }

    void errorIsKeptWhileTheOthersGoOn()
    {
        m_group = std::make_unique<JobGroup>(OnError::Continue);
        const auto first = add();
        const auto second = add();
        const auto third = add();
        QVERIFY(start());
        first->finishWith(Core::fail(ErrorKind::NotFound));
        QTRY_COMPARE(m_taken, QList<int>{0});
        QVERIFY(second && third);
        second->finishWith(Core::fail(ErrorKind::NoAccess));
        QTRY_COMPARE(m_taken, (QList<int>{0, 0}));
        QCoreApplication::processEvents();
        QVERIFY(!m_group->isFinished());
        third->finishWith(3);
        QTRY_VERIFY(m_group->isFinished());
        QCOMPARE(m_group->result().error().kind, ErrorKind::NotFound);
        QCOMPARE(m_taken, (QList<int>{0, 0, 3}));
    }

    void resultMayBeAnErrorToTheGroup()
    {
        const auto first = add();
        const auto second = add();
        QVERIFY(start());
        first->finishWith(-1);
        QTRY_VERIFY(m_group->isFinished());
        QCOMPARE(m_group->result().error().kind, ErrorKind::Conflict);
        QVERIFY(!second);
    }

    void cancelStopsAllJobs()
    {
        const auto first = add();
        const auto second = add();
        QVERIFY(start());
        first->finishWith(1); // emitted in the next pass of the event loop
        m_group->cancel();
        QVERIFY(!first);
        QVERIFY(!second);
        QTRY_VERIFY(m_group->isFinished());
        QCOMPARE(m_group->result().error().kind, ErrorKind::Cancelled);
        QVERIFY(m_taken.isEmpty());
        QCOMPARE(m_finished->count(), 1);
    }

    void letGoOfItIsSilent()
    {
        const auto first = add();
        QVERIFY(start());
        first->finishWith(1);
        m_group.reset();
        QVERIFY(!first);
        QCoreApplication::processEvents();
        QVERIFY(m_taken.isEmpty());
        QCOMPARE(m_finished->count(), 0);
    }

    void callbackMayDestroyTheGroup()
    {
        auto work = std::make_unique<Work>();
        const QPointer<Work> job(work.get());
        m_jobs.append(job);
        m_group->add(std::move(work), [this](const Core::Result<int> &) -> Core::Result<void> {
            m_group.reset();
            return {};
        });
        const auto other = add();
        QVERIFY(start());
        job->finishWith(1);
        QTRY_VERIFY(!job);
        QVERIFY(!m_group);
        QVERIFY(!other);
        QCOMPARE(m_finished->count(), 0);
    }

private:
    // A job whose result is recorded; a negative one is an error for the group.
    QPointer<Work> add()
    {
        auto work = std::make_unique<Work>();
        const QPointer<Work> job(work.get());
        m_jobs.append(job);
        m_group->add(std::move(work), [this](const Core::Result<int> &result) -> Core::Result<void> {
            m_taken.append(result.value_or(0));
            if (!result)
                return Core::propagate(result);
            return *result < 0 ? Core::fail(ErrorKind::Conflict) : Core::Result<void>();
        });
        return job;
    }

    // and waits until all jobs are under way
    [[nodiscard]] bool start()
    {
        m_finished = std::make_unique<QSignalSpy>(m_group.get(), &Net::Job::finished);
        m_group->start();
        return QTest::qWaitFor([this] { return std::ranges::all_of(m_jobs, &Work::isRunning); });
    }

    std::unique_ptr<JobGroup> m_group;
    std::unique_ptr<QSignalSpy> m_finished;
    QList<QPointer<Work>> m_jobs;
    QList<int> m_taken; // results, 0 for an error
};

QTEST_GUILESS_MAIN(TestJobGroup)
#include "tst_jobgroup.moc"
