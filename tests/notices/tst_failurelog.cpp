#include "notices/failurelog.h"

#include "notices/desktopfault.h"
#include "notices/mailfault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Notices::Failure;
using Notices::FailureLog;
using Notices::MailFault;

namespace {

Failure failure(int number)
{
    return {.at = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC).addSecs(number),
            .channel = u"mail"_s,
            .about = u"Units"_s,
            .error = {.kind = Core::ErrorKind::Rejected,
                      .subject = u"a@example.com"_s,
                      .detail = u"later"_s,
                      .cause = MailFault{MailFault::Step::Recipient, 451}}};
}

} // namespace

class TestFailureLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestComesFirst()
    {
        const QTemporaryDir folder;
        const FailureLog log(folder.filePath(u"notices"_s));
        QVERIFY(log.read().value().isEmpty());
        QVERIFY(log.add(failure(1)));
        Failure web = failure(2);
        web.error.cause = {};
        web.error.httpStatus = 500;
        QVERIFY(log.add(web));
        QCOMPARE(log.read().value(), (QList{web, failure(1)}));
    }

    void stepsOfTheDesktopAreKept()
    {
        const QTemporaryDir folder;
        const FailureLog log(folder.path());
        for (const auto &[step, name] : Notices::desktopSteps) {
            Failure onDesktop = failure(1);
            onDesktop.error.cause = Notices::DesktopFault{step};
            QVERIFY(log.add(onDesktop));
            QCOMPARE(log.read()->first(), onDesktop);
        }
    }

    void onlyTheLatestAreKept()
    {
        const QTemporaryDir folder;
        const FailureLog log(folder.path());
        for (int number = 0; number < FailureLog::most + 5; ++number)
            QVERIFY(log.add(failure(number)));
        const auto kept = log.read();
        QCOMPARE(kept->size(), FailureLog::most);
        QCOMPARE(kept->first(), failure(FailureLog::most + 4));
    }

    void damagedOneIsBegunAnew()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"failures.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[]") == 2);
        file.close();
        const FailureLog log(folder.path());
        QVERIFY(log.add(failure(1)));
        QCOMPARE(log.read().value(), QList{failure(1)});
        QVERIFY(QFile::exists(folder.filePath(u"failures.json.broken"_s)));
    }
};

QTEST_GUILESS_MAIN(TestFailureLog)
#include "tst_failurelog.moc"
