#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/updatesheet.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using Support::Answer;
using Workiva::UpdateSheet;

namespace {

const QByteArray target = QByteArrayLiteral("POST /spreadsheets/s1/sheets/t1/update");
const QByteArray body = QByteArrayLiteral(R"({"editCells":{"cells":[]}})");

} // namespace

class TestUpdateSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBodyGoesToTheSheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target + "\nContent-Type: application/json\n\n" + body,
                      Answer::json(202, R"({"operationLocation":"/operations/op-1"})"));
        UpdateSheet job(workiva.service, QStringLiteral("s1"), QStringLiteral("t1"), body);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->operationId, QStringLiteral("op-1"));
    }

    void whatMayHaveBeenDoneIsNotSentAgain()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target, Answer::drop());
        UpdateSheet job(workiva.service, QStringLiteral("s1"), QStringLiteral("t1"), body);
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(job.mayHaveArrived());
    }
};

QTEST_GUILESS_MAIN(TestUpdateSheet)
#include "tst_updatesheet.moc"
