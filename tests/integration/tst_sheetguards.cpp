#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Accounts"_s;
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"DOUBLE"_s}};
const QJsonArray header{u"Account"_s, u"Amount"_s};
const Rows known{{u"Cash"_s, 10}, {u"Debt"_s, 20}, {u"Fees"_s, 30}};
// One account inserted at the top.
const Rows source{{u"Bank"_s, 9}, {u"Cash"_s, 10}, {u"Debt"_s, 20}, {u"Fees"_s, 30}};
const QString region = u"B3:C"_s;

// "E4: C4, Cash to Bank" for each place of a guard.
QStringList placesOf(const Output &output, const QString &guard)
{
    QStringList places;
    const QJsonArray all = guardIn(output, guard)["places"_L1].toArray();
    for (const QJsonValue &one : all) {
        QString text = one["place"_L1].toString();
        if (one["refersTo"_L1].isString())
            text += u": %1, %2 to %3"_s.arg(one["refersTo"_L1].toString(), one["before"_L1].toString(),
                                            one["after"_L1].toString());
        places.append(text);
    }
    return places;
}

} // namespace

// The guards that read more of the sheet than the region's values: what they name, and that each stops a run or lets it
// go on.
class TestSheetGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, source); }

    void formulasAndLinksAreNamedWhereAnAccountIsInserted()
    {
        QVERIFY(start({u"--range-link"_s, u"Scratch/Sheet1!B5:C5"_s, u"--range-link"_s, u"Scratch/Sheet1!B4:C6"_s,
                       u"--range-link"_s, u"Scratch/Sheet1!A1:Z1000"_s}));
        QVERIFY(writeAround());
        const Output planned = caller().plan({u"--key"_s, u"Account"_s});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"keys-under-formulas"_s), u"warn"_s);
        QCOMPARE(guardIn(planned, u"keys-under-formulas"_s)["actual"_L1].toInt(), 4);
        QCOMPARE(placesOf(planned, u"keys-under-formulas"_s),
                 (QStringList{u"C1: C5, Debt to Cash"_s, u"E4: C4, Cash to Bank"_s, u"A5: C6, Fees to Debt"_s,
                              u"E5: C4:C5, Cash to Bank"_s}));
        QCOMPARE(placesOf(planned, u"keys-under-links"_s),
                 (QStringList{u"B4:C6: B4:C6, Cash to Bank"_s, u"B5:C5: B5:C5, Debt to Cash"_s}));
        const QString message = messageOf(planned, u"keysUnderFormulas"_s);
        QVERIFY2(message.contains(u"\"Debt\""_s) && message.contains(u"\"Cash\""_s), qPrintable(message));
    }

    void formulasOfOtherSheetsAreNamed()
    {
        QVERIFY(start({}));
        const QString filing = u"Quarterly Filing"_s;
        QVERIFY(SheetProbe(*m_sandbox, filing, u"Trial Balance"_s).write(u"B3:C6"_s, Rows{header} + known));
        QVERIFY(SheetProbe(*m_sandbox, filing, u"Statements"_s)
                    .write(u"H1:H3"_s, Rows{{u"='Trial Balance'!C4"_s}, {u"=C4"_s}, {u"=SUM('Trial Balance'!C:C)"_s}}));
        const QStringList plan = planIn(u"Trial Balance"_s, region)
            + QStringList{u"--key"_s, u"Account"_s, u"--guard"_s, u"keys-under-formulas=stop"_s, u"--json"_s};
        const Output planned = call(plan, credentialsOf(*m_sandbox));
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"keys-under-formulas"_s), u"stop"_s);
        QCOMPARE(placesOf(planned, u"keys-under-formulas"_s), QStringList{u"'Statements'!H1: C4, Cash to Bank"_s});
        const Output ordered = call(plan + QStringList{u"--keep-order"_s}, credentialsOf(*m_sandbox));
        QCOMPARE(verdictIn(ordered, u"keys-under-formulas"_s), u"passed"_s);
    }

    // A copy makes no request for them, unless a person has chosen a level.
    void copyChecksOnlyWhatWasChosen()
    {
        QVERIFY(start({u"--range-link"_s, u"Scratch/Sheet1!B5:C5"_s}));
        QVERIFY(writeAround());
        const Cells before = SheetProbe(*m_sandbox).read();
        for (const QString &guard : {u"keys-under-formulas"_s, u"keys-under-links"_s}) {
            const Output stopped = caller().copy({u"--key"_s, u"Account"_s, u"--guard"_s, guard + u"=stop"_s});
            QVERIFY2(stopped.code == 4, stopped.all().constData());
            QCOMPARE(verdictIn(stopped, guard), u"stop"_s);
            QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(guard));
            QCOMPARE(difference(SheetProbe(*m_sandbox).read(), before), QString());
        }
        QCOMPARE(m_sandbox->requests(u"getRangeLinks"_s), 1);
        QCOMPARE(m_sandbox->requests(u"getTableCells"_s), 0);
        const Output copied = caller().copy({u"--key"_s, u"Account"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(copied, u"keys-under-formulas"_s), u"notMade"_s);
        QCOMPARE(m_sandbox->requests(u"getRangeLinks"_s), 1);
        QCOMPARE(m_sandbox->requests(u"getTableCells"_s), 0);
    }

    void keptOrderMovesNothingAndSendsTheNewRowAlone()
    {
        QVERIFY(start({u"--range-link"_s, u"Scratch/Sheet1!B5:C5"_s}));
        QVERIFY(writeAround());
        const qint64 sent = m_sandbox->bytes(u"updateValuesByRange"_s);
        const Output copied = caller().copy({u"--key"_s, u"Account"_s, u"--keep-order"_s, u"--guard"_s,
                                             u"keys-under-formulas=stop"_s, u"--guard"_s, u"keys-under-links=stop"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(copied, u"keys-under-formulas"_s), u"passed"_s);
        QCOMPARE(verdictIn(copied, u"keys-under-links"_s), u"passed"_s);
        QCOMPARE(copied.json()["written"_L1].toInt(), 2);
        QCOMPARE(m_sandbox->bytes(u"updateValuesByRange"_s) - sent,
                 qint64(QByteArray(R"({"values":[["Bank",9]]})").size()));
        Cells wanted;
        place(wanted, 2, 1, Rows{header} + known + Rows{source[0]});
        placeAround(wanted);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
    }

    void withoutAKeyTheChecksAreNotMade()
    {
        m_folder.write(u"Twice"_s, columns, {{u"Cash"_s, 1}, {u"Cash"_s, 1}});
        QVERIFY(start({}));
        const Output planned = caller(u"Twice"_s).plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"keys-under-formulas"_s), u"notMade"_s);
        QCOMPARE(guardIn(planned, u"keys-under-formulas"_s)["unread"_L1].toString(), u"noKey"_s);
        m_folder.write(u"Twice"_s, columns, {});
    }

    void cellsOfTheTableAreNamed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("guard");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("locked") << QStringList{u"--locked-cells"_s, u"Scratch/Sheet1!B4:C4"_s,
                                               u"--locked-cells"_s, u"Scratch/Sheet1!C6"_s,
                                               u"--quirk"_s,        u"locked-cells=skip"_s}
                                << u"locked-cells"_s << u"stop"_s << QStringList{u"B4:C4"_s, u"C6"_s};
        QTest::newRow("linked") << QStringList{u"--linked-cells"_s, u"Scratch/Sheet1!C4:C5"_s} << u"linked-cells"_s
                                << u"warn"_s << QStringList{u"C4:C5"_s};
        QTest::newRow("no input cells") << QStringList{u"--input-cells"_s, u"Scratch/Sheet1!B3:B9"_s}
                                        << u"not-input-cells"_s << u"stop"_s << QStringList{u"C3:C7"_s};
    }
    void cellsOfTheTableAreNamed()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, guard);
        QFETCH(QString, verdict);
        QFETCH(QStringList, places);
        QVERIFY(start(options));
        const Output planned = caller().plan({});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, guard), verdict);
        QCOMPARE(placesOf(planned, guard), places);
        const Output stopped = caller().copy({u"--guard"_s, guard + u"=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        QVERIFY(SheetProbe(*m_sandbox).read().empty());
        const Output warned = caller().copy({u"--guard"_s, guard + u"=warn"_s});
        QVERIFY2(warned.code != 4, warned.all().constData());
        QCOMPARE(verdictIn(warned, guard), u"warn"_s);
        QVERIFY(m_sandbox->requests(u"updateValuesByRange"_s) > 0);
        const Output off = caller().plan({u"--guard"_s, guard + u"=off"_s});
        QCOMPARE(verdictIn(off, guard), u"off"_s);
    }

    // The sandbox's summary has a rich title in merged cells, and linked cells below it.
    void mergedAndRichCellsAreNamed()
    {
        QVERIFY(start({}));
        QStringList arguments = planIn(u"Statements"_s, u"A1:C"_s) + QStringList{u"--json"_s};
        const Output planned = call(arguments, credentialsOf(*m_sandbox));
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(placesOf(planned, u"rich-text-cells"_s), QStringList{u"A1"_s});
        QCOMPARE(placesOf(planned, u"merged-cells"_s), QStringList{u"B1"_s}); // C1 is not written
        QCOMPARE(placesOf(planned, u"linked-cells"_s), (QStringList{u"B2:C2"_s}));
        arguments += QStringList{u"--guard"_s, u"merged-cells=off"_s, u"--guard"_s, u"rich-text-cells=stop"_s};
        const Output other = call(arguments, credentialsOf(*m_sandbox));
        QCOMPARE(verdictIn(other, u"merged-cells"_s), u"off"_s);
        QCOMPARE(verdictIn(other, u"rich-text-cells"_s), u"stop"_s);
    }

    // Of all sheets, during the run.
    void cellsOfTheSpreadsheetAreCounted()
    {
        QVERIFY(start({}));
        const QString filing = u"Quarterly Filing"_s;
        const QString balance = u"Trial Balance"_s;
        QVERIFY(SheetProbe(*m_sandbox, filing, balance).write(region + u'6', Rows{header} + known));
        QVERIFY(SheetProbe(*m_sandbox, filing, balance).write(u"A1:A2"_s, Rows{{u"=C4"_s}, {u""_s}}));
        QVERIFY(SheetProbe(*m_sandbox, filing, u"Statements"_s).write(u"H1:H2"_s, Rows{{7}, {true}}));
        const QStringList plan = planIn(balance, region) + QStringList{u"--json"_s};
        const Output planned = call(plan, credentialsOf(*m_sandbox));
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"spreadsheet-full"_s), u"passed"_s);
        qsizetype filled = 2; // of the row that is added
        for (const QString &sheet : m_sandbox->sheetsOf(filing))
            filled += qsizetype(SheetProbe(*m_sandbox, filing, sheet).read().size());
        QCOMPARE(guardIn(planned, u"spreadsheet-full"_s)["actual"_L1].toInt(), filled);
        QCOMPARE(guardIn(planned, u"spreadsheet-full"_s)["expected"_L1].toInt(), 2'000'000);
        const Output off = call(plan + QStringList{u"--guard"_s, u"spreadsheet-full=off"_s}, credentialsOf(*m_sandbox));
        QCOMPARE(verdictIn(off, u"spreadsheet-full"_s), u"off"_s);
    }

    void formulaReplacedByItsOwnValueIsAClassOfItsOwn()
    {
        QVERIFY(start({}));
        QVERIFY(SheetProbe(*m_sandbox)
                    .write(region + u'7',
                           Rows{header,
                                {u"Bank"_s, u"=4+5"_s},
                                {u"Cash"_s, u"=9+2"_s},
                                {u"Debt"_s, 20},
                                {u"Fees"_s, u"=0.1*300"_s}}));
        const Output planned = caller().plan({});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(placesOf(planned, u"equal-formulas"_s), (QStringList{u"C4"_s, u"C7"_s}));
        QCOMPARE(verdictIn(planned, u"equal-formulas"_s), u"warn"_s);
        const Output stopped = caller().copy({u"--guard"_s, u"equal-formulas=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        const Output copied = caller().copy({});
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(copied, u"equal-formulas"_s), u"warn"_s); // never silent
        const Output again = caller().copy({});
        QCOMPARE(verdictIn(again, u"equal-formulas"_s), u"passed"_s);
    }

private:
    [[nodiscard]] bool start(const QStringList &options)
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options() + options);
        return m_sandbox->isUp();
    }

    // Into a sheet of the sandbox's filing.
    [[nodiscard]] QStringList planIn(const QString &sheet, const QString &into) const
    {
        const auto request = m_sandbox->request(name, into, u"Quarterly Filing"_s, sheet);
        QStringList arguments = caller().planArguments();
        arguments[arguments.indexOf(u"--spreadsheet"_s) + 1] = request.spreadsheetId;
        arguments[arguments.indexOf(u"--sheet"_s) + 1] = request.sheetId;
        arguments[arguments.indexOf(u"--region"_s) + 1] = into;
        return arguments;
    }

    // The known accounts, and formulas beside them: two of them cover all rows.
    [[nodiscard]] bool writeAround() const
    {
        const SheetProbe probe(*m_sandbox);
        return probe.write(u"B3:C6"_s, Rows{header} + known) && probe.write(u"C1"_s, Rows{{u"=C5+1"_s}})
            && probe.write(u"A5"_s, Rows{{u"=C6"_s}})
            && probe.write(u"E3:E8"_s,
                           Rows{{u"=SUM(C:C)"_s},
                                {u"=C4*2"_s},
                                {u"=SUM(C4:C5)"_s},
                                {u"=SUM(C4:C7)"_s},
                                {u"=E4+A1"_s},
                                {u"plain"_s}});
    }

    static void placeAround(Cells &cells)
    {
        place(cells, 0, 2, Rows{{u"=C5+1"_s}});
        place(cells, 4, 0, Rows{{u"=C6"_s}});
        place(
            cells, 2, 4,
            Rows{{u"=SUM(C:C)"_s}, {u"=C4*2"_s}, {u"=SUM(C4:C5)"_s}, {u"=SUM(C4:C7)"_s}, {u"=E4+A1"_s}, {u"plain"_s}});
    }

    [[nodiscard]] static QString messageOf(const Output &output, const QString &kind)
    {
        const QJsonArray findings = output.json()["findings"_L1].toArray();
        for (const QJsonValue &one : findings) {
            if (one["kind"_L1].toString() == kind)
                return one["message"_L1].toString();
        }
        return {};
    }

    [[nodiscard]] Caller caller(const QString &dataSet = name) const
    {
        return {*m_sandbox, dataSet, region, m_history.path()};
    }

    DataSetFolder m_folder;
    QTemporaryDir m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestSheetGuards)
#include "tst_sheetguards.moc"
