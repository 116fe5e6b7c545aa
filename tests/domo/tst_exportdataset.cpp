#include "domo/exportdataset.h"

#include "net/tokensource.h"
#include "support/certificates.h"
#include "support/httpserver.h"
#include "support/testservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::ExportDataSet;
using Support::Answer;

namespace {

constexpr auto exportRequest = "GET /v1/datasets/a%2Fb/data?includeHeader=true&fileName=export.csv\n"
                               "Accept: text/csv\n"
                               "Authorization: Bearer token\n";

Answer csv(const QByteArray &body)
{
    return "200 OK\nContent-Type: text/csv;charset=UTF-8\n\n" + body;
}

Domo::DataSet dataSet()
{
    return {.id = u"a/b"_s,
            .name = u"Trial balance"_s,
            .rows = 2,
            .columns = 2,
            .schema = {{u"Account"_s, Sheet::ColumnType::String}, {u"Amount"_s, Sheet::ColumnType::Long}}};
}

constexpr auto notAcceptable =
    "406 Not Acceptable\nContent-Type: text/html\n\n<html><body>Not Acceptable</body></html>";

const QByteArray twoRows = "Account,Amount\n4000,17\n4010,\n";

} // namespace

class TestExportDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyBecomesAGrid()
    {
        m_server->expect(exportRequest, csv(twoRows));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        const Domo::Export &got = *job.result();
        QCOMPARE(got.rows, 2);
        QCOMPARE(got.grid.rows(), 3);
        QVERIFY(got.grid.at(1, 0).kind == Sheet::CellKind::Text);
        QVERIFY(got.grid.at(1, 1).kind == Sheet::CellKind::Number);
        QVERIFY(got.grid.at(1, 1).text == "17");
        QVERIFY(got.grid.at(2, 1).kind == Sheet::CellKind::Empty);
    }

    void progressGrowsToTheWhole()
    {
        m_server->expect(exportRequest, csv(twoRows).inPieces(16, std::chrono::milliseconds(1)));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QSignalSpy progress(&job, &ExportDataSet::progressChanged);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(!progress.isEmpty());
        for (qsizetype i = 1; i < progress.size(); ++i)
            QVERIFY(progress[i][1].toLongLong() > progress[i - 1][1].toLongLong());
        QCOMPARE(progress.last(), (QList<QVariant>{qint64(2), qint64(twoRows.size())}));
    }

    void contentTypeTellsWhetherItIsCsv_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isCsv");
        QTest::newRow("CSV") << QByteArray("Content-Type: text/csv\n") << true;
        QTest::newRow("capitals") << QByteArray("Content-Type: Text/CSV ; charset=utf-8\n") << true;
        QTest::newRow("bytes") << QByteArray("Content-Type: application/octet-stream\n") << true;
        QTest::newRow("text") << QByteArray("Content-Type: text/plain\n") << true;
        QTest::newRow("other words for it") << QByteArray("Content-Type: application/csv\n") << true;
        QTest::newRow("other words for bytes") << QByteArray("Content-Type: binary/octet-stream\n") << true;
        QTest::newRow("untold") << QByteArray() << true;
        QTest::newRow("page") << QByteArray("Content-Type: text/html; charset=utf-8\n") << false;
        QTest::newRow("JSON") << QByteArray("Content-Type: application/json\n") << false;
        QTest::newRow("XML") << QByteArray("Content-Type: application/xml\n") << false;
        QTest::newRow("archive") << QByteArray("Content-Type: application/zip\n") << false;
    }
    void contentTypeTellsWhetherItIsCsv()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const bool, isCsv);
        m_server->expect(exportRequest, "200 OK\n" + header + '\n' + twoRows);
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().has_value(), isCsv);
        if (isCsv)
            return;
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        const auto *cause = job.result().error().cause.as<Domo::NotCsv>();
        QVERIFY(cause);
        QCOMPARE("Content-Type: " + cause->contentType.toLatin1() + '\n', header);
    }

    void endIsToldByTheLength_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isFramed");
        QTest::newRow("length") << "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(twoRows.size()) << true;
        QTest::newRow("length and close")
            << "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(twoRows.size()) << true;
        QTest::newRow("close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close") << false;
        QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK") << false;
        QTest::newRow("length that is none")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: x\r\nConnection: close") << false;
    }
    void endIsToldByTheLength()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const bool, isFramed);
        m_server->always(exportRequest, Answer::raw(head + "\r\n\r\n" + twoRows).thenClosed());
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->isFramed, isFramed);
        QVERIFY(job.result()->endsWhole);
    }

    // On an unencrypted connection, Qt 6.4 takes a close that arrives with the last bytes for the end of the chunks.
    void endIsToldByChunksOverTlsAlone_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("TLS") << true;
        QTest::newRow("plain") << false;
    }
    void endIsToldByChunksOverTlsAlone()
    {
        QFETCH(const bool, tls);
        Support::Certificates certificates;
        QVERIFY(certificates.isReady());
        certificates.trustAuthority();
        const auto server =
            tls ? std::make_unique<Support::HttpServer>(certificates.good()) : std::make_unique<Support::HttpServer>();
        server->expect(exportRequest,
                       "200 OK\nTransfer-Encoding: Chunked\n\n" + QByteArray::number(twoRows.size(), 16) + "\r\n"
                           + twoRows + "\r\n0\r\n\r\n");
        Support::TestService domo(server->url(), Core::Service::Domo);
        ExportDataSet job(domo.service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->isFramed, tls);
    }

    void tokenThatIsRefusedWithA406IsRenewedOnce()
    {
        m_domo->service.setTokenSource(Support::tokensOf(m_domo->clock, {"old", "new"}));
        const QByteArray request = "GET /v1/datasets/a%2Fb/data?includeHeader=true&fileName=export.csv\n";
        m_server->expect(request + "Authorization: Bearer old\n", notAcceptable);
        m_server->expect(request + "Authorization: Bearer new\n", csv(twoRows));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->rows, 2);
    }

    void second406IsBadCredentials()
    {
        m_server->always(exportRequest, notAcceptable);
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::BadCredentials);
        QCOMPARE(job.result().error().httpStatus, 406);
        QVERIFY(job.result().error().cause.as<Domo::ExportRefused>());
        QCOMPARE(m_server->requests().size(), 2);
    }

    void refusalHasItsKind_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("requestId");
        const auto add = [](const char *name, const char *answer, ErrorKind kind, const char *requestId) {
            QTest::newRow(name) << QByteArray(answer) << kind << QString::fromLatin1(requestId);
        };
        add("no access as 400",
            "400 Bad Request\nContent-Type: application/json\n\n"
            R"({"status":400,"statusReason":"Bad Request","message":"Infrastructure problem (403): Access is denied","toe":"N4J-1"})",
            ErrorKind::NoAccess, "N4J-1");
        add("reason that says otherwise",
            "404 Not Found\nContent-Type: application/json\n\n"
            R"({"status":404,"statusReason":"Forbidden","message":"No such DataSet","toe":"X9"})",
            ErrorKind::NotFound, "X9");
        add("nothing", "403 Forbidden\n\n", ErrorKind::NoAccess, "");
        add("success without content", "204 No Content\n\n", ErrorKind::BadReply, "");
        add("part of it", "206 Partial Content\nContent-Type: text/csv\n\nAccount,Amount\n", ErrorKind::BadReply, "");
        add("another number of columns", "200 OK\nContent-Type: text/csv\n\nAccount\n4000\n",
            ErrorKind::IncompleteExport, "");
        add("bad CSV", "200 OK\nContent-Type: text/csv\n\nAccount,Amount\n4000,17,1\n", ErrorKind::BadCsv, "");
    }
    void refusalHasItsKind()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, requestId);
        m_server->expect(exportRequest, Answer(answer));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, kind);
        QCOMPARE(job.result().error().service, Core::Service::Domo);
        QCOMPARE(job.result().error().requestId, requestId);
        QVERIFY(!job.result().error().subject.isEmpty());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void emptyResponseIsRetried()
    {
        m_server->expect(exportRequest, "200 OK\nContent-Type: text/csv\n\n");
        m_server->expect(exportRequest, csv(twoRows));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job, m_domo->clock));
        QVERIFY(job.result());
        QCOMPARE(job.result()->rows, 2);
    }

    void repeatedlyEmptyResponseIsIncomplete()
    {
        m_server->always(exportRequest, "200 OK\nContent-Type: text/csv\n\n");
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job, m_domo->clock));
        QCOMPARE(job.result().error().kind, ErrorKind::IncompleteExport);
    }

    void lostConnectionStartsOver()
    {
        m_server->expect(exportRequest, csv(twoRows).cutAfter(twoRows.size() - 4));
        m_server->expect(exportRequest, csv(twoRows));
        ExportDataSet job(m_domo->service, dataSet(), {});
        QVERIFY(Support::finishes(job, m_domo->clock));
        QVERIFY(job.result());
        QCOMPARE(job.result()->rows, 2);
        QCOMPARE(job.result()->grid.rows(), 3);
    }

    void tooMuchEndsBeforeTheBodyDoes()
    {
        // The rest never arrives: a job that waits for it does not finish.
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray body = twoRows + "4020,1\n";
        m_server->expect(exportRequest,
                         Answer(head.mid(9) + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n"));
        ExportDataSet job(m_domo->service, dataSet(), {.limits = {.maxRows = 3}});
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::TooLarge);
    }

    void cancelFromTheProgressFinishesOnce()
    {
        m_server->expect(exportRequest, csv(twoRows));
        ExportDataSet job(m_domo->service, dataSet(), {});
        connect(&job, &ExportDataSet::progressChanged, &job, [&job] { job.cancel(); });
        QSignalSpy finished(&job, &Net::Job::finished);
        QVERIFY(Support::finishes(job));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
    }

    void mayBeDestroyedFromTheProgress()
    {
        m_server->expect(exportRequest, csv(twoRows));
        auto job = std::make_unique<ExportDataSet>(m_domo->service, dataSet(), ExportDataSet::Options{});
        connect(job.get(), &ExportDataSet::progressChanged, this, [&job] { job.reset(); });
        job->start();
        QTRY_VERIFY(!job);
    }

    void init()
    {
        m_server = std::make_unique<Support::HttpServer>();
        m_domo = std::make_unique<Support::TestService>(m_server->url(), Core::Service::Domo);
    }

    void cleanup()
    {
        m_domo.reset();
        m_server.reset();
    }

private:
    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_domo;
};

QTEST_GUILESS_MAIN(TestExportDataSet)
#include "tst_exportdataset.moc"
