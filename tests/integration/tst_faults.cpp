#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"
#include "support/sidebyside.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::RunReport;
using Writeback::State;

namespace {

const QString ledgerName = u"Ledger"_s; // has texts that need the TEXT format before they are written
const QString plainName = u"Plain"_s; // has none
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"DECIMAL"_s}};
const QString region = u"B3:C40"_s;

constexpr int atOnce = 20;
constexpr auto stuck = std::chrono::seconds(120); // a run that has not ended by then will never end

Rows rowsOf(const QString &dataSet)
{
    const QString prefix = dataSet == plainName ? u"account "_s : QString();
    Rows rows;
    for (int i = 0; i < 30; ++i)
        rows.append({prefix + u"%1"_s.arg(i, 5, 10, '0'_L1), i * 0.25 - 3});
    return rows;
}

// The response to a change is missing, or to all requests that could replace it.
bool mayBeUnknown(const QString &fault)
{
    static const QStringList missing{u"500@updateValuesByRange#*"_s,    u"drop@updateValuesByRange#*"_s,
                                     u"hang@updateValuesByRange#*"_s,   u"403@getValuesByRange#2"_s,
                                     u"404@getValuesByRange#2"_s,       u"409@getValuesByRange#2"_s,
                                     u"malformed@getValuesByRange#2"_s, u"html@getValuesByRange#2"_s};
    return missing.contains(fault);
}

// The outcome of a change of formats cannot be read back.
bool isOfFormats(const QString &operation)
{
    return operation == "updateSheet"_L1 || operation == "getOperationById"_L1;
}

} // namespace

// Everything that can go wrong, with every operation that a run calls, once and permanently: the run ends, its report
// is true, and the next run without the fault corrects the sheet. The cases mostly wait, so they run side by side, each
// with its own sandbox, before the rows check their results.
class TestFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &dataSet : {ledgerName, plainName})
            m_folder.write(dataSet, columns, rowsOf(dataSet));
        QVERIFY(prepareSheets());
        // The slowest ones first.
        addCases("getOperationById", "#*", ledgerName);
        addCases("getOperationById", "#*", plainName);
        for (const char *operation : {"updateSheet", "updateValuesByRange"})
            addCases(operation, "#*", ledgerName);
        for (const char *operation : {"getOperationById", "getValuesByRange"})
            addCases(operation, "#2", ledgerName);
        for (const char *operation : {"getAccessToken", "tokenRequest", "getDataSet", "getSpreadsheetById",
                                      "getSheetById", "exportDataSet", "getValuesByRange"})
            addCases(operation, "#*", ledgerName);
        for (const char *operation :
             {"getAccessToken", "tokenRequest", "getDataSet", "getSpreadsheetById", "getSheetById", "exportDataSet",
              "getValuesByRange", "updateSheet", "updateValuesByRange", "getOperationById"})
            addCases(operation, "#1", ledgerName);
        m_cases.push_back(
            {u"fail-operation"_s, u"updateValuesByRange"_s, u"#*"_s, ledgerName, {u"--quirk"_s, u"atomic-put=no"_s}});
        if (const auto asked = rowsAskedFor(*this, "reportIsTrueAndTheNextRunCorrectsTheSheet"))
            std::erase_if(m_cases, [&asked](const Case &one) { return !asked->contains(one.name()); });
        playSideBySide(m_cases, atOnce, [this](Case &one) { play(one); });
    }

    void reportIsTrueAndTheNextRunCorrectsTheSheet_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(qPrintable(m_cases[i].name())) << int(i);
    }
    void reportIsTrueAndTheNextRunCorrectsTheSheet()
    {
        QFETCH(int, index);
        const Case &one = m_cases[size_t(index)];
        QVERIFY(one.isUp && one.met);
        QCOMPARE(one.lie, QString());
        QVERIFY2(!one.report.error || one.report.error->kind != Core::ErrorKind::Internal,
                 inWords(one.report).constData());
        if (one.report.state == State::OutcomeUnknown)
            QVERIFY2(mayBeUnknown(one.fault()) || isOfFormats(one.operation), inWords(one.report).constData());
        const bool shallHold = one.report.state == State::Verified;
        QVERIFY2(one.next.state == (shallHold ? State::NothingToDo : State::Verified)
                     || (one.report.state == State::OutcomeUnknown && one.next.state == State::NothingToDo),
                 inWords(one.next).constData());
        QCOMPARE(one.wrongAfterNext, QString());
        if (one.kind == "fail-operation"_L1 && one.operation == "updateValuesByRange"_L1)
            QVERIFY2(one.report.state
                         == (one.options.isEmpty() && one.report.operations.isEmpty() ? State::Failed
                                                                                      : State::PartlyWritten),
                     inWords(one.report).constData());
    }

    void lostRequestIsNotForgottenWhenItsRepeatIsRefused()
    {
        QVERIFY(m_folder.copyState(u"prepared"_s, u"lost"_s));
        const QString put = u"@updateValuesByRange#"_s;
        QStringList options = m_folder.options(u"lost"_s);
        options += {u"--fault"_s, u"drop"_s + put + u'1'};
        for (int call = 2; call < 9; ++call)
            options += {u"--fault"_s, u"403"_s + put + QString::number(call)};
        SandboxProcess sandbox(options);
        QVERIFY(sandbox.isUp());
        const RunReport report = runToEnd(sandbox.request(plainName, region));
        // The first request may still arrive.
        QVERIFY2(report.state == State::OutcomeUnknown, inWords(report).constData());
    }

