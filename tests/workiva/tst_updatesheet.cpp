#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/updatesheet.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::UpdateSheet;

namespace {

const QByteArray target = "POST /spreadsheets/s1/sheets/t1/update"_ba;
const QByteArray body = R"({"editCells":{"cells":[]}})"_ba;

} // namespace

class TestUpdateSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyGoesToTheSheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target + "\nContent-Type: application/json\n\n" + body,
                      Answer::json(202, R"({"operationLocation":"/operations/op-1"})"));
        UpdateSheet job(workiva.service, {u"s1"_s, u"t1"_s}, body);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->operationId, u"op-1"_s);
    }

    void possiblyAppliedChangeIsNotRetried()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target, Answer::drop());
        UpdateSheet job(workiva.service, {u"s1"_s, u"t1"_s}, body);
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(job.mayHaveArrived());
    }
};

QTEST_GUILESS_MAIN(TestUpdateSheet)
#include "tst_updatesheet.moc"
