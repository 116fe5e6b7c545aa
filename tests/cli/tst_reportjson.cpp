#include "cli/reportjson.h"
#include "core/inputfault.h"
#include "core/printable.h"
#include "writeback/journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using Writeback::RunReport;
using Writeback::State;

namespace {

const QString evil = QStringLiteral("TB\u001b[31m\nState\u007f\u009b2J\u202e\u2028\U000E0041 é 中 \U0001F4C8");

} // namespace

class TestReportJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingInADocumentSteersATerminal()
    {
        RunReport report;
        report.review.dataSetName = report.review.spreadsheetName = report.review.sheetPath = evil;
        report.review.findings = {{.kind = Writeback::Finding::Kind::LockUnknown, .place = evil, .other = evil}};
        report.differences = {{.place = evil, .wanted = evil, .found = evil}};
        report.operations = {evil};
        report.error =
            Core::Error{.kind = Core::ErrorKind::NotFound, .subject = evil, .detail = evil, .requestId = evil};
        const QJsonObject object = Cli::reportJson(report);
        const QString text = Cli::jsonText(object);
        QCOMPARE(Core::printableLines(text), text);
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), object); // and every value is what it was
        QCOMPARE(object[QLatin1String("dataSet")].toString(), evil);
        QVERIFY(text.contains(QStringLiteral("é 中 \U0001F4C8")));
    }

    void numbersOfARunAreAllThere()
    {
        RunReport report;
        report.state = State::Mismatch;
        report.cellsPlanned = 7;
        report.cellsWritten = 5;
        report.cellsCompared = 600;
        report.cellsWrong = 2;
        report.retries = 3;
        report.waited = std::chrono::milliseconds(1'500);
        report.caughtUp = std::chrono::milliseconds(7'600);
        report.differences = {{.place = QStringLiteral("B3"),
                               .wanted = QStringLiteral("a"),
                               .found = QStringLiteral("b"),
                               .kind = Writeback::Difference::Kind::OuterBlanks,
                               .cause = Writeback::Difference::Cause::Locked}};
        const QJsonObject json = Cli::reportJson(report);
        QCOMPARE(json[QLatin1String("planned")].toInt(), 7);
        QCOMPARE(json[QLatin1String("written")].toInt(), 5);
        QCOMPARE(json[QLatin1String("retries")].toInt(), 3);
        QCOMPARE(json[QLatin1String("waitedSeconds")].toDouble(), 1.5);
        const QJsonObject verified = json[QLatin1String("verified")].toObject();
        QCOMPARE(verified[QLatin1String("cells")].toInt(), 600);
        QCOMPARE(verified[QLatin1String("wrong")].toInt(), 2);
        QCOMPARE(verified[QLatin1String("firstWrong")].toString(), QStringLiteral("B3"));
        QCOMPARE(verified[QLatin1String("caughtUpSeconds")].toDouble(), 7.6);
        const QJsonValue first = json[QLatin1String("differences")][0];
        QCOMPARE(first[QLatin1String("wanted")].toString(), QStringLiteral("a"));
        QCOMPARE(first[QLatin1String("found")].toString(), QStringLiteral("b"));
        QCOMPARE(first[QLatin1String("kind")].toString(), QStringLiteral("outerBlanks"));
        QCOMPARE(first[QLatin1String("cause")].toString(), QStringLiteral("locked"));
    }

    void anEarlierWriteIsToldWithWhatIsKnownOfIt()
    {
        const QDateTime sent(QDate(2026, 11, 26), QTime(10, 15), Qt::UTC);
        RunReport report;
        report.error = Core::Error{.kind = Core::ErrorKind::EarlierWrite,
                                   .cause = Writeback::LeftChange{.id = 1,
                                                                  .operationId = QStringLiteral("op1"),
                                                                  .range = QStringLiteral("B3:C9"),
                                                                  .sent = sent,
                                                                  .profileName = QStringLiteral("TB"),
                                                                  .runStarted = sent}};
        const QJsonValue earlier = Cli::reportJson(report)[QLatin1String("error")][QLatin1String("earlier")];
        QCOMPARE(earlier[QLatin1String("operation")].toString(), QStringLiteral("op1"));
        QCOMPARE(earlier[QLatin1String("writeback")].toString(), QStringLiteral("TB"));
        QCOMPARE(earlier[QLatin1String("sent")].toString(), QStringLiteral("2026-11-26T10:15:00.000Z"));
    }

    void whatContradictsAndWhatIsNotRecordedIsTold()
    {
        RunReport report;
        QVERIFY(!Cli::reportJson(report).contains(QLatin1String("notRecorded")));
        report.error = Core::Error{
            .kind = Core::ErrorKind::InvalidInput,
            .cause = Core::Contradiction{Core::Contradiction::Of::Sheet, QStringLiteral("a"), QStringLiteral("b")}};
        report.notRecorded = Core::Error{.kind = Core::ErrorKind::Disk};
        const QJsonObject json = Cli::reportJson(report);
        QCOMPARE(json[QLatin1String("error")][QLatin1String("contradiction")].toArray(),
                 (QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(json[QLatin1String("notRecorded")][QLatin1String("kind")].toString(), QStringLiteral("disk"));
    }

    void theNextStepIsTheCommandLinesOwn()
    {
        RunReport report;
        report.error = Core::Error{.kind = Core::ErrorKind::NoConsent};
        QVERIFY(Cli::reportJson(report)[QLatin1String("error")][QLatin1String("next")].toString().contains(
            QStringLiteral("--yes")));
    }
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
