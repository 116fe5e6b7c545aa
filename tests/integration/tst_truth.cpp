#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/sidebyside.h"

#include <QFile>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunReport;
using Writeback::State;

namespace {

const QString dataSet = u"Ledger"_s;
const QString region = u"B3:F40"_s;
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s},
                                           {u"Amount"_s, u"DECIMAL"_s},
                                           {u"Booked"_s, u"DATE"_s},
                                           {u"Note"_s, u"STRING"_s},
                                           {u"Rate"_s, u"DOUBLE"_s}};

constexpr int atOnce = 16;
constexpr auto stuck = std::chrono::seconds(180); // a run that has not ended by then will never end

constexpr std::array kinds{"401",
                           "403",
                           "404",
                           "406",
                           "409",
                           "429",
                           "500",
                           "503",
                           "drop",
                           "truncate",
                           "hang",
                           "malformed",
                           "html",
                           "fail-operation",
                           "lost-answer",
                           "refused-but-done",
                           "refused-but-done-400",
                           "refused-but-done-404",
                           "refused-but-done-429",
                           "refused-but-done-500",
                           "refused-done-later",
                           "refused-done-later-400",
                           "refused-done-later-404",
                           "refused-done-later-500",
                           "empty-200",
                           "late",
                           "pages-without-end"};
constexpr std::array operations{"getAccessToken",   "tokenRequest",        "getDataSet",  "getSpreadsheetById",
                                "getSheetById",     "exportDataSet",       "updateSheet", "getValuesByRange",
                                "getOperationById", "updateValuesByRange", "getSheetData"};
constexpr std::array quirks{"",
                            "read-lag=60",
                            "range=relative",
                            "range=request",
                            "range=absent",
                            "blank-rows=empty",
                            "edge-read=refused",
                            "open-read=refused",
                            "locked-cells=fail",
                            "locked-cells=skip",
                            "locked-cells=refuse",
                            "links=refuse",
                            "date-raw=serial",
                            "date-raw=text",
                            "text-keeps=lf",
                            "text-keeps=nfc",
                            "text-keeps=trimmed",
                            "digits=15",
                            "format-kept=no",
                            "operation-address=body",
                            "operation-address=both",
                            "operation-address=none",
                            "operation-words=capitals",
                            "operation-words=other",
                            "atomic-put=no",
                            "overlap=conflict",
                            "grow=no",
                            "coercion=no",
                            "formula-in-text=yes"};

// A cell that contains the serial number of the wanted date counts as that date.
Cells withDates(Cells held, const Cells &wanted)
{
    for (auto &[place, value] : held) {
        const auto date = wanted.find(place);
        const QDate day = date == wanted.end() ? QDate() : QDate::fromString(date->second.toString(), Qt::ISODate);
        if (day.isValid() && value == QJsonValue(QDate(1899, 12, 30).daysTo(day)))
            value = date->second;
    }
    return held;
}

// The notation of a formula in the expected content: never equal to a text with the same characters.
QString formula(const QString &text)
{
    return u"(formula) "_s + text;
}

// Read in both ways, because the raw text alone does not distinguish a formula from a text.
Cells heldBy(const SheetProbe &probe, const Cells &wanted)
{
    Cells held = withDates(probe.read(), wanted);
    const Cells calculated = probe.read("calculated");
    for (auto &[place, value] : held) {
        const auto shown = calculated.find(place);
        if (value.toString().startsWith(u'=') && (shown == calculated.end() || shown->second != value))
            value = formula(value.toString());
    }
    return held;
}

bool isDoneLater(const QString &fault)
{
    return fault.startsWith("refused-done-later"_L1) || fault.startsWith("late"_L1);
}

// A number with 16 digits is written as text; otherwise it would be rounded on its way to the file.
Rows dataRows(bool toFile)
{
    Rows rows;
    for (int i = 0; i < 20; ++i) {
        const double rate = i / 3.0;
        rows.append(
            {i == 7 ? u"=1+1"_s : u"%1"_s.arg(i, 5, 10, '0'_L1), i * 0.25 - 3,
             u"2026-01-%1"_s.arg(i + 1, 2, 10, '0'_L1), i == 3 ? u"line 1\r\nline 2 "_s : u"cafe\u0301 %1"_s.arg(i),
             toFile ? QJsonValue(QString::number(rate, 'g', QLocale::FloatingPointShortest)) : QJsonValue(rate)});
    }
    return rows;
}

using Method = Sheet::UpdateMethod::Kind;

constexpr std::array methods{Method::Replace, Method::Append, Method::Upsert, Method::Partition};
constexpr int note = 3; // the column that identifies rows

