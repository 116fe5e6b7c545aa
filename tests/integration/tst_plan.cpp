#include "sandbox/csvfile.h"
#include "sheet/decimal.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/xlsxcells.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Units"_s;
const QList<DataSetFolder::Column> columns{
    {u"Unit"_s, u"STRING"_s}, {u"2026"_s, u"DOUBLE"_s}, {u"Note"_s, u"STRING"_s}};
const Rows rows{{u"00123"_s, 12.5, u"=1+1"_s}, {u"North"_s, 0.1, u"a, \"b\"\nc"_s}, {u"South"_s, 7, u"@x"_s}};
const Rows before{{u"Unit"_s, 2025, u"Note"_s},
                  {u"00123x"_s, 0.2, u"old"_s},
                  {u"North"_s, 0.1, u""_s},
                  {u"South"_s, u"=3*4"_s, u"@x"_s},
                  {u"left"_s, 5, u"=1+2"_s}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// The rows of the CSV file, as a library that the product does not read with finds them.
QList<QStringList> csvRows(const QString &path)
{
    const Sheet::Grid grid = Sandbox::readCsv(contentOf(path).mid(3)); // after the byte order mark
    QList<QStringList> fields;
    for (int row = 0; row < grid.rows(); ++row) {
        fields.append(QStringList());
        for (int column = 0; column < grid.columns(); ++column)
            fields.last().append(QString::fromStdString(std::string(grid.at(row, column).text)));
    }
    return fields;
}

// Whether the file's cell is the sheet's, with its type.
bool isSame(const XlsxCell &cell, const QJsonValue &held)
{
    if (held.isDouble())
        return cell.type == u"n"_s && cell.value.toDouble() == held.toDouble();
    return held.toString() == cell.value && (cell.value.isEmpty() || cell.type == u"s"_s);
}

// Whether both files have the value; only the CSV file marks a text that would be a formula there.
bool isSame(const QString &field, const XlsxCell &cell)
{
    if (cell.type == u"n"_s)
        return !Sheet::toJsonNumber(field.toStdString()).empty() && field.toDouble() == cell.value.toDouble();
    return field == cell.value || field == u'\'' + cell.value;
}

} // namespace

