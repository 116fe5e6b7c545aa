#include "writeback/sender.h"

#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/writevalues.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::Sender;
using Outcome = Sender::Outcome;

namespace {

const QByteArray put = "PUT /spreadsheets/p/sheets/s/values/A1";
const char *const accepted = "202 Accepted\nLocation: /operations/o1\n\n";

} // namespace

// What is known about a change when its sending has ended.
class TestSender final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<HttpServer>();
        m_service = std::make_unique<TestService>(m_server->url(), Core::Service::Workiva);
    }

    void completedOperationIsDone()
    {
        m_server->expect(put, accepted);
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"completed"})"));
        const auto change = sender();
        QSignalSpy told(change.get(), &Sender::accepted);
        QVERIFY(finishes(*change, m_service->clock));
        QVERIFY(change->result());
        QVERIFY(change->outcome() == Outcome::Done);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toString(), u"o1"_s);
    }

    void rejectionIsOnlyDenied_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 409, 429, 503})
            QTest::addRow("%d", status) << status;
    }
    void rejectionIsOnlyDenied()
    {
        QFETCH(int, status);
        m_server->always(put, Answer::json(status, "{}"));
        const auto change = sender();
        QVERIFY(finishes(*change, m_service->clock));
        QVERIFY(!change->result());
        QVERIFY(change->outcome() == Outcome::Denied);
    }

    void failedOperationIsOnlyDenied()
    {
        m_server->expect(put, accepted);
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"failed"})"));
        const auto change = sender();
        QVERIFY(finishes(*change, m_service->clock));
        QCOMPARE(change->result().error().kind, Core::ErrorKind::OperationFailed);
        QVERIFY(change->outcome() == Outcome::Denied);
    }

    void changeWithoutAResponseIsInDoubt()
    {
        m_server->expect(put, Answer::drop());
        const auto change = sender();
        QVERIFY(finishes(*change, m_service->clock));
        QVERIFY(!change->result());
        QVERIFY(change->outcome() == Outcome::InDoubt);
    }

    void operationThatCannotBeFollowedIsInDoubt()
    {
        m_server->expect(put, accepted);
        m_server->always("GET /operations/o1", Answer::json(403, "{}"));
        const auto change = sender();
        QVERIFY(finishes(*change, m_service->clock));
        QVERIFY(!change->result());
        QVERIFY(change->outcome() == Outcome::InDoubt);
    }

    void unsentChangeIsNotSent()
    {
        m_server.reset(); // nobody is listening there
        const auto change = sender();
        QVERIFY(finishes(*change, m_service->clock));
        QCOMPARE(change->result().error().kind, Core::ErrorKind::NoNetwork);
        QVERIFY(change->outcome() == Outcome::NotSent);
    }

    void cancelledWhileTheOperationRunsIsInDoubt()
    {
        m_server->expect(put, accepted);
        m_server->always("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"started"})"));
        const auto change = sender();
        QSignalSpy told(change.get(), &Sender::accepted);
        change->start();
        QTRY_COMPARE(told.size(), 1);
        change->cancel();
        QVERIFY(change->outcome() == Outcome::InDoubt);
    }

private:
    [[nodiscard]] std::unique_ptr<Sender> sender() const
    {
        return std::make_unique<Sender>(
            m_service->service,
            std::make_unique<Workiva::WriteValues>(m_service->service, Workiva::SheetId{u"p"_s, u"s"_s},
                                                   Sheet::Rectangle{0, 0, 1, 1}, R"({"values":[[1]]})"_ba));
    }

    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<TestService> m_service;
};

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
