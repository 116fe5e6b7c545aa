#include "domo/failure.h"

#include "net/replyerror.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::explained;

class TestFailure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindFollowsTheWordsOfA400_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<ErrorKind>("kind");
        const QString denied = u"Infrastructure problem (403): Access is denied"_s;
        QTest::newRow("no access") << 400 << denied << ErrorKind::NoAccess;
        QTest::newRow("amid other words") << 400 << u"Bad Request: "_s + denied << ErrorKind::NoAccess;
        QTest::newRow("another problem") << 400 << u"Infrastructure problem (500)"_s << ErrorKind::Rejected;
        QTest::newRow("bad request") << 400 << u"Bad Request"_s << ErrorKind::Rejected;
        QTest::newRow("another status") << 405 << denied << ErrorKind::Rejected;
    }
    void kindFollowsTheWordsOfA400()
    {
        QFETCH(const int, status);
        QFETCH(const QString, message);
        QFETCH(const ErrorKind, kind);
        const Core::Error error{
            .kind = ErrorKind::Rejected, .httpStatus = status, .cause = Net::ServiceWords{.message = message}};
        QCOMPARE(explained(error).kind, kind);
    }

    void refusedExportIsOfTheTokenUnlessItSaysOtherwise_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<ErrorKind>("kind");
        const auto add = [](const char *detail, ErrorKind kind) {
            QTest::newRow(detail) << QString::fromLatin1(detail) << kind;
        };
        add("", ErrorKind::BadCredentials);
        add("HTTP Status 406 - Not Acceptable", ErrorKind::BadCredentials);
        add("HTTP Status 403 - Forbidden", ErrorKind::NoAccess);
        add("Access is denied", ErrorKind::NoAccess);
        add("Infrastructure problem (403)", ErrorKind::NoAccess);
        add("404 Not Found", ErrorKind::NotFound);
        add("request 14033", ErrorKind::BadCredentials);
    }
    void refusedExportIsOfTheTokenUnlessItSaysOtherwise()
    {
        QFETCH(const QString, detail);
        QFETCH(const ErrorKind, kind);
        const Core::Error error{.kind = ErrorKind::Rejected, .detail = detail, .httpStatus = 406};
        QCOMPARE(explained(error).kind, kind);
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