// A plan, its files as others read them, and the sheet before and after the copy that was planned.
class TestPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, rows); }

    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
        QVERIFY(m_sandbox->isUp());
        QVERIFY(SheetProbe(*m_sandbox).write(u"B3:D7"_s, before));
        m_writes = m_sandbox->requests(u"updateValuesByRange"_s);
        m_tokens = m_sandbox->requests(u"getAccessToken"_s);
    }

    void filesHaveWhatCopyWrites()
    {
        const Cells held = SheetProbe(*m_sandbox).read();
        const Output planned = plan({u"--csv"_s, path(u"plan.csv"_s), u"--xlsx"_s, path(u"plan.xlsx"_s)});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QVERIFY(isUntouched(held));
        const QList<QStringList> csv = csvRows(path(u"plan.csv"_s));
        const QList<XlsxSheet> sheets = xlsxSheets(path(u"plan.xlsx"_s));
        QCOMPARE(sheets.size(), 2);
        const Output copied = call(copy(), credentialsOf(*m_sandbox));
        QVERIFY2(copied.code == 0, copied.all().constData());
        Cells found = SheetProbe(*m_sandbox).read();

        Cells written = held; // with the changes of the files
        for (int row = 1; row < csv.size(); ++row) {
            const auto cell = [&](char column) {
                return sheets[1].cells.value(u"%1%2"_s.arg(QLatin1Char(column)).arg(row + 1));
            };
            for (int column = 0; column < 6; ++column)
                QVERIFY(isSame(csv[row][column], cell(char('A' + column))));
            const auto region = Sheet::Region::parse(cell('A').value);
            QVERIFY(region);
            const std::pair place(region->anchor().row, region->anchor().column);
            QVERIFY2(isSame(cell('D'), held.contains(place) ? held.at(place) : u""_s), qPrintable(cell('A').value));
            QVERIFY2(isSame(cell('E'), found.contains(place) ? found.at(place) : u""_s), qPrintable(cell('A').value));
            written.erase(place);
            if (found.contains(place))
                written.insert({place, found.at(place)});
        }
        QCOMPARE(difference(found, written), QString()); // and nothing else was written
        QVERIFY(!sheets[1].cells.contains(u"A%1"_s.arg(csv.size() + 1)));
        QCOMPARE(placesOf(sheets[1]),
                 (QStringList{u"C3"_s, u"B4"_s, u"C4"_s, u"D4"_s, u"D5"_s, u"C6"_s, u"B7"_s, u"C7"_s, u"D7"_s}));
    }

    void textsStayTextsAndNumbersNumbers()
    {
        QCOMPARE(plan({u"--xlsx"_s, path(u"plan.xlsx"_s)}).code, 10);
        const XlsxSheet sheet = xlsxSheets(path(u"plan.xlsx"_s)).value(1);
        const QHash<QString, QStringList> expected{
            {u"C3"_s, {u"2026"_s, u"Changed"_s, u"n 2025.0"_s, u"s 2026"_s, {}}},
            {u"B4"_s, {u"Unit"_s, u"Changed"_s, u"s 00123x"_s, u"s 00123"_s, {}}},
            {u"C4"_s, {u"2026"_s, u"Changed"_s, u"n 0.2"_s, u"n 12.5"_s, u"n 12.3"_s}},
            {u"D4"_s, {u"Note"_s, u"Changed"_s, u"s old"_s, u"s =1+1"_s, {}}},
            {u"D5"_s, {u"Note"_s, u"New"_s, {}, u"s a, \"b\"\nc"_s, {}}},
            {u"C6"_s, {u"2026"_s, u"Formula overwritten"_s, u"s =3*4"_s, u"n 7.0"_s, {}}},
            {u"B7"_s, {u"Unit"_s, u"Cleared"_s, u"s left"_s, {}, {}}},
            {u"C7"_s, {u"2026"_s, u"Cleared"_s, u"n 5.0"_s, {}, {}}},
            {u"D7"_s, {u"Note"_s, u"Formula cleared"_s, u"s =1+2"_s, {}, {}}}};
        const QStringList places = placesOf(sheet);
        QCOMPARE(places.size(), expected.size());
        for (int row = 2; row < places.size() + 2; ++row) {
            const auto at = [&](const QString &column) { return sheet.at(column + QString::number(row)); };
            const QStringList found{sheet.text(u"B%1"_s.arg(row)), sheet.text(u"C%1"_s.arg(row)), at(u"D"_s),
                                    at(u"E"_s), at(u"F"_s)};
            QCOMPARE(found, expected[places[row - 2]]);
        }
    }

    // The header row is not added: the sheet has a number there.
    void totalsAreExact()
    {
        const QJsonArray expected{QJsonObject{
            {u"column"_s, u"2026"_s}, {u"before"_s, u"5.3"_s}, {u"after"_s, u"19.6"_s}, {u"difference"_s, u"14.3"_s}}};
        const Output planned = plan({u"--json"_s});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(planned.json()["state"_L1].toString(), u"planned"_s);
        QCOMPARE(planned.json()["totals"_L1].toArray(), expected);
        QVERIFY(planned.json()["greatestDifference"_L1].isNull()); // none of a row before and after
        QCOMPARE(
            planned.json()["gone"_L1].toObject(),
            (QJsonObject{{u"rows"_s, 2}, {u"first"_s, QJsonArray{QJsonArray{u"00123x"_s}, QJsonArray{u"left"_s}}}}));
        const Output dry = call(copy() + QStringList{u"--dry-run"_s, u"--json"_s}, credentialsOf(*m_sandbox));
        QCOMPARE(dry.json()["totals"_L1].toArray(), expected);
        const Output copied = call(copy() + QStringList{u"--json"_s}, credentialsOf(*m_sandbox));
        QVERIFY2(copied.code == 0, copied.all().constData());
        QVERIFY(!copied.json().contains("totals"_L1));
    }

    void summaryHasWhatThePlanReports()
    {
        const Output planned = plan({u"--json"_s, u"--xlsx"_s, path(u"plan.xlsx"_s)});
        const XlsxSheet summary = xlsxSheets(path(u"plan.xlsx"_s)).value(0);
        QStringList cells;
        for (int row = 1; row < 40; ++row)
            cells.append(summary.at(u"A%1"_s.arg(row)) + u'|' + summary.at(u"B%1"_s.arg(row)));
        for (const QString &fact : {u"s Units"_s, u"s Scratch"_s, u"s Sheet1"_s, u"s B3:"_s, u"s B3:D6"_s, u"n 5.0"_s,
                                    u"n 1.0"_s, u"n 3.0"_s})
            QVERIFY2(!cells.filter(u'|' + fact).isEmpty(), qPrintable(fact));
        QVERIFY(cells.contains(u"s 2026|n 5.3"_s));
        const QJsonArray findings = planned.json()["findings"_L1].toArray();
        QVERIFY(!findings.isEmpty());
        for (const QJsonValue &finding : findings)
            QVERIFY(cells.contains(u"s "_s + finding["message"_L1].toString() + u'|'));
    }

    void textListsTheFirstChanges()
    {
        const Output planned = plan({});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QVERIFY(planned.out.contains("2026: 5.3 before, 19.6 after, difference 14.3"));
        QVERIFY(planned.out.contains("Rows gone: 00123x; left."));
        QVERIFY(planned.out.contains("C4 (2026): changed from 0.2 to 12.5 (difference 12.3)"));
        QCOMPARE(planned.out.count("\nCell "), 9);
        Rows many;
        for (int row = 0; row < 30; ++row)
            many.append(QJsonArray{row});
        const DataSetFolder folder;
        folder.write(name, {{u"Row"_s, u"LONG"_s}}, many);
        m_sandbox = std::make_unique<SandboxProcess>(folder.options());
        QVERIFY(m_sandbox->isUp());
        const Output longer = plan({});
        QCOMPARE(longer.out.count("\nCell "), 20);
        QVERIFY(longer.out.contains("and 11 more cells"));
    }

    void withoutDifferencesTheCodeIsZero()
    {
        QCOMPARE(call(copy(), credentialsOf(*m_sandbox)).code, 0);
        const Output planned = plan({u"--json"_s, u"--csv"_s, path(u"plan.csv"_s), u"--xlsx"_s, path(u"plan.xlsx"_s)});
        QVERIFY2(planned.code == 0, planned.all().constData());
        QCOMPARE(planned.json()["totals"_L1][0]["difference"_L1].toString(), u"0"_s);
        QCOMPARE(csvRows(path(u"plan.csv"_s)).size(), 1);
        QCOMPARE(placesOf(xlsxSheets(path(u"plan.xlsx"_s)).value(1)), QStringList());
    }

    // The library that writes .xlsx files would write numbers with the comma.
    void numbersAreNumbersInEveryLocale()
    {
        const QTemporaryDir locales;
        QCOMPARE(QProcess::execute(u"localedef"_s,
                                   {u"-i"_s, u"de_DE"_s, u"-f"_s, u"UTF-8"_s, locales.filePath(u"de_DE.UTF-8"_s)}),
                 0);
        QProcessEnvironment environment = credentialsOf(*m_sandbox);
        environment.insert(u"LOCPATH"_s, locales.path());
        environment.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
        // glibc's newlocale(), which a library of libcurl's calls as it is loaded, leaks the path of LOCPATH.
        QFile suppressions(locales.filePath(u"leaks"_s));
        QVERIFY(suppressions.open(QIODevice::WriteOnly) && suppressions.write("leak:argz_add_sep\n") > 0);
        suppressions.close();
        environment.insert(u"LSAN_OPTIONS"_s, u"suppressions="_s + suppressions.fileName());
        const Output planned = call(planArguments({u"--xlsx"_s, path(u"plan.xlsx"_s)}), environment);
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(xlsxSheets(path(u"plan.xlsx"_s)).value(1).at(u"E4"_s), u"n 12.5"_s);
    }

    void fileThatCannotBeWrittenIsEleven_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("CSV") << u"--csv"_s;
        QTest::newRow("xlsx") << u"--xlsx"_s;
    }
    void fileThatCannotBeWrittenIsEleven()
    {
        QFETCH(QString, option);
        const Cells held = SheetProbe(*m_sandbox).read();
        const QString missing = path(u"missing/file"_s);
        const QString other = option == u"--csv"_s ? u"--xlsx"_s : u"--csv"_s;
        const Output planned = plan({u"--json"_s, option, missing, other, path(u"other"_s)});
        QVERIFY2(planned.code == 11, planned.all().constData());
        QCOMPARE(planned.json()["state"_L1].toString(), u"planned"_s);
        QVERIFY2(planned.err.contains(missing.toUtf8()), planned.err.constData());
        QVERIFY(QFile::exists(path(u"other"_s)));
        QVERIFY(isUntouched(held));
    }

    void interruptedFileIsNotWritten_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("CSV") << u"--csv"_s;
        QTest::newRow("xlsx") << u"--xlsx"_s;
    }
    void interruptedFileIsNotWritten()
    {
        QFETCH(QString, option);
        const DataSetFolder folder;
        folder.write(u"Many"_s, {{u"Unit"_s, u"STRING"_s}, {u"Amount"_s, u"LONG"_s}},
                     Rows(50'000, QJsonArray{u"North"_s, 1}));
        const SandboxProcess sandbox(folder.options());
        const QString file = path(u"interrupted"_s);
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.start(QStringLiteral(CLI_PROGRAM),
                      Caller{sandbox, u"Many"_s, u"B3:"_s, m_files.path()}.planArguments() + QStringList{option, file});
        QVERIFY(process.waitForReadyRead(60'000)); // the report; the file is next
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 9);
        QVERIFY(process.readAllStandardError().contains(file.toUtf8()));
        QCOMPARE(QDir(m_files.path()).entryList({u"interrupted*"_s}), QStringList());
    }

    void sameFileTwiceIsWrongUse_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("the same path") << path(u"plan"_s) << path(u"plan"_s);
        QTest::newRow("another spelling") << path(u"plan"_s) << m_files.path() + u"/./plan"_s;
    }
    void sameFileTwiceIsWrongUse()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        const Output refused = plan({u"--json"_s, u"--csv"_s, one, u"--xlsx"_s, other});
        QVERIFY2(refused.code == 2, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["subject"_L1].toString(), other);
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), m_tokens);
        QVERIFY(!QFile::exists(one));
    }

    void planThatFailsWritesNoFile()
    {
        QStringList arguments =
            planArguments({u"--json"_s, u"--csv"_s, path(u"none.csv"_s), u"--xlsx"_s, path(u"none.xlsx"_s)});
        arguments[arguments.indexOf(u"--sheet"_s) + 1] = u"00000000000000000000000000000000"_s;
        const Output planned = call(arguments, credentialsOf(*m_sandbox));
        QVERIFY2(planned.code == 5, planned.all().constData());
        QVERIFY(!planned.json().contains("totals"_L1));
        QVERIFY(!QFile::exists(path(u"none.csv"_s)) && !QFile::exists(path(u"none.xlsx"_s)));
    }

    void optionsForWritingAreWrongUse_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--yes", "--dry-run", "--allow-clearing", "--wait", "--ignore-earlier"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }
    void optionsForWritingAreWrongUse()
    {
        QFETCH(QString, option);
        QCOMPARE(plan({option}).code, 2);
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), m_tokens);
    }

    void filesAreOptionsOfPlanAlone()
    {
        QCOMPARE(call(copy() + QStringList{u"--csv"_s, path(u"plan.csv"_s)}, credentialsOf(*m_sandbox)).code, 2);
        const Output help = call({u"plan"_s, u"--help"_s}, QProcessEnvironment::systemEnvironment());
        QCOMPARE(help.code, 0);
        for (const char *option : {"--dataset", "--region", "--no-header", "--data-dir", "--json", "--csv", "--xlsx",
                                   "DOMO_CLIENT_ID", "Exit codes"})
            QVERIFY2(help.out.contains(option), option);
    }

