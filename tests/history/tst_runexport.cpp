#include "history/journals.h"
#include "history/runexport.h"
#include "sandbox/csvfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

using History::Noted;
using History::PastEntry;
using History::RunRecord;
using Writeback::Finding;
using Writeback::StepName;

namespace {

RunRecord verified()
{
    RunRecord run;
    run.id = 7;
    run.entry = Support::entry();
    run.program = u"workiva-writeback"_s;
    run.version = u"0.1.0"_s;
    run.ended = run.entry.started.addSecs(3);
    run.state = u"verified"_s;
    run.range = u"B3:D9"_s;
    run.sourceRows = 5'000'000'000;
    run.sourceColumns = 3;
    run.cellsPlanned = 6;
    run.cellsChanged = 1;
    run.cellsAdded = 2;
    run.cellsCleared = 3;
    run.cellsUnchanged = 15;
    run.cellsWritten = 6;
    run.cellsCompared = 21;
    run.requests = 11;
    run.retries = 1;
    run.waited = std::chrono::milliseconds(1500);
    run.caughtUp = std::chrono::milliseconds(500);
    run.findings = {{.kind = Finding::Kind::RowsFiltered}, {.kind = Finding::Kind::FormulasOverwritten, .count = 7}};
    run.steps = {{.step = StepName::Write, .seconds = 0.5, .done = 6, .total = 6}};
    return run;
}

RunRecord failed()
{
    RunRecord run;
    run.entry = Support::entry();
    run.ended = run.entry.started;
    run.state = u"failed"_s;
    run.error = Core::Error{.kind = Core::ErrorKind::RateLimited,
                            .service = Core::Service::Domo,
                            .subject = u"7d9f"_s,
                            .detail = u"its \"words\",\r\nin two lines"_s,
                            .httpStatus = 429,
                            .requestId = u"A1B2"_s};
    return run;
}

// A run without an end.
RunRecord open(bool isRunning)
{
    RunRecord run;
    run.entry = Support::entry();
    run.isRunning = isRunning;
    return run;
}

using Row = QHash<QString, QString>;

// The rows of the file by the names of its columns, as a reader of another origin finds them.
QList<Row> rowsOf(const QByteArray &csv)
{
    const Sheet::Grid grid = Sandbox::readCsv(csv);
    const auto text = [&grid](int row, int column) {
        return QString::fromStdString(std::string(grid.at(row, column).text));
    };
    QList<Row> rows;
    for (int row = 1; row < grid.rows(); ++row) {
        rows.append(Row());
        for (int column = 0; column < grid.columns(); ++column)
            rows.last().insert(text(0, column), text(row, column));
    }
    return rows;
}

Row rowOf(const RunRecord &run, const QTimeZone &zone = QTimeZone::utc())
{
    const QList<Row> rows = rowsOf(History::pastAsCsv({History::entryOf(run)}, zone));
    return rows.size() == 1 ? rows.first() : Row();
}

QJsonObject objectOf(const RunRecord &run)
{
    return QJsonDocument::fromJson(History::runsAsJson({run})).array().first().toObject();
}

} // namespace

class TestRunExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowHasEveryFact()
    {
        const Row row = rowOf(verified());
        const RunRecord run = verified();
        const Row expected{
            {u"id"_s, u"7"_s},
            {u"kind"_s, u"writeback"_s},
            {u"writeback"_s, run.entry.profileName},
            {u"account"_s, run.entry.account},
            {u"state"_s, u"verified"_s},
            {u"target"_s, run.entry.target},
            {u"range"_s, u"B3:D9"_s},
            {u"sourceRows"_s, u"5000000000"_s},
            {u"sourceColumns"_s, u"3"_s},
            {u"changed"_s, u"1"_s},
            {u"new"_s, u"2"_s},
            {u"cleared"_s, u"3"_s},
            {u"unchanged"_s, u"15"_s},
            {u"planned"_s, u"6"_s},
            {u"written"_s, u"6"_s},
            {u"verifiedCells"_s, u"21"_s},
            {u"verifiedWrong"_s, u"0"_s},
            {u"requests"_s, u"11"_s},
            {u"retries"_s, u"1"_s},
            {u"waitedSeconds"_s, u"1.500"_s},
            {u"caughtUpSeconds"_s, u"0.500"_s},
            {u"findings"_s, u"rowsFiltered formulasOverwritten(7)"_s},
            {u"error"_s, QString()},
            {u"dataSetId"_s, run.entry.dataSetId},
            {u"spreadsheetId"_s, run.entry.sheet.spreadsheetId},
            {u"sheetId"_s, run.entry.sheet.sheetId},
            {u"region"_s, run.entry.region},
            {u"options"_s, run.entry.options},
            {u"program"_s, run.program},
            {u"version"_s, run.version},
        };
        for (const auto &[name, value] : expected.asKeyValueRange())
            QVERIFY2(row.contains(name) && row[name] == value, qPrintable(name + u": "_s + row[name]));
    }

    void errorIsThereWithWhatToQuote()
    {
        const Row row = rowOf(failed());
        QCOMPARE(row[u"error"_s], u"rateLimited"_s);
        QCOMPARE(row[u"errorService"_s], u"domo"_s);
        QCOMPARE(row[u"errorSubject"_s], u"7d9f"_s);
        QCOMPARE(row[u"errorDetail"_s], failed().error->detail);
        QCOMPARE(row[u"httpStatus"_s], u"429"_s);
        QCOMPARE(row[u"requestId"_s], u"A1B2"_s);
    }

    void timesHaveTheZonesOffset_data()
    {
        QTest::addColumn<QTimeZone>("zone");
        QTest::addColumn<QString>("time");
        QTest::newRow("east") << QTimeZone(19'800) << u"2026-02-01T05:29:59+05:30"_s;
        QTest::newRow("west") << QTimeZone(-18'000) << u"2026-01-31T18:59:59-05:00"_s;
    }
    void timesHaveTheZonesOffset()
    {
        QFETCH(const QTimeZone, zone);
        const Row row = rowOf(verified(), zone);
        QTEST(row[u"started"_s], "time");
        const QDateTime ended = QDateTime::fromString(row[u"ended"_s], Qt::ISODate);
        QCOMPARE(ended.toUTC(), verified().ended.addMSecs(-verified().ended.time().msec()));
    }

    void offsetIsThatOfTheTimeNotOfToday()
    {
        const QTimeZone zone("Europe/Berlin");
        if (!zone.isValid())
            QSKIP("needs the zones of the system");
        RunRecord run = verified();
        QVERIFY(rowOf(run, zone)[u"started"_s].endsWith(u"+01:00"_s));
        run.entry.started = QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(rowOf(run, zone)[u"started"_s], u"2026-07-01T14:00:00+02:00"_s);
    }

    void textIsNoFormula()
    {
        RunRecord run = failed();
        run.entry.profileName = run.error->detail = u"=1+1"_s;
        QCOMPARE(rowOf(run)[u"writeback"_s], u"'=1+1"_s);
        QCOMPARE(rowOf(run)[u"errorDetail"_s], u"'=1+1"_s);
    }

    void fileIsUtf8WithAMarkAndHasARowForEachRun()
    {
        const QByteArray none = History::pastAsCsv({}, QTimeZone::utc());
        QVERIFY(none.startsWith("\xEF\xBB\xBF"));
        QCOMPARE(none.count('\n'), 1);
        QVERIFY(none.endsWith("\r\n"));
        const QList<PastEntry> runs{History::entryOf(verified()), History::entryOf(failed()),
                                    History::entryOf(open(true))};
        QCOMPARE(rowsOf(History::pastAsCsv(runs, QTimeZone::utc())).size(), 3);
        QVERIFY(QJsonDocument::fromJson(History::runsAsJson({})).isArray());
        const QJsonArray array = QJsonDocument::fromJson(History::runsAsJson({verified(), failed()})).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array[1]["state"_L1].toString(), u"failed"_s);
    }

    // Zero would claim something.
    void whatIsNotKnownIsLeftOut()
    {
        for (const QString &name : {u"changed"_s, u"unchanged"_s, u"planned"_s})
            QCOMPARE(rowOf(failed())[name], QString());
        QVERIFY(!objectOf(failed()).contains("changes"_L1));
        for (const bool isRunning : {true, false}) {
            const Row row = rowOf(open(isRunning));
            QCOMPARE(row[u"state"_s], isRunning ? u"running"_s : u"interrupted"_s);
            for (const QString &name :
                 {u"ended"_s, u"written"_s, u"sourceRows"_s, u"verifiedCells"_s, u"waitedSeconds"_s})
                QVERIFY2(row.contains(name) && row[name].isEmpty(), qPrintable(name));
            const QJsonObject object = objectOf(open(isRunning));
            QCOMPARE(object["state"_L1].toString(), row[u"state"_s]);
            for (const char *name : {"ended", "written", "source", "verified", "changes", "steps", "error"})
                QVERIFY2(!object.contains(QLatin1String(name)), name);
        }
        RunRecord early = verified(); // of a version that did not record the unchanged cells
        early.cellsUnchanged.reset();
        QCOMPARE(rowOf(early)[u"changed"_s], u"1"_s);
        QCOMPARE(rowOf(early)[u"unchanged"_s], QString());
        QVERIFY(!objectOf(early)["changes"_L1].toObject().contains("unchanged"_L1));
    }

    void jsonHasEveryFact()
    {
        const RunRecord run = verified();
        const QJsonObject object = objectOf(run);
        const QJsonObject expected{
            {u"id"_s, 7},
            {u"kind"_s, u"writeback"_s},
            {u"writeback"_s, run.entry.profileName},
            {u"account"_s, run.entry.account},
            {u"started"_s, u"2026-01-31T23:59:59.999Z"_s},
            {u"ended"_s, u"2026-02-01T00:00:02.999Z"_s},
            {u"state"_s, u"verified"_s},
            {u"target"_s, run.entry.target},
            {u"range"_s, u"B3:D9"_s},
            {u"dataSetId"_s, run.entry.dataSetId},
            {u"spreadsheetId"_s, run.entry.sheet.spreadsheetId},
            {u"sheetId"_s, run.entry.sheet.sheetId},
            {u"region"_s, run.entry.region},
            {u"options"_s, run.entry.options},
            {u"source"_s, QJsonObject{{u"rows"_s, run.sourceRows}, {u"columns"_s, 3}}},
            {u"changes"_s, QJsonObject{{u"changed"_s, 1}, {u"new"_s, 2}, {u"cleared"_s, 3}, {u"unchanged"_s, 15}}},
            {u"planned"_s, 6},
            {u"written"_s, 6},
            {u"verified"_s, QJsonObject{{u"cells"_s, 21}, {u"wrong"_s, 0}, {u"caughtUpSeconds"_s, 0.5}}},
            {u"requests"_s, 11},
            {u"retries"_s, 1},
            {u"waitedSeconds"_s, 1.5},
            {u"program"_s, run.program},
            {u"version"_s, run.version},
            {u"steps"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, u"write"_s}, {u"seconds"_s, 0.5}, {u"done"_s, 6}, {u"total"_s, 6}, {u"well"_s, true}}}},
        };
        for (auto one = expected.begin(); one != expected.end(); ++one)
            QCOMPARE(object[one.key()], QJsonValue(one.value()));
        QCOMPARE(object["findings"_L1].toArray().size(), 2);
        QCOMPARE(object["findings"_L1][1]["kind"_L1].toString(), u"formulasOverwritten"_s);
        QCOMPARE(object["findings"_L1][1]["count"_L1].toInt(), 7);
    }

    void jsonHasTheError()
    {
        const QJsonObject expected{{u"kind"_s, u"rateLimited"_s}, {u"service"_s, u"domo"_s},
                                   {u"subject"_s, u"7d9f"_s},     {u"detail"_s, failed().error->detail},
                                   {u"httpStatus"_s, 429},        {u"requestId"_s, u"A1B2"_s}};
        QCOMPARE(objectOf(failed())["error"_L1].toObject(), expected);
    }

    void timeWithoutARunIsOfAKindOfItsOwn()
    {
        const QDateTime due(QDate(2026, 3, 2), QTime(6, 0), Qt::UTC);
        const QDateTime noted = due.addSecs(3600);
        const QList<PastEntry> past{
            History::entryOf(verified()),
            {u"p1"_s, u"=Balance"_s, History::ScheduleNote{due, Noted::Missed, noted}},
            {u"p1"_s, u"Balance"_s, History::ScheduleNote{due, Noted::FirstStart, noted, u"fingerprint"_s}}};

        const QList<Row> rows = rowsOf(History::pastAsCsv(past, QTimeZone(3600)));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0][u"kind"_s], u"writeback"_s);
        QCOMPARE(rows[0][u"noted"_s], QString());
        Row known;
        for (const auto &[name, value] : rows[1].asKeyValueRange()) {
            if (!value.isEmpty())
                known.insert(name, value);
        }
        QCOMPARE(known,
                 (Row{{u"kind"_s, u"schedule"_s},
                      {u"writeback"_s, u"'=Balance"_s},
                      {u"state"_s, u"missed"_s},
                      {u"due"_s, u"2026-03-02T07:00:00+01:00"_s},
                      {u"noted"_s, u"2026-03-02T08:00:00+01:00"_s}}));
        QCOMPARE(rows[2][u"state"_s], u"firstStart"_s);
        QCOMPARE(rows[2][u"due"_s], QString()); // nothing was
        QCOMPARE(rows[2][u"noted"_s], u"2026-03-02T08:00:00+01:00"_s);

        const QJsonArray array = QJsonDocument::fromJson(History::pastAsJson(past)).array();
        QCOMPARE(array.size(), 3);
        QCOMPARE(array[0].toObject(), objectOf(verified()));
        QCOMPARE(array[1].toObject(),
                 (QJsonObject{{u"kind"_s, u"schedule"_s},
                              {u"writeback"_s, u"=Balance"_s},
                              {u"state"_s, u"missed"_s},
                              {u"due"_s, u"2026-03-02T06:00:00.000Z"_s},
                              {u"noted"_s, u"2026-03-02T07:00:00.000Z"_s}}));
        QCOMPARE(array[2].toObject(),
                 (QJsonObject{{u"kind"_s, u"schedule"_s},
                              {u"writeback"_s, u"Balance"_s},
                              {u"state"_s, u"firstStart"_s},
                              {u"noted"_s, u"2026-03-02T07:00:00.000Z"_s}}));
    }

    void checkIsNamedAsOne()
    {
        RunRecord check = verified();
        check.entry.kind = Writeback::RunKind::Check;
        QCOMPARE(rowOf(check)[u"kind"_s], u"check"_s);
        QCOMPARE(objectOf(check)["kind"_L1].toString(), u"check"_s);
    }
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_runexport.moc"
