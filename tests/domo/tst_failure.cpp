#include "domo/failure.h"

#include "net/replyerror.h"

#include <QTest>

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
        const QString denied = QStringLiteral("Infrastructure problem (403): Access is denied");
        QTest::newRow("no access") << 400 << denied << ErrorKind::NoAccess;
        QTest::newRow("amid other words") << 400 << QStringLiteral("Bad Request: ") + denied << ErrorKind::NoAccess;
        QTest::newRow("another problem") << 400 << QStringLiteral("Infrastructure problem (500)")
                                         << ErrorKind::Rejected;
        QTest::newRow("bad request") << 400 << QStringLiteral("Bad Request") << ErrorKind::Rejected;
        QTest::newRow("another status") << 405 << denied << ErrorKind::Rejected;
    }
    void kindFollowsTheWordsOfA400()
    {
        QFETCH(const int, status);
        QFETCH(const QString, message);
        QFETCH(const ErrorKind, kind);
        const Core::Error error{
            .kind = ErrorKind::Rejected, .httpStatus = status, .cause = Net::ServiceWords{.message = message}};
        QCOMPARE(explained(error, {}).kind, kind);
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
        QCOMPARE(explained(error, {}).kind, kind);
    }

    void errorSaysWhoseItIsAndWhatItConcerns()
    {
        const Core::Error error = explained({.kind = ErrorKind::NotFound}, QStringLiteral("abc"));
        QCOMPARE(error.service, Core::Service::Domo);
        QCOMPARE(error.subject, QStringLiteral("abc"));
        QCOMPARE(error.kind, ErrorKind::NotFound);
    }

    void closerSubjectStays()
    {
        const Core::Error error{.kind = ErrorKind::BadReply, .subject = QStringLiteral("$.rows")};
        QCOMPARE(explained(error, QStringLiteral("abc")).subject, QStringLiteral("$.rows"));
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