private:
    [[nodiscard]] QString path(const QString &file) const { return m_files.filePath(file); }

    [[nodiscard]] QStringList copy() const { return copyArguments(*m_sandbox, name, u"B3:"_s, m_files.path()); }

    [[nodiscard]] QStringList planArguments(const QStringList &options) const
    {
        return Caller{*m_sandbox, name, u"B3:"_s, m_files.path()}.planArguments() + options;
    }

    [[nodiscard]] Output plan(const QStringList &options) const
    {
        return call(planArguments(options), credentialsOf(*m_sandbox));
    }

    [[nodiscard]] bool isUntouched(const Cells &held) const
    {
        return m_sandbox->requests(u"updateValuesByRange"_s) == m_writes
            && difference(SheetProbe(*m_sandbox).read(), held).isEmpty();
    }

    // Of the changes, in the order of their rows.
    [[nodiscard]] static QStringList placesOf(const XlsxSheet &sheet)
    {
        QStringList places;
        for (int row = 2; sheet.cells.contains(u"A%1"_s.arg(row)); ++row)
            places.append(sheet.text(u"A%1"_s.arg(row)));
        return places;
    }

    DataSetFolder m_folder;
    QTemporaryDir m_files;
    std::unique_ptr<SandboxProcess> m_sandbox;
    int m_writes = 0; // requests before the program's
    int m_tokens = 0; // likewise
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
