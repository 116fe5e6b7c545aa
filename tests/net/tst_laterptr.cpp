#include "net/laterptr.h"

#include "net/heldjob.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using Work = Support::HeldJob<int>;

class TestLaterPtr final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishedJobIsLetGoOfInItsSignal()
    {
        auto work = std::make_unique<Work>();
        const QPointer<Work> alive(work.get());
        Net::LaterPtr<Work> job = std::move(work);
        bool wasAlive = false;
        connect(job.get(), &Net::Job::finished, this, [&] {
            job.reset();
            wasAlive = alive != nullptr;
        });
        job->start();
        QCoreApplication::processEvents();
        alive->finishWith(7);
        QTRY_VERIFY(!alive);
        QVERIFY(wasAlive);
    }

    void finishedJobIsReplacedInItsSignal()
    {
        Net::LaterPtr<Work> job = std::make_unique<Work>();
        const QPointer<Work> first(job.get());
        bool wasAlive = false;
        connect(job.get(), &Net::Job::finished, this, [&] {
            job = std::make_unique<Work>();
            wasAlive = first != nullptr;
        });
        job->start();
        QCoreApplication::processEvents();
        job->finishWith(7);
        QTRY_VERIFY(!first);
        QVERIFY(wasAlive);
        QVERIFY(!job->isFinished());
    }

    void jobUnderWayIsGoneAtOnceAndSilent()
    {
        Net::LaterPtr<Net::Job> job = std::make_unique<Work>();
        const QPointer<Net::Job> alive(job.get());
        QSignalSpy finished(job.get(), &Net::Job::finished);
        job->start();
        QCoreApplication::processEvents();
        job.reset();
        QVERIFY(!alive);
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 0);
    }

    void jobThatIsAboutToSignalIsSilent()
    {
        Net::LaterPtr<Work> job = std::make_unique<Work>();
        QSignalSpy finished(job.get(), &Net::Job::finished);
        job->start();
        QCoreApplication::processEvents();
        job->finishWith(7); // emitted in the next pass of the event loop
        job.reset();
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 0);
    }

    void letGoOfItCanBeReadToTheEndOfTheTurn()
    {
        Net::LaterPtr<Work> job = std::make_unique<Work>();
        const QPointer<Work> alive(job.get());
        job->start();
        QCoreApplication::processEvents();
        job->finishWith(7);
        QTRY_VERIFY(job->isFinished());
        {
            const Net::LaterPtr<Net::Job> done = std::move(job);
            QVERIFY(!job);
            QVERIFY(done);
        }
        QVERIFY(alive);
        QCOMPARE(*alive->result(), 7); // until the next pass of the event loop
        QTRY_VERIFY(!alive);
    }
};

QTEST_GUILESS_MAIN(TestLaterPtr)
#include "tst_laterptr.moc"
