#include "net/gettoken.h"

#include "support/fakeclock.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using Core::ErrorKind;

namespace {

// Ends when the test makes it.
class Call final : public Net::JobWith<Net::Token>
{
public:
    using JobWith::finishWith;

protected:
    void run() override { }
    void abort() override { }
};

} // namespace

class TestGetToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsTheResult()
    {
        Net::GetToken job(m_tokens);
        job.start();
        QTRY_VERIFY(m_call);
        QCoreApplication::processEvents();
        m_call->finishWith(Net::Token{.value = "first"});
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result()->value, "first");
        m_tokens.refused("first");
    }

    void errorIsTheResult()
    {
        Net::GetToken job(m_tokens);
        job.start();
        QTRY_VERIFY(m_call);
        QCoreApplication::processEvents();
        m_call->finishWith(Core::fail(ErrorKind::BadCredentials));
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result().error().kind, ErrorKind::BadCredentials);
    }

    void cancelledItLeavesTheRequestToOthers()
    {
        Net::GetToken cancelled(m_tokens);
        auto dropped = std::make_unique<Net::GetToken>(m_tokens);
        Net::GetToken other(m_tokens);
        for (Net::Job *job : {static_cast<Net::Job *>(&cancelled), static_cast<Net::Job *>(dropped.get()),
                              static_cast<Net::Job *>(&other)})
            job->start();
        QTRY_VERIFY(m_call);
        QCoreApplication::processEvents();
        cancelled.cancel();
        dropped.reset();
        QVERIFY(m_call);
        m_call->finishWith(Net::Token{.value = "second"});
        QTRY_VERIFY(other.isFinished());
        QCOMPARE(other.result()->value, "second");
        QCOMPARE(cancelled.result().error().kind, ErrorKind::Cancelled);
    }

private:
    Support::FakeClock m_clock;
    QPointer<Call> m_call;
    Net::TokenSource m_tokens{[this] {
                                  auto call = std::make_unique<Call>();
                                  m_call = call.get();
                                  return call;
                              },
                              m_clock};
};

QTEST_GUILESS_MAIN(TestGetToken)
#include "tst_gettoken.moc"
