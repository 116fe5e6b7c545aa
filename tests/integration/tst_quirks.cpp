#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::State;

namespace {

const QString nasty = u"Nasty"_s;
const QString wide = u"Wide"_s;
const QString plain = u"Plain"_s;

const QList<DataSetFolder::Column> nastyColumns{{u"Text"_s, u"STRING"_s},
                                                {u"Text"_s, u"STRING"_s},
                                                {QString(), u"DECIMAL"_s},
                                                {u"Day"_s, u"DATE"_s},
                                                {u"=1+1"_s, u"DATETIME"_s}};

// `formulas`: includes texts that begin with '='.
Rows nastyRows(bool formulas)
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    const QStringList texts{text("00123"),
                            text("1-2"),
                            text("5%"),
                            text("2026-01-31"),
                            text("+5"),
                            text("-1"),
                            text("@sum"),
                            text("'quote"),
                            text("TRUE"),
                            text("1e5"),
                            text("say \"hi\""),
                            text("a\r\nb"),
                            text("\\N"),
                            text(""),
                            text("12345678901234567890"),
                            text("漢字 🧾 ñ"),
                            text(" pad "),
                            text("(5)"),
                            text("$5"),
                            text("08:15"),
                            text("#N/A"),
                            text("1,5"),
                            text("null"),
                            text("-")};
    const QList<double> numbers{0, -0.5, 123456789012345, 1.5, 1e-7, -99999999.99, 1e15};
    Rows rows;
    for (int i = 0; i < texts.size(); ++i) {
        const QJsonValue number = i % 5 == 4 ? QJsonValue() : QJsonValue(numbers[i % numbers.size()]);
        const QJsonValue day = i % 6 == 5 ? QJsonValue() : QJsonValue(u"2026-01-%1"_s.arg(i + 1, 2, 10, '0'_L1));
        rows.append({texts[i], texts[texts.size() - 1 - i], number, day, u"2026-01-31T23:59:59"_s});
    }
    if (formulas)
        rows.append({text("=1+1"), text("=SUM(A1:A2)"), 1, QJsonValue(), QJsonValue()});
    return rows;
}

Rows wideRows()
{
    Rows rows;
    for (int row = 0; row < 1'100; ++row) {
        QJsonArray values;
        for (int column = 0; column < 30; ++column)
            values.append(row * 100 + column);
        rows.append(values);
    }
    return rows;
}

QList<DataSetFolder::Column> wideColumns()
{
    QList<DataSetFolder::Column> columns;
    for (int i = 0; i < 30; ++i)
        columns.append({u"C%1"_s.arg(i), u"LONG"_s});
    return columns;
}

QList<DataSetFolder::Column> plainColumns()
{
    QList<DataSetFolder::Column> columns = nastyColumns;
    columns[4].first = u"Time"_s;
    return columns;
}

} // namespace

// Undocumented behaviour of the services, in both variants: a run ends well with the right cells, or reports that it
// did not. It is never green with a wrong cell, and never has a changed sheet when it reports that nothing was written.
class TestQuirks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(nasty, nastyColumns, nastyRows(true));
        m_folder.write(plain, plainColumns(), nastyRows(false));
        m_folder.write(wide, wideColumns(), wideRows());
    }

    void reportIsTrue_data()
    {
        QTest::addColumn<QStringList>("options"); // of the sandbox
        QTest::addColumn<QString>("dataSet");
        QTest::addColumn<QList<State>>("states"); // the correct ones
        const QList<State> green{State::Verified};
        const QList<State> untouched{State::Refused, State::Failed};
        const QList<State> wrong{State::Mismatch};
        const auto row = [](const char *quirk, const QString &dataSet, const QList<State> &states) {
            QTest::addRow("%s, %s", quirk, qPrintable(dataSet))
                << QStringList{u"--quirk"_s, QString::fromLatin1(quirk)} << dataSet << states;
        };
        for (const char *quirk :
             {"grow=yes", "grow=no", "coercion=yes", "coercion=no", "formula-in-text=no", "atomic-put=yes",
              "atomic-put=no", "overlap=allowed", "overlap=conflict", "csv-null=empty", "csv-null=backslash-n"}) {
            row(quirk, nasty, green);
            row(quirk, plain, green);
        }
        row("formula-in-text=yes", nasty, wrong);
        row("formula-in-text=yes", plain, green);
        row("grow=yes", wide, green);
        row("grow=no", wide, untouched);
        row("overlap=conflict", wide, green);
        row("overlap=allowed", wide, green);
        row("atomic-put=no", wide, green);

        // Not quirks, but also allowed.
        QTest::newRow("relative links") << QStringList{u"--relative-links"_s} << wide << green;
        QTest::newRow("tokens that end during the run")
            << QStringList{u"--token-life"_s, u"1"_s, u"--operation-time"_s, u"700"_s, u"--latency"_s, u"50"_s} << plain
            << green;
    }
    void reportIsTrue()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, dataSet);
        QFETCH(QList<State>, states);

        SandboxProcess sandbox(m_folder.options() + options);
        QVERIFY(sandbox.isUp());
        SheetProbe probe(sandbox);
        const Rows old{{u"keep"_s, u"keep"_s}, {u"keep"_s, u"old"_s}};
        QVERIFY(probe.write(u"A1:B2"_s, old));
        Cells before;
        place(before, 0, 0, old);
        Cells desired = before;
        if (dataSet == wide)
            place(desired, 1, 1, Rows{namesOf(wideColumns())} + wideRows());
        else if (dataSet == nasty)
            place(desired, 1, 1, Rows{namesOf(nastyColumns)} + nastyRows(true));
        else
            place(desired, 1, 1, Rows{namesOf(plainColumns())} + nastyRows(false));

        const Writeback::RunRequest request = sandbox.request(dataSet, u"B2:"_s);
        const auto report = runToEnd(request);
        QVERIFY2(states.contains(report.state), inWords(report).constData());
        Cells held = probe.read();
        if (report.state == State::Mismatch) // a formula's own text is the desired one
            held = probe.read("calculated");
        QCOMPARE(contradiction(report, held, before, desired), QString());

        const auto again = runToEnd(request);
        const bool isGreen = report.state == State::Verified;
        QVERIFY2(again.state == (isGreen ? State::NothingToDo : report.state), inWords(again).constData());
    }

private:
    DataSetFolder m_folder;
};

QTEST_GUILESS_MAIN(TestQuirks)
#include "tst_quirks.moc"
