#include "sandbox/csvfile.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/xlsxcells.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Units"_s;
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Closed"_s, u"DATE"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows source{{u"North"_s, u"2026-05-31"_s, 13}, {u"East"_s, u"2026-05-30"_s, 4}, {u"West"_s, u"2026-05-29"_s, 8}};
const QString later = u"Later"_s; // has one row less, and one number changed

} // namespace

// Cells that somebody changes in the sheet between two runs.
class TestEdits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(name, columns, source);
        m_folder.write(later, columns, {{u"North"_s, u"2026-05-31"_s, 15}, {u"East"_s, u"2026-05-30"_s, 4}});
    }

    void init()
    {
        m_history = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options() + m_options);
        QVERIFY(m_sandbox->isUp());
        QCOMPARE(verdictIn(caller().plan(), u"cells-edited"_s), u"notMade"_s); // there was no run
        const Output first = caller().copy();
        QVERIFY2(first.code == 0, first.all().constData());
    }

    void nothingIsEditedRightAfterARun_data()
    {
        QTest::addColumn<QStringList>("quirks");
        for (const char *quirk : {"date-raw=iso", "date-raw=serial", "date-raw=text", "text-keeps=trimmed"})
            QTest::newRow(quirk) << QStringList{u"--quirk"_s, QString::fromLatin1(quirk)};
    }
    // In whatever form the sheet holds the dates.
    void nothingIsEditedRightAfterARun()
    {
        QFETCH(const QStringList, quirks);
        m_options = quirks;
        init();
        QVERIFY(probe().write(u"D9"_s, {{u"beside"_s}})); // the whole sheet has moved
        m_options.clear();
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData()); // D9 is in the region
        QCOMPARE(guardIn(planned, u"cells-edited"_s)["actual"_L1].toInt(), 1); // and it is not from a run
        QCOMPARE(guardIn(planned, u"cells-edited"_s)["where"_L1].toString(), u"D9"_s);
    }

    void editedCellIsNamedAndOverwritten()
    {
        QVERIFY(probe().write(u"D4:D5"_s, {{14}, {4}})); // the second as it was
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        const QJsonObject found = guardIn(planned, u"cells-edited"_s);
        QCOMPARE(found["verdict"_L1].toString(), u"warn"_s);
        QCOMPARE(found["actual"_L1].toInt(), 1);
        QCOMPARE(found["where"_L1].toString(), u"D4"_s);
        QVERIFY2(caller().copy().code == 0, planned.all().constData());
        QCOMPARE(heads(0), QJsonValue(13));
        QCOMPARE(verdictIn(caller().plan(), u"cells-edited"_s), u"passed"_s);
    }

    void editedCellStopsTheRunIfItsRuleSaysSo()
    {
        QVERIFY(probe().write(u"D4"_s, {{14}}));
        const Output refused = caller().copy({u"--guard"_s, u"cells-edited=stop"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(heads(0), QJsonValue(14));
        const Output accepted = caller().copy({u"--guard"_s, u"cells-edited=stop"_s, u"--accept"_s, u"cells-edited"_s,
                                               u"--reason"_s, u"a typing error"_s, u"--until"_s, u"2999-12-31"_s});
        QVERIFY2(accepted.code == 0, accepted.all().constData());
        QCOMPARE(heads(0), QJsonValue(13));
    }

    void editedCellIsKeptAndStaysEdited()
    {
        QVERIFY(probe().write(u"D4:D5"_s, {{14}, {u""_s}}));
        for (int run = 0; run < 2; ++run) { // what was kept once is not forgotten
            const Output kept = caller().copy({u"--keep-edited"_s});
            QVERIFY2(kept.code == 0, kept.all().constData());
            QCOMPARE(guardIn(kept, u"edits-kept"_s)["actual"_L1].toInt(), 2);
            QCOMPARE(kept.json()["changes"_L1]["kept"_L1].toInt(), 2);
            QCOMPARE(heads(0), QJsonValue(14));
            QCOMPARE(heads(1), QJsonValue());
        }
        QCOMPARE(guardIn(caller().plan(), u"cells-edited"_s)["actual"_L1].toInt(), 2);
    }

    void everyKeptEditStaysEdited_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("edits");
        QTest::newRow("two cells of a row") << u"B4:D4"_s << Rows{{u"Nord"_s, QJsonValue(), 14}} << 2;
        QTest::newRow("last row cleared") << u"B6:D6"_s << Rows{{u""_s, u""_s, u""_s}} << 3;
    }
    void everyKeptEditStaysEdited()
    {
        QFETCH(const QString, range);
        QFETCH(const Rows, rows);
        QFETCH(const int, edits);
        QVERIFY(probe().write(range, rows));
        const Output kept = caller().copy({u"--keep-edited"_s});
        QVERIFY2(kept.code == 0, kept.all().constData());
        QCOMPARE(guardIn(kept, u"edits-kept"_s)["actual"_L1].toInt(), edits);
        QCOMPARE(guardIn(caller().plan(), u"cells-edited"_s)["actual"_L1].toInt(), edits);
    }

    // The last verified run, the sheet, the data.
    void editedCellHasItsThreeValues()
    {
        QVERIFY(probe().write(u"D4"_s, {{14}}));
        QCOMPARE(editsIn(caller().plan()), (QStringList{u"D4 null 14 13"_s})); // an ad-hoc copy keeps no values
        QCOMPARE(runSaved(), "verified"_ba);
        QCOMPARE(editsIn(caller().plan()), QStringList());

        QVERIFY(probe().write(u"D4:D7"_s, {{14.5}, {4}, {u"eight"_s}, {7}}));
        const QString csv = m_history->filePath(u"plan.csv"_s);
        const QString xlsx = m_history->filePath(u"plan.xlsx"_s);
        const Output planned = caller(later).plan({u"--csv"_s, csv, u"--xlsx"_s, xlsx});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(editsIn(planned), (QStringList{u"D4 13 14.5 15"_s, u"D6 8 eight "_s, u"D7  7 "_s}));

        QFile file(csv);
        QVERIFY(file.open(QFile::ReadOnly));
        const Sheet::Grid rows = Sandbox::readCsv(file.readAll().mid(3));
        const XlsxSheet sheet = xlsxSheets(xlsx).value(1);
        QStringList left;
        for (int row = 1; row < rows.rows(); ++row) {
            const QString field = textOf(rows.at(row, 6));
            left.append(textOf(rows.at(row, 0)) + u' ' + field);
            QCOMPARE(sheet.cells.value(u"G%1"_s.arg(row + 1)).value.section(u".0"_s, 0, 0), field);
        }
        QCOMPARE(left, (QStringList{u"D4 13"_s, u"B6 "_s, u"C6 "_s, u"D6 8"_s, u"D7 (empty)"_s}));

        const Output said = call(caller(later).planArguments(), credentialsOf(*m_sandbox));
        for (const QByteArray &line : said.out.split('\n')) {
            if (line.contains(" D4 "))
                QVERIFY2(line.contains(" 13") && line.contains(" 14.5") && line.contains(" 15"), line.constData());
        }
        QVERIFY(said.out.contains(" D4 "));

        QCOMPARE(caller(later).copy({u"--allow-clearing"_s}).code, 0);
        QVERIFY(probe().write(u"D4"_s, {{14}}));
        QCOMPARE(editsIn(caller(later).plan()), (QStringList{u"D4 null 14 15"_s})); // what the saved run left is older
    }

    void cellThatIsNotToBeWrittenDoesNotMatter()
    {
        QVERIFY(probe().write(u"A1"_s, {{u"a note"_s}})); // outside the region
        QCOMPARE(verdictIn(caller().plan(), u"cells-edited"_s), u"passed"_s);
    }

    void runThatWasNotVerifiedLeavesNoTrace()
    {
        QVERIFY(probe().write(u"D4"_s, {{14}}));
        QVERIFY(caller().copy({u"--guard"_s, u"cells-edited=stop"_s}).code == 4);
        QCOMPARE(guardIn(caller().plan(), u"cells-edited"_s)["actual"_L1].toInt(), 1);
    }

private:
    // "D4 13 14 15": its place, and what the last verified run left, the sheet has, and the data has.
    [[nodiscard]] static QStringList editsIn(const Output &planned)
    {
        QStringList edits;
        const QJsonArray found = planned.json()["edited"_L1].toArray();
        for (const QJsonValue &edit : found)
            edits.append(u"%1 %2 %3 %4"_s.arg(edit["place"_L1].toString(), edit["left"_L1].toString(u"null"_s),
                                              edit["before"_L1].toString(), edit["after"_L1].toString()));
        return edits;
    }

    [[nodiscard]] static QString textOf(const Sheet::Cell &cell)
    {
        return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    }

    // As a saved writeback in a window; its state.
    [[nodiscard]] QByteArray runSaved() const
    {
        const Writeback::RunRequest request = m_sandbox->request(name, u"B3:"_s);
        QProcess process;
        process.setProcessEnvironment(credentialsOf(*m_sandbox));
        process.start(QStringLiteral(PROFILERUN),
                      {m_history->path(), request.dataSet()->domo.baseUrl.toString(),
                       request.workiva.baseUrl.toString(), request.dataSet()->dataSetId, request.spreadsheetId,
                       request.sheetId, u"B3:"_s});
        return process.waitForFinished(60'000) ? process.readAllStandardOutput().trimmed() : QByteArray();
    }

    [[nodiscard]] SheetProbe probe() const { return SheetProbe(*m_sandbox); }

    [[nodiscard]] QJsonValue heads(int row) const
    {
        const Cells cells = probe().read();
        const auto found = cells.find({3 + row, 3});
        return found == cells.end() ? QJsonValue() : found->second;
    }

    [[nodiscard]] Caller caller(const QString &dataSet = name) const
    {
        return {*m_sandbox, dataSet, u"B3:"_s, m_history->path()};
    }

    DataSetFolder m_folder;
    QStringList m_options; // of the sandbox
    std::unique_ptr<QTemporaryDir> m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