// What a method is played on, and what it is to leave.
struct Scene
{
    Cells before{};
    Cells desired{};
};

QString nameOf(Method method)
{
    return Sheet::name({.kind = method});
}

QString preparedFor(Method method)
{
    return u"prepared for "_s + nameOf(method);
}

// The rows of the region before Append, Upsert and Partition: some of them have a note of the data, one of them twice
// where rows of a partition are replaced together.
Rows olderRows(Method method)
{
    const Rows data = dataRows(false);
    Rows rows;
    for (const int i : {2, 9, 0})
        rows.append({u"older %1"_s.arg(i), i, u"older"_s, data[i][note], i % 2});
    rows.insert(1, {u"older"_s, 7, u"older"_s, u"not in the data"_s, 1});
    if (method == Method::Partition)
        rows.append(rows.first());
    return rows;
}

// Written once more for the test, and differently: rows are taken out and put in, one by one.
Rows rowsAfter(Method method, Rows rows)
{
    const Rows data = dataRows(false);
    const auto place = [&rows](const QJsonValue &key) {
        const auto found = std::ranges::find_if(rows, [&key](const QJsonArray &row) { return row[note] == key; });
        return found == rows.end() ? -1 : int(found - rows.begin());
    };
    for (const QJsonArray &row : data) {
        int at = method == Method::Append ? -1 : place(row[note]);
        if (at < 0)
            at = int(rows.size());
        else
            rows.removeAt(at);
        while (method == Method::Partition && place(row[note]) >= 0)
            rows.removeAt(place(row[note]));
        rows.insert(at, row);
    }
    return rows;
}

// One of this many cases is played.
size_t sample()
{
    bool isTold = false;
    const int told = qEnvironmentVariableIntValue("WRITEBACK_SOAK", &isTold);
    return isTold && told > 0 ? size_t(told) : 311;
}

} // namespace

// Every fault, with every call of a run, the first time, the second time and permanently, under every quirk that can
// affect it, for Replace and, in turn, one of the other update methods: what a run reports about the sheet is compared
// with an independent reading, once at its end and once when nothing is pending any more. Sampled: WRITEBACK_SOAK=1
// plays all cases, which takes long; a case selected by its name is always played. The cases mostly wait, so they run
// side by side, each with its own sandbox.
class TestTruth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.write(dataSet, columns, dataRows(true));
        QVERIFY(prepare());
        const auto asked = rowsAskedFor(*this, "noStateContradictsTheSheet");
        const auto add = [this, &asked](const Case &one, bool isSampled) {
            if (asked ? asked->contains(one.name()) : isSampled)
                m_cases.push_back(one);
        };
        for (const Method method : methods) {
            for (const char *quirk : quirks)
                add({method, QString(), QString::fromLatin1(quirk)}, true);
        }
        size_t number = 0;
        for (const char *operation : operations) {
            for (const char *kind : kinds) {
                for (const char *call : {"#1", "#2", "#*"}) {
                    const QString fault = u"%1@%2%3"_s.arg(QString::fromLatin1(kind), QString::fromLatin1(operation),
                                                           QString::fromLatin1(call));
                    for (const char *quirk : quirks) {
                        const Method other = methods[1 + number / 2 % (methods.size() - 1)];
                        for (const Method method : {Method::Replace, other})
                            add({method, fault, QString::fromLatin1(quirk)}, number++ % sample() == 0);
                    }
                }
            }
        }
        playSideBySide(m_cases, atOnce, [this](Case &one) { play(one); });
    }

    void noStateContradictsTheSheet_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(qPrintable(m_cases[i].name())) << int(i);
    }
    void noStateContradictsTheSheet()
    {
        QFETCH(int, index);
        const Case &one = m_cases[size_t(index)];
        QCOMPARE(one.lie, QString());
        QVERIFY2(!one.report.error || one.report.error->kind != Core::ErrorKind::Internal,
                 inWords(one.report).constData());
    }

    // A method that always refused would contradict nothing.
    void everyMethodWrites()
    {
        for (const Case &one : m_cases) {
            if (one.fault.isEmpty() && one.quirk.isEmpty())
                QVERIFY2(one.report.state == State::Verified,
                         qPrintable(one.name() + QString::fromUtf8(inWords(one.report))));
        }
    }

    void cleanupTestCase()
    {
        std::map<QString, int> ends;
        for (const Case &one : m_cases)
            ++ends[Writeback::name(one.report.state)];
        QStringList table{u"%1 cases"_s.arg(m_cases.size())};
        for (const auto &[state, count] : ends)
            table.append(u"%1 %2"_s.arg(count).arg(state));
        qInfo().noquote() << table.join(u", "_s);
    }

