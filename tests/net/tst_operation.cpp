#include "net/operation.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

namespace {

// Adds up the sizes of two pages.
class Pages final : public Net::Operation<qsizetype>
{
public:
    using Operation::Operation;

protected:
    Net::Request request() const override { return {.url = QUrl(u"/1"_s), .repeatable = false}; }
    Core::Result<qsizetype> read(const Net::Response &response) override
    {
        if (response.body == "bad")
            return Core::fail(ErrorKind::BadReply, u"$"_s, u"s3cr3t-of-this-run\x1b[2J"_s);
        if (response.body == "gone")
            return Core::fail(ErrorKind::NotFound);
        return m_size + response.body.size();
    }
    void answered(const Core::Result<Net::Response> &response) override
    {
        if (!response || m_size > 0)
            return Operation::answered(response);
        m_size = response->body.size();
        send({.url = QUrl(u"/2"_s), .repeatable = false});
    }
    Core::Error failed(Core::Error error) const override
    {
        if (error.kind == ErrorKind::Conflict || error.kind == ErrorKind::NotFound)
            error.kind = ErrorKind::Locked;
        return error;
    }

private:
    qsizetype m_size = 0;
};

} // namespace

class TestOperation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchangesMakeOneResult()
    {
        Support::HttpServer server;
        server.expect("GET /1", "200 OK\n\nabc");
        server.expect("GET /2", "200 OK\n\nde");
        Support::TestService test(server.url());
        Pages pages(test.service, u"pages"_s);
        QVERIFY(Support::finishes(pages));
        QCOMPARE(*pages.result(), 5);
        QVERIFY(!pages.mayHaveArrived());
    }

    void errorNamesServiceAndSubject_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("mayHaveArrived");
        QTest::newRow("of an exchange") << QByteArray("500 Oh") << ErrorKind::ServiceFailed << true;
        QTest::newRow("of an exchange, explained") << QByteArray("409 Conflict") << ErrorKind::Locked << false;
        QTest::newRow("of a reading, explained") << QByteArray("200 OK\n\ngone") << ErrorKind::Locked << false;
    }
    void errorNamesServiceAndSubject()
    {
        QFETCH(const QByteArray, second);
        Support::HttpServer server;
        server.expect("GET /1", "200 OK\n\nabc");
        server.expect("GET /2", second);
        Support::TestService test(server.url(), Core::Service::Workiva);
        Pages pages(test.service, u"pages"_s);
        QVERIFY(Support::finishes(pages));
        const Core::Error &error = pages.result().error();
        QTEST(error.kind, "kind");
        QCOMPARE(error.service, Core::Service::Workiva);
        QCOMPARE(error.subject, u"pages"_s);
        QTEST(pages.mayHaveArrived(), "mayHaveArrived");
    }

    void closerSubjectStays()
    {
        Support::HttpServer server;
        server.expect("GET /1", "200 OK\n\nabc");
        server.expect("GET /2", "200 OK\n\nbad");
        Support::TestService test(server.url());
        Pages pages(test.service, u"pages"_s);
        QVERIFY(Support::finishes(pages));
        QCOMPARE(pages.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(pages.result().error().subject, u"$"_s);
    }

    void errorOfAReaderIsCleaned()
    {
        Support::HttpServer server;
        server.expect("GET /1", "200 OK\n\nabc");
        server.expect("GET /2", "200 OK\n\nbad");
        Support::TestService test(server.url(), Core::Service::Workiva);
        test.service.redactor().learn(u"s3cr3t-of-this-run"_s);
        Pages pages(test.service, u"pages"_s);
        QVERIFY(Support::finishes(pages));
        QCOMPARE(pages.result().error().detail, u"(removed)"_s);
        QCOMPARE(pages.result().error().service, Core::Service::Workiva);
    }

    void cancelKeepsWhatMayHaveArrived()
    {
        Support::HttpServer server;
        server.expect("GET /1", Support::Answer::hang());
        Support::TestService test(server.url());
        Pages pages(test.service, u"pages"_s);
        QSignalSpy finished(&pages, &Net::Job::finished);
        pages.start();
        QTRY_COMPARE(server.requests().size(), 1);
        QTRY_VERIFY(pages.mayHaveArrived());
        pages.cancel();
        QTRY_VERIFY(pages.isFinished());
        QCOMPARE(pages.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(pages.mayHaveArrived());
        QCOMPARE(finished.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
