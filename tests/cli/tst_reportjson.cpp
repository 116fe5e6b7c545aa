#include "cli/reportjson.h"
#include "core/inputfault.h"
#include "core/printable.h"
#include "support/testgrid.h"
#include "writeback/journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunReport;
using Writeback::State;

namespace {

const QString evil = u"TB\u001b[31m\nState\u007f\u009b2J\u202e\u2028\U000E0041 é 中 \U0001F4C8"_s;

} // namespace

class TestReportJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentContainsNoTerminalControls()
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
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), object); // and the values are unchanged
        QCOMPARE(object["dataSet"_L1].toString(), evil);
        QVERIFY(text.contains(u"é 中 \U0001F4C8"_s));
    }

    void editedCellsHaveTheirThreeValues()
    {
        auto compared = std::make_shared<Writeback::Comparison>();
        compared->anchor = {.row = 2, .column = 1};
        compared->existing = gridOf({{text("a"), number("12")}, {text("c")}});
        compared->desired = gridOf({{text("b"), number("14.0")}, {}});
        compared->edited = {{0, 0, 1}, {1, 0, 0}};
        compared->left.add({0, 1}, number("10.50"));
        compared->left.add({1, 0}, {});
        RunReport report;
        report.comparison = compared;
        const QJsonArray edited{
            QJsonObject{{u"place"_s, u"B3"_s}, {u"left"_s, QJsonValue()}, {u"before"_s, u"a"_s}, {u"after"_s, u"b"_s}},
            QJsonObject{
                {u"place"_s, u"C3"_s}, {u"left"_s, u"10.50"_s}, {u"before"_s, u"12"_s}, {u"after"_s, u"14.0"_s}},
            QJsonObject{{u"place"_s, u"B4"_s}, {u"left"_s, u""_s}, {u"before"_s, u"c"_s}, {u"after"_s, u""_s}}};
        QCOMPARE(Cli::reportJson(report, {}, {}, 3)["edited"_L1].toArray(), edited);
        QCOMPARE(Cli::reportJson(report, {}, {}, 2)["edited"_L1].toArray().size(), 2);
        QVERIFY(!Cli::reportJson(report).contains("edited"_L1)); // none is asked for, which says nothing
        QVERIFY(!Cli::reportJson({}, {}, {}, 3).contains("edited"_L1)); // nothing was compared
    }

    void everyCountIsReported()
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
        report.differences = {{.place = u"B3"_s,
                               .wanted = u"a"_s,
                               .found = u"b"_s,
                               .kind = Writeback::Difference::Kind::OuterBlanks,
                               .cause = Writeback::Difference::Cause::Locked}};
        const QJsonObject json = Cli::reportJson(report);
        QCOMPARE(json["planned"_L1].toInt(), 7);
        QCOMPARE(json["written"_L1].toInt(), 5);
        QCOMPARE(json["retries"_L1].toInt(), 3);
        QCOMPARE(json["waitedSeconds"_L1].toDouble(), 1.5);
        const QJsonObject verified = json["verified"_L1].toObject();
        QCOMPARE(verified["cells"_L1].toInt(), 600);
        QCOMPARE(verified["wrong"_L1].toInt(), 2);
        QCOMPARE(verified["firstWrong"_L1].toString(), u"B3"_s);
        QCOMPARE(verified["caughtUpSeconds"_L1].toDouble(), 7.6);
        const QJsonValue first = json["differences"_L1][0];
        QCOMPARE(first["wanted"_L1].toString(), u"a"_s);
        QCOMPARE(first["found"_L1].toString(), u"b"_s);
        QCOMPARE(first["kind"_L1].toString(), u"outerBlanks"_s);
        QCOMPARE(first["cause"_L1].toString(), u"locked"_s);
    }

    void earlierWriteIsReportedInDetail()
    {
        const QDateTime sent(QDate(2026, 11, 26), QTime(10, 15), Qt::UTC);
        RunReport report;
        report.error = Core::Error{.kind = Core::ErrorKind::EarlierWrite,
                                   .cause = Writeback::PendingChange{.id = 1,
                                                                     .operationId = u"op1"_s,
                                                                     .range = u"B3:C9"_s,
                                                                     .sent = sent,
                                                                     .profileName = u"TB"_s,
                                                                     .runStarted = sent}};
        const QJsonValue earlier = Cli::reportJson(report)["error"_L1]["earlier"_L1];
        QCOMPARE(earlier["operation"_L1].toString(), u"op1"_s);
        QCOMPARE(earlier["writeback"_L1].toString(), u"TB"_s);
        QCOMPARE(earlier["sent"_L1].toString(), u"2026-11-26T10:15:00.000Z"_s);
    }

    void contradictionsAndUnrecordedEndsAreReported()
    {
        RunReport report;
        QVERIFY(!Cli::reportJson(report).contains("notRecorded"_L1));
        report.error = Core::Error{.kind = Core::ErrorKind::InvalidInput,
                                   .cause = Core::Contradiction{Core::Contradiction::Of::Sheet, u"a"_s, u"b"_s}};
        report.notRecorded = Core::Error{.kind = Core::ErrorKind::Disk};
        const QJsonObject json = Cli::reportJson(report);
        QCOMPARE(json["error"_L1]["contradiction"_L1].toArray(), (QJsonArray{u"a"_s, u"b"_s}));
        QCOMPARE(json["notRecorded"_L1]["kind"_L1].toString(), u"disk"_s);
    }

    void countsByKeyAreNullWithoutAKey()
    {
        RunReport report;
        QVERIFY(Cli::reportJson(report)["byKey"_L1].isNull());
        report.review.byKey = Writeback::KeyCounts{.key = {u"Unit"_s}, .added = 1, .moved = 99'999};
        const QJsonObject counts = Cli::reportJson(report)["byKey"_L1].toObject();
        QCOMPARE(counts["key"_L1].toArray(), QJsonArray{u"Unit"_s});
        QCOMPARE(counts["new"_L1].toInt(), 1);
        QCOMPARE(counts["moved"_L1].toInt(), 99'999);
    }

    void placesAndWhatWasNotReadAreReported()
    {
        using Writeback::Finding;
        RunReport report;
        report.review.findings = {
            {.kind = Finding::Kind::KeysUnderFormulas,
             .count = 2,
             .place = u"E4"_s,
             .places = {{u"E4"_s, u"C4:C5"_s, 4, u"1000"_s, u"0900"_s}, {u"E5"_s, u"C6"_s, 6, u"3000"_s, QString()}},
             .unread = Finding::Unread::TooMuch},
            {.kind = Finding::Kind::LockedCells, .count = 2, .places = {{u"B3:B4"_s}}}};
        const QJsonArray guards = Cli::reportJson(report)["guards"_L1].toArray();
        const QJsonArray expected{QJsonObject{{u"place"_s, u"E4"_s},
                                              {u"refersTo"_s, u"C4:C5"_s},
                                              {u"row"_s, 4},
                                              {u"before"_s, u"1000"_s},
                                              {u"after"_s, u"0900"_s}},
                                  QJsonObject{{u"place"_s, u"E5"_s},
                                              {u"refersTo"_s, u"C6"_s},
                                              {u"row"_s, 6},
                                              {u"before"_s, u"3000"_s},
                                              {u"after"_s, QJsonValue()}}};
        QCOMPARE(guards[0]["places"_L1].toArray(), expected);
        QCOMPARE(guards[0]["unread"_L1].toString(), u"tooMuch"_s);
        const QJsonArray locked{QJsonObject{{u"place"_s, u"B3:B4"_s}}};
        QCOMPARE(guards[1]["places"_L1].toArray(), locked);
        QVERIFY(!guards[1].toObject().contains("unread"_L1));
    }

    void columnsAreReportedWithWhatIsBetterAsText()
    {
        using Writeback::Finding;
        RunReport report;
        report.review.findings = {
            {.kind = Finding::Kind::Identifiers,
             .count = 14,
             .columns = {{.column = u"Account"_s, .trait = Finding::Trait::LeadingZeros, .count = 12, .place = u"B7"_s},
                         {.column = u"Unit"_s, .trait = Finding::Trait::ZerosDropped, .count = 2}}},
            {.kind = Finding::Kind::Scale,
             .columns = {{.column = u"Amount"_s,
                          .trait = Finding::Trait::ShownIn,
                          .place = u"C4"_s,
                          .actual = u"THOUSANDS"_s,
                          .expected = u"ONES"_s}}}};
        const QJsonArray guards = Cli::reportJson(report)["guards"_L1].toArray();
        const QJsonArray identifiers{
            QJsonObject{
                {u"column"_s, u"Account"_s}, {u"trait"_s, u"leadingZeros"_s}, {u"count"_s, 12}, {u"place"_s, u"B7"_s}},
            QJsonObject{{u"column"_s, u"Unit"_s}, {u"trait"_s, u"zerosDropped"_s}, {u"count"_s, 2}}};
        QCOMPARE(guards[0]["columns"_L1].toArray(), identifiers);
        QCOMPARE(guards[0]["betterAsText"_L1].toArray(), QJsonArray{u"Unit"_s});
        const QJsonArray scale{QJsonObject{{u"column"_s, u"Amount"_s},
                                           {u"trait"_s, u"shownIn"_s},
                                           {u"place"_s, u"C4"_s},
                                           {u"actual"_s, u"THOUSANDS"_s},
                                           {u"expected"_s, u"ONES"_s}}};
        QCOMPARE(guards[1]["columns"_L1].toArray(), scale);
        QVERIFY(!guards[1].toObject().contains("betterAsText"_L1));
    }

    void everyCheckIsARecordInFourParts()
    {
        using Writeback::Finding;
        RunReport report;
        report.review.findings = {{.kind = Finding::Kind::ClearsMoreThanItWrites,
                                   .count = 30,
                                   .against = 2,
                                   .verdict = Sheet::Verdict::Accepted,
                                   .reason = u"sold"_s,
                                   .until = QDate(2026, 12, 31)},
                                  {.kind = Finding::Kind::CellTooLong,
                                   .count = 1,
                                   .place = u"B3"_s,
                                   .verdict = Sheet::Verdict::Stop,
                                   .threshold = u"8192"_s}};
        report.review.checks = {{.kind = Finding::Kind::Overflow, .count = 0, .verdict = Sheet::Verdict::Passed},
                                {.kind = Finding::Kind::NotNumbers, .count = 0, .verdict = Sheet::Verdict::Off}};
        const QJsonValue null;
        const QJsonArray expected{QJsonObject{{u"name"_s, u"clears-more-than-it-writes"_s},
                                              {u"verdict"_s, u"accepted"_s},
                                              {u"actual"_s, 30},
                                              {u"expected"_s, 2},
                                              {u"threshold"_s, null},
                                              {u"where"_s, null},
                                              {u"reason"_s, u"sold"_s},
                                              {u"until"_s, u"2026-12-31"_s}},
                                  QJsonObject{{u"name"_s, u"cell-too-long"_s},
                                              {u"verdict"_s, u"stop"_s},
                                              {u"actual"_s, 1},
                                              {u"expected"_s, 0},
                                              {u"threshold"_s, u"8192"_s},
                                              {u"where"_s, u"B3"_s}},
                                  QJsonObject{{u"name"_s, u"overflow"_s},
                                              {u"verdict"_s, u"passed"_s},
                                              {u"actual"_s, 0},
                                              {u"expected"_s, 0},
                                              {u"threshold"_s, null},
                                              {u"where"_s, null}},
                                  QJsonObject{{u"name"_s, u"not-numbers"_s},
                                              {u"verdict"_s, u"off"_s},
                                              {u"actual"_s, null},
                                              {u"expected"_s, null},
                                              {u"threshold"_s, null},
                                              {u"where"_s, null}}};
        QCOMPARE(Cli::reportJson(report)["guards"_L1].toArray(), expected);
    }

    void comparisonNamesTheGreatestDifferenceAndTheRowsThatAreGone()
    {
        using Support::gridOf, Support::number, Support::text;
        auto comparison = std::make_shared<Writeback::Comparison>();
        comparison->anchor = {2, 1};
        comparison->existing =
            gridOf({{text("Cash"), number("5")}, {text("Old"), number("1")}, {text("Debt"), number("7.5")}});
        comparison->desired = gridOf({{text("Cash"), number("6")}, {text("Debt"), number("-2")}});
        comparison->columns = QStringList{u"Account"_s, u"Amount"_s};
        comparison->byKey = Writeback::MatchedRows{.key = {0}, .rows = {{0, 0}, {1, -1}, {2, 1}}};
        RunReport report;
        report.comparison = comparison;
        const QJsonObject json = Cli::reportJson(report);
        QCOMPARE(json["greatestDifference"_L1].toObject(),
                 (QJsonObject{{u"column"_s, u"Amount"_s},
                              {u"key"_s, QJsonArray{u"Debt"_s}},
                              {u"place"_s, u"C4"_s},
                              {u"before"_s, u"7.5"_s},
                              {u"after"_s, u"-2"_s},
                              {u"difference"_s, u"-9.5"_s}}));
        QJsonArray first;
        first.append(QJsonArray{u"Old"_s}); // braces around one array are a copy of it to some compilers
        QCOMPARE(json["gone"_L1].toObject(), (QJsonObject{{u"rows"_s, 1}, {u"first"_s, first}}));
    }

    void totalsAreThoseOfAComparison()
    {
        const std::vector<Review::ColumnTotals> totals{{u"Big"_s, {"12345678901234567890.5", 1, 0}, {"0", 0, 0}},
                                                       {u"Far"_s, {{}, 1, 0}, {"1", 1, 0}}};
        RunReport report;
        QVERIFY(!Cli::reportJson(report, {}, totals).contains("totals"_L1));
        report.comparison = std::make_shared<Writeback::Comparison>();
        const QJsonArray expected{QJsonObject{{u"column"_s, u"Big"_s},
                                              {u"before"_s, u"12345678901234567890.5"_s},
                                              {u"after"_s, u"0"_s},
                                              {u"difference"_s, u"-12345678901234567890.5"_s}},
                                  QJsonObject{{u"column"_s, u"Far"_s},
                                              {u"before"_s, QJsonValue()},
                                              {u"after"_s, u"1"_s},
                                              {u"difference"_s, QJsonValue()}}};
        QCOMPARE(Cli::reportJson(report, {}, totals)["totals"_L1].toArray(), expected);
    }

    void nextStepIsTheCommandLinesOwn()
    {
        RunReport report;
        report.error = Core::Error{.kind = Core::ErrorKind::NoConsent};
        QVERIFY(Cli::reportJson(report, u"Add --yes."_s)["error"_L1]["next"_L1].toString().contains(u"--yes"_s));
    }
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