private:
    struct Case
    {
        Method method = Method::Replace;
        QString fault; // KIND@OPERATION#CALL; empty: none
        QString quirk; // NAME=VALUE; empty: all defaults

        RunReport report{};
        QString lie{};

        [[nodiscard]] QString name() const
        {
            QStringList parts{method == Method::Replace ? QString() : nameOf(method), fault, quirk};
            parts.removeAll(QString());
            return parts.isEmpty() ? u"as usual"_s : parts.join(u", "_s);
        }
    };

    [[nodiscard]] bool prepare()
    {
        return std::ranges::all_of(methods, [this](Method method) {
            return method == Method::Replace ? prepareReplace() : prepareRows(method);
        });
    }

    [[nodiscard]] bool prepareReplace()
    {
        Rows old;
        for (int row = 0; row < 45; ++row)
            old.append({u"keep"_s, row % 5 == 0 ? QJsonValue(u"=1+%1"_s.arg(row)) : QJsonValue(row),
                        u"old %1"_s.arg(row), row, u"note"_s, row % 2, u"keep"_s});
        auto &[before, desired] = m_scenes[Method::Replace];
        place(before, 0, 0, old);
        for (int row = 0; row < 45; row += 5)
            before[{row, 1}] = formula(u"=1+%1"_s.arg(row));
        desired = before;
        clear(desired, 2, 1, 39, 5);
        place(desired, 2, 1, Rows{namesOf(columns)} + dataRows(false));
        return m_folder.prepare(preparedFor(Method::Replace), old);
    }

    [[nodiscard]] bool prepareRows(Method method)
    {
        const Rows older = olderRows(method);
        Rows old(45, {u"keep"_s, QString(), QString(), QString(), QString(), QString(), u"keep"_s});
        const Rows inRegion = Rows{namesOf(columns)} + older;
        for (qsizetype row = 0; row < inRegion.size(); ++row) {
            for (int column = 0; column < columns.size(); ++column)
                old[2 + row][1 + column] = inRegion[row][column];
        }
        auto &[before, desired] = m_scenes[method];
        place(before, 0, 0, old);
        desired = before;
        clear(desired, 3, 1, 39, 5);
        place(desired, 3, 1, rowsAfter(method, older));
        return m_folder.prepare(preparedFor(method), old);
    }

    void play(Case &one) const
    {
        const QString state = one.name();
        if (!m_folder.copyState(preparedFor(one.method), state)) {
            one.lie = u"its sheets are not there"_s;
            return;
        }
        QStringList options = m_folder.options(state);
        if (!one.fault.isEmpty())
            options += {u"--fault"_s, one.fault};
        if (!one.quirk.isEmpty())
            options += {u"--quirk"_s, one.quirk};
        if (one.quirk.startsWith("locked-cells"_L1))
            options += {u"--locked-cells"_s, u"Scratch/Sheet1!C6:C7"_s};
        if (one.quirk.startsWith("links"_L1))
            options += {u"--linked-cells"_s, u"Scratch/Sheet1!C6:C7"_s};
        SandboxProcess sandbox(options);
        if (!sandbox.isUp()) {
            one.lie = u"the sandbox did not start"_s;
            return;
        }
        const auto &[before, desired] = m_scenes.at(one.method);
        Writeback::RunRequest request = sandbox.request(dataSet, region);
        request.update.kind = one.method;
        if (one.method == Method::Upsert)
            request.update.keys = {columns[note].first};
        if (one.method == Method::Partition)
            request.update.partition = {columns[note].first};
        request.retry.idleTimeout = std::chrono::milliseconds(400);
        if (isDoneLater(one.fault))
            request.lag = std::chrono::seconds(5); // the change arrives after 2
        one.report = runToEnd(request, stuck);

        const SheetProbe probe(sandbox);
        one.lie = contradiction(one.report, heldBy(probe, desired), before, desired);
        while (one.lie.isEmpty() && sandbox.pending() > 0) { } // until the service has applied everything
        if (one.lie.isEmpty() && one.report.state != State::PartlyWritten && one.report.state != State::Mismatch) {
            one.lie = contradiction(one.report, heldBy(probe, desired), before, desired);
            if (!one.lie.isEmpty())
                one.lie += u", when all had settled"_s;
        }
        QFile::remove(m_folder.path(state));
    }

    DataSetFolder m_folder;
    std::deque<Case> m_cases;
    std::map<Method, Scene> m_scenes;
};

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
