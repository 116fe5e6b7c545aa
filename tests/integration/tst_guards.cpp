#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Units"_s;
using Columns = QList<DataSetFolder::Column>;
const Columns columns{{u"Unit"_s, u"STRING"_s}, {u"Amount"_s, u"DOUBLE"_s}};
const Rows rows{{u"North"_s, 100}, {u"South"_s, 20}, {u"East"_s, 30}, {u"West"_s, 50}};

} // namespace

// The checks that compare the data with that of the last verified run, from the command line.
class TestGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<DataSetFolder>();
        m_data = std::make_unique<QTemporaryDir>();
        m_port.clear();
    }

    void withoutAnEarlierRunNothingHasPassed()
    {
        load(columns, rows);
        const Output first = copy();
        QVERIFY2(first.code == 0, first.all().constData());
        for (const char *guard : {"rows-fell", "total-moved", "keys-vanished"})
            QCOMPARE(verdictIn(first, QString::fromLatin1(guard)), u"notMade"_s);
    }

    void fewerRowsThanBeforeAreFound()
    {
        load(columns, rows);
        QCOMPARE(copy().code, 0);
        load(columns, rows.first(3));
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"rows-fell"_s), u"warn"_s);
        const Output refused = copy({u"--guard"_s, u"rows-fell=stop:24.99"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        const QJsonValue guard = guardIn(refused, u"rows-fell"_s);
        QCOMPARE(guard["actual"_L1].toInt(), 3);
        QCOMPARE(guard["expected"_L1].toInt(), 4);
        QCOMPARE(guard["threshold"_L1].toString(), u"24.99"_s);
        QVERIFY(refused.json()["error"_L1]["next"_L1].toString().contains(u"--accept rows-fell"_s));
        const Output passed = copy({u"--guard"_s, u"rows-fell=stop:25"_s});
        QVERIFY2(passed.code == 0, passed.all().constData());
        QCOMPARE(verdictIn(copy(), u"rows-fell"_s),
                 u"passed"_s); // compared with the run before, no longer with the first
    }

    void movedTotalIsFound()
    {
        load(columns, rows);
        QCOMPARE(copy().code, 0);
        Rows changed = rows;
        changed[0] = QJsonArray{u"North"_s, 200.01}; // 300.01 instead of 200
        load(columns, changed);
        const Output refused = copy({u"--guard"_s, u"total-moved=stop"_s, u"--guard"_s, u"rows-fell=off"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(verdictIn(refused, u"rows-fell"_s), u"off"_s);
        const QJsonValue guard = guardIn(refused, u"total-moved"_s);
        QCOMPARE(guard["where"_L1].toString(), u"Amount"_s);
        QCOMPARE(guard["expected"_L1].toString(), u"200"_s);
        QCOMPARE(guard["actual"_L1].toString(), u"300.01"_s);
        const Output passed = copy({u"--guard"_s, u"total-moved=stop:50.01"_s});
        QVERIFY2(passed.code == 0, passed.all().constData());
    }

    void vanishedKeyIsFound()
    {
        load(columns, rows);
        QCOMPARE(copy().code, 0);
        load(columns, rows.last(3));
        const Output refused = copy({u"--guard"_s, u"keys-vanished=stop"_s, u"--key"_s, u"Unit"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(guardIn(refused, u"keys-vanished"_s)["actual"_L1].toInt(), 1);
        QCOMPARE(guardIn(refused, u"keys-vanished"_s)["where"_L1].toString(), u"B4"_s);
    }

    void changedColumnsAreFound()
    {
        load(columns, rows);
        QCOMPARE(copy().code, 0);
        QCOMPARE(verdictIn(copy(), u"columns-reordered"_s), u"passed"_s);
        Rows turned;
        for (const QJsonArray &row : rows)
            turned.append(QJsonArray{row[1], row[0], u"x"_s});
        load({columns[1], columns[0], {u"Note"_s, u"STRING"_s}}, turned);
        const Output refused = copy();
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["detail"_L1].toString(), u"columnsReordered"_s);
        QCOMPARE(verdictIn(refused, u"columns-added"_s), u"warn"_s);
        const Output passed = copy({u"--guard"_s, u"columns-reordered=warn"_s});
        QVERIFY2(passed.code == 0, passed.all().constData());
    }

    void otherPeriodIsFound()
    {
        load({{u"Unit"_s, u"STRING"_s}, {u"Month"_s, u"DATE"_s}},
             {{u"North"_s, u"2026-05-31"_s}, {u"South"_s, u"2026-06-30"_s}});
        QCOMPARE(caller().plan({u"--period"_s, u"2026-13"_s}).code, 2);
        const Output planned = caller().plan({u"--period"_s, u"2026-05"_s});
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"other-period"_s), u"stop"_s);
        const Output refused = copy({u"--period"_s, u"2026-05"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(guardIn(refused, u"other-period"_s)["actual"_L1].toString(), u"2026-06-30"_s);
        QCOMPARE(copy({u"--period"_s, u"2026-06"_s}).code, 0);
    }

    void sourceThatWasNotLoadedSinceIsFound()
    {
        load(columns, rows);
        QCOMPARE(verdictIn(copy(), u"not-updated"_s), u"notMade"_s);
        const Output refused = copy({u"--guard"_s, u"not-updated=stop"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(verdictIn(refused, u"stale-source"_s), u"passed"_s);
    }

private:
    // Restarts the sandbox with another content of the DataSet, and the same sheet at the same address.
    void load(const Columns &of, const Rows &content)
    {
        if (m_sandbox)
            m_sandbox->stop();
        m_folder->write(name, of, content);
        QStringList options = m_folder->options(u"sheets.json"_s);
        if (!m_port.isEmpty())
            options += {u"--workiva-port"_s, m_port};
        m_sandbox = std::make_unique<SandboxProcess>(options);
        m_port = QString::number(m_sandbox->workiva().baseUrl.port());
    }

    [[nodiscard]] Caller caller() const { return {*m_sandbox, name, u"B3:"_s, m_data->path()}; }
    [[nodiscard]] Output copy(const QStringList &options = {}) const
    {
        return caller().copy(QStringList{u"--allow-clearing"_s} + options);
    }

    std::unique_ptr<DataSetFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_port;
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
