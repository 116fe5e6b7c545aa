#include "net/tokensource.h"

#include "net/heldjob.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace std::chrono_literals;
using Core::ErrorKind;
using Call = Support::HeldJob<Net::Token>;

class TestTokenSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<Support::FakeClock>();
        m_fetches = 0;
        m_answers.clear();
        m_asker = std::make_unique<QObject>();
        m_source = std::make_unique<Net::TokenSource>(
            [this] {
                ++m_fetches;
                auto call = std::make_unique<Call>();
                m_call = call.get();
                return call;
            },
            *m_clock);
    }

    void cleanup()
    {
        m_asker.reset();
        m_source.reset();
    }

    void callersShareOneRequest()
    {
        ask();
        ask();
        QCOMPARE(m_fetches, 1);
        QVERIFY(give(token("one")));
        QCOMPARE(m_answers, (QByteArrayList{"one", "one"}));
        QCOMPARE(m_fetches, 1);
    }

    void freshTokenIsGivenAgain()
    {
        ask();
        QVERIFY(give(token("one")));
        ask();
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.last(), "one");
        QCOMPARE(m_fetches, 1);
    }

    void answerIsNeverFromInsideGet()
    {
        ask();
        QVERIFY(give(token("one")));
        ask();
        QCOMPARE(m_answers.size(), 1);
        QTRY_COMPARE(m_answers.size(), 2);
    }

    void tokenIsRenewedBeforeItExpires_data()
    {
        QTest::addColumn<int>("life"); // s
        QTest::addColumn<int>("age"); // s
        QTest::addColumn<bool>("renewed");
        QTest::newRow("an hour, a minute and a second left") << 3600 << 3539 << false;
        QTest::newRow("an hour, a minute left") << 3600 << 3540 << true;
        QTest::newRow("ten minutes, more than a tenth left") << 600 << 539 << false;
        QTest::newRow("ten minutes, a tenth left") << 600 << 540 << true;
        QTest::newRow("ten seconds, two left") << 10 << 8 << false;
        QTest::newRow("ten seconds, one left") << 10 << 9 << true;
        QTest::newRow("long over") << 600 << 100'000 << true;
    }
    void tokenIsRenewedBeforeItExpires()
    {
        QFETCH(int, life);
        QFETCH(int, age);
        QFETCH(bool, renewed);
        ask();
        QVERIFY(give(token("one", std::chrono::seconds(life))));
        m_clock->advance(std::chrono::seconds(age));
        ask();
        QCOMPARE(m_fetches, renewed ? 2 : 1);
    }

    void tokenWithoutALifetimeIsUsedUntilRejected()
    {
        ask();
        QVERIFY(give(token("one", 0s)));
        m_clock->advance(100h);
        ask();
        QCOMPARE(m_fetches, 1);
        m_source->refused("one");
        ask();
        QCOMPARE(m_fetches, 2);
    }

    void refusedTokenIsFetchedOnce()
    {
        ask();
        QVERIFY(give(token("one")));
        m_source->refused("one");
        m_source->refused("one");
        ask();
        QCOMPARE(m_fetches, 2);
        QVERIFY(give(token("two")));
        m_source->refused("one"); // another job's late report about the old one
        ask();
        QCOMPARE(m_fetches, 2);
        QTRY_COMPARE(m_answers, (QByteArrayList{"one", "two", "two"}));
    }

    void errorGoesToAllAndIsNotKept()
    {
        ask();
        ask();
        QVERIFY(give(Core::fail(ErrorKind::BadCredentials)));
        QCOMPARE(m_answers, (QByteArrayList{"badCredentials", "badCredentials"}));
        ask();
        QCOMPARE(m_fetches, 2);
        QVERIFY(give(token("one")));
        QCOMPARE(m_answers.last(), "one");
    }

    void listenerIsNotifiedBeforeTheCallers()
    {
        m_source->setListener([this](const Net::Token &heard) { m_answers.append("heard " + heard.value); });
        ask();
        QVERIFY(give(token("one")));
        QCOMPARE(m_answers, (QByteArrayList{"heard one", "one"}));
        m_source->refused("one");
        ask();
        QVERIFY(give(Core::fail(ErrorKind::NoNetwork)));
        QCOMPARE(m_answers.size(), 3);
    }

    void destroyedCallerIsSkipped()
    {
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        m_source->get(asker.get(), [&answered](const auto &) { answered = true; });
        asker.reset();
        QVERIFY(give(token("one")));
        QVERIFY(!answered);

        asker = std::make_unique<QObject>();
        m_source->get(asker.get(), [&answered](const auto &) { answered = true; });
        asker.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void callbackMayRequestAgain()
    {
        m_source->get(this, [this](const auto &) {
            m_source->refused("one");
            ask();
        });
        QVERIFY(give(token("one")));
        QCOMPARE(m_fetches, 2);
        QVERIFY(give(token("two")));
        QCOMPARE(m_answers, (QByteArrayList{"two"}));
    }

    void sourceMayDieWithARequestUnderWay()
    {
        ask();
        QCoreApplication::processEvents();
        m_source.reset();
        QVERIFY(!m_call);
        QVERIFY(m_answers.isEmpty());
    }

private:
    void ask()
    {
        m_source->get(m_asker.get(), [this](const Core::Result<Net::Token> &result) {
            m_answers.append(result ? result->value : Core::name(result.error().kind).toLatin1());
        });
    }

    // Ends the current call with this result; false if there is none.
    [[nodiscard]] bool give(const Core::Result<Net::Token> &result)
    {
        QCoreApplication::processEvents(); // the call runs
        const QPointer<Call> call = m_call; // a callback may start the next one
        if (!call)
            return false;
        call->finishWith(result);
        return QTest::qWaitFor([&call] { return !call || call->isFinished(); });
    }

    static Net::Token token(const char *value, std::chrono::seconds life = 600s)
    {
        return {.value = value, .life = life};
    }

    std::unique_ptr<Support::FakeClock> m_clock;
    std::unique_ptr<Net::TokenSource> m_source;
    std::unique_ptr<QObject> m_asker;
    QPointer<Call> m_call;
    int m_fetches = 0;
    QByteArrayList m_answers; // values, or names of errors
};

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_tokensource.moc"