private:
    struct Case
    {
        QString kind;
        QString operation;
        QString call; // "#1" or "#*"
        QString dataSet;
        QStringList options{};

        bool isUp = false;
        bool met = false; // the fault occurred in the run
        RunReport report{};
        RunReport next{};
        QString lie{}; // how the first report contradicts the sheet
        QString wrongAfterNext{};

        [[nodiscard]] QString fault() const { return kind + u'@' + operation + call; }
        [[nodiscard]] QString name() const
        {
            QStringList parts{fault(), dataSet, options.value(1)};
            parts.removeAll(QString());
            return parts.join(u", "_s);
        }
    };

    void addCases(const char *operation, const char *call, const QString &dataSet)
    {
        for (const char *kind : {"401", "403", "404", "409", "429", "500", "503", "drop", "truncate", "hang",
                                 "malformed", "html", "fail-operation", "lost-answer"})
            m_cases.push_back(
                {QString::fromLatin1(kind), QString::fromLatin1(operation), QString::fromLatin1(call), dataSet});
    }

    [[nodiscard]] bool prepareSheets()
    {
        Rows old;
        for (int row = 0; row < 45; ++row)
            old.append({u"keep"_s, row % 5 == 0 ? QJsonValue(u"=1+%1"_s.arg(row)) : QJsonValue(row),
                        u"old %1"_s.arg(row), u"keep"_s});
        place(m_before, 0, 0, old);
        for (const QString &dataSet : {ledgerName, plainName}) {
            Cells &desired = m_desired[dataSet];
            desired = m_before;
            clear(desired, 2, 1, 39, 2);
            place(desired, 2, 1, Rows{namesOf(columns)} + rowsOf(dataSet));
        }
        return m_folder.prepare(u"prepared"_s, old);
    }

    void play(Case &one) const
    {
        const QString state = one.name();
        if (!m_folder.copyState(u"prepared"_s, state))
            return;
        {
            SandboxProcess faulty(m_folder.options(state) + QStringList{u"--fault"_s, one.fault()} + one.options);
            one.isUp = faulty.isUp();
            if (!one.isUp)
                return;
            Writeback::RunRequest request = faulty.request(one.dataSet, region);
            if (one.kind == "hang"_L1)
                request.retry.idleTimeout = std::chrono::milliseconds(400);
            one.report = runToEnd(request, stuck);
            one.met = faulty.requests(one.operation) > 0;
        }
        SandboxProcess sound(m_folder.options(state));
        const SheetProbe probe(sound);
        const Cells &desired = m_desired.at(one.dataSet);
        one.lie = contradiction(one.report, probe.read(), m_before, desired);
        one.next = runToEnd(sound.request(one.dataSet, region));
        one.wrongAfterNext = difference(probe.read(), desired);
    }

    DataSetFolder m_folder;
    std::deque<Case> m_cases;
    Cells m_before;
    std::map<QString, Cells> m_desired; // by DataSet
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
