#include "net/job.h"

#include <QSignalSpy>
#include <QTest>

namespace {

class Count final : public Net::JobWith<int>
{
public:
    explicit Count(bool atOnce = false) : m_atOnce(atOnce) { }

    using JobWith::finishWith;

    int runs = 0;
    int aborts = 0;
    std::function<void()> onAbort;

protected:
    void run() override
    {
        ++runs;
        if (m_atOnce)
            finishWith(7);
    }
    void abort() override
    {
        ++aborts;
        if (onAbort)
            onAbort();
    }

private:
    bool m_atOnce;
};

} // namespace

class TestJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startReturnsBeforeTheWork()
    {
        Count job(true);
        job.start();
        QCOMPARE(job.runs, 0);
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.runs, 1);
        QCOMPARE(*job.result(), 7);
        QCOMPARE(*job.takeResult(), 7);
    }

    void secondStartDoesNothing()
    {
        Count job(true);
        QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        job.start();
        QTRY_VERIFY(job.isFinished());
        job.start();
        QCoreApplication::processEvents();
        QCOMPARE(job.runs, 1);
        QCOMPARE(finished.count(), 1);
    }

    void finishesOnce()
    {
        Count job;
        QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(job.runs, 1);
        job.finishWith(1);
        job.finishWith(2);
        QCOMPARE(finished.count(), 0);
        QTRY_VERIFY(job.isFinished());
        job.finishWith(3);
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(*job.result(), 1);
    }

    void resultBeforeTheEndIsInternal()
    {
        Count job;
        QCOMPARE(job.result().error().kind, Core::ErrorKind::Internal);
    }

    void cancelBeforeTheStartFinishesOnce()
    {
        Count job(true);
        QSignalSpy finished(&job, &Net::Job::finished);
        job.cancel();
        job.cancel();
        job.start();
        QCOMPARE(finished.count(), 0);
        QTRY_VERIFY(job.isFinished());
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(job.runs, 0);
        QCOMPARE(job.aborts, 0);
        QCOMPARE(job.result().error().kind, Core::ErrorKind::Cancelled);
    }

    void cancelBeforeTheWorkPreventsIt()
    {
        Count job(true);
        QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        job.cancel();
        QTRY_VERIFY(job.isFinished());
        QCoreApplication::processEvents();
        QCOMPARE(job.runs, 0);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(job.result().error().kind, Core::ErrorKind::Cancelled);
    }

    void cancelAbortsTheWork()
    {
        Count job;
        QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(job.runs, 1);
        job.cancel();
        job.cancel();
        QCOMPARE(job.aborts, 1);
        QCOMPARE(finished.count(), 0);
        job.finishWith(1);
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(job.result().error().kind, Core::ErrorKind::Cancelled);
    }

    void abortCannotEndTheJobOtherwise()
    {
        Count job;
        job.onAbort = [&job] { job.finishWith(1); };
        job.start();
        QTRY_COMPARE(job.runs, 1);
        job.cancel();
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result().error().kind, Core::ErrorKind::Cancelled);
    }

    void resultBeforeCancelStays()
    {
        Count job;
        job.start();
        QTRY_COMPARE(job.runs, 1);
        job.finishWith(1);
        job.cancel();
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(*job.result(), 1);
        QCOMPARE(job.aborts, 0);
    }

    void jobMayBeDestroyedInItsSignal()
    {
        auto job = std::make_unique<Count>(true);
        const QPointer<Net::Job> alive(job.get());
        connect(job.get(), &Net::Job::finished, this, [&job] { job.reset(); });
        job->start();
        QTRY_VERIFY(!alive);
    }

    void destroyedJobIsSilent()
    {
        auto job = std::make_unique<Count>(true);
        QSignalSpy finished(job.get(), &Net::Job::finished);
        job->start();
        job.reset();
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
