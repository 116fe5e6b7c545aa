#include "setup/search.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Search;
using Found = Setup::SearchFor<QString>;

namespace {

// A service that answers when the test makes it.
class Service final
{
public:
    [[nodiscard]] Found::Source source()
    {
        return [this](const QString &question, const Found::Answer &answer) {
            questions.append(question);
            m_answers.append(answer);
        };
    }

    void answer(int turn, const Core::Result<QString> &result) const { m_answers[turn](result); }

    QStringList questions;

private:
    QList<Found::Answer> m_answers;
};

const Core::Result<QString> refusal = Core::fail(Core::ErrorKind::NoAccess);

} // namespace

class TestSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_service = {}; }

    void requestIsPendingUntilItsAnswer()
    {
        Found search;
        search.setSource(m_service.source());
        QCOMPARE(search.state(), Search::State::Idle);
        const QSignalSpy answered(&search, &Search::answered);
        search.ask(u"a"_s);
        QVERIFY(search.isWaiting());
        QCOMPARE(m_service.questions, QStringList(u"a"_s));
        QVERIFY(!search.found());
        m_service.answer(0, u"A"_s);
        QCOMPARE(search.state(), Search::State::Found);
        QCOMPARE(*search.found(), u"A"_s);
        QVERIFY(!search.error());
        QCOMPARE(answered.count(), 1);
    }

    void failedRequestCanBeRetried()
    {
        Found search;
        search.setSource(m_service.source());
        search.ask(u"a"_s);
        m_service.answer(0, refusal);
        QCOMPARE(search.state(), Search::State::Failed);
        QCOMPARE(search.error()->kind, Core::ErrorKind::NoAccess);
        search.again();
        QVERIFY(search.isWaiting());
        QVERIFY(!search.error());
        QCOMPARE(m_service.questions, QStringList({u"a"_s, u"a"_s}));
        m_service.answer(1, u"A"_s);
        QCOMPARE(*search.found(), u"A"_s);
    }

    void answerToAStoppedRequestIsIgnored()
    {
        Found search;
        search.setSource(m_service.source());
        const QSignalSpy answered(&search, &Search::answered);
        search.ask(u"a"_s);
        search.stop();
        m_service.answer(0, u"too late"_s);
        QCOMPARE(search.state(), Search::State::Stopped);
        QVERIFY(!search.found());
        QCOMPARE(answered.count(), 0);
    }

    void retryAfterAStopUsesTheNewAnswerOnly()
    {
        Found search;
        search.setSource(m_service.source());
        search.ask(u"a"_s);
        search.stop();
        search.again();
        m_service.answer(0, u"too late"_s);
        QVERIFY(search.isWaiting());
        m_service.answer(1, u"A"_s);
        QCOMPARE(*search.found(), u"A"_s);
    }

    void newRequestReplacesThePreviousOne()
    {
        Found search;
        search.setSource(m_service.source());
        search.ask(u"a"_s);
        search.ask(u"b"_s);
        m_service.answer(0, u"A"_s);
        QVERIFY(search.isWaiting());
        m_service.answer(1, u"B"_s);
        m_service.answer(0, refusal);
        QCOMPARE(*search.found(), u"B"_s);
        QCOMPARE(search.question(), u"b"_s);
    }

    void stoppingDiscardsTheResult()
    {
        Found search;
        search.setSource(m_service.source());
        search.ask(u"a"_s);
        m_service.answer(0, u"A"_s);
        search.stop();
        QVERIFY(!search.found());
        QCOMPARE(search.question(), u"a"_s);
    }

    void stoppingWithoutARequestDoesNothing()
    {
        Found search;
        search.stop();
        QCOMPARE(search.state(), Search::State::Idle);
        search.setSource(m_service.source());
        search.again();
        QCOMPARE(search.state(), Search::State::Idle);
        QVERIFY(m_service.questions.isEmpty());
    }

    void forgottenRequestIsNotRetried()
    {
        Found search;
        search.setSource(m_service.source());
        search.ask(u"a"_s);
        search.forget();
        QCOMPARE(search.state(), Search::State::Idle);
        search.again();
        m_service.answer(0, u"too late"_s);
        QCOMPARE(m_service.questions.size(), 1);
        QCOMPARE(search.state(), Search::State::Idle);
    }

    void requestWaitsForASource()
    {
        Found search;
        search.ask(u"a"_s);
        QCOMPARE(search.state(), Search::State::Idle);
        search.setSource(m_service.source());
        search.again();
        QVERIFY(search.isWaiting());
        QCOMPARE(m_service.questions, QStringList(u"a"_s));
    }

    void answerAfterDestructionIsIgnored()
    {
        auto search = std::make_unique<Found>();
        search->setSource(m_service.source());
        search->ask(u"a"_s);
        search.reset();
        m_service.answer(0, u"A"_s); // does not crash
    }

    void immediateAnswerIsAccepted()
    {
        Found search;
        search.setSource([](const QString &question, const Found::Answer &answer) { answer(question.toUpper()); });
        search.ask(u"a"_s);
        QCOMPARE(*search.found(), u"A"_s);
    }

private:
    Service m_service;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
