#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Units"_s;
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Closed"_s, u"DATE"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows source{{u"North"_s, u"2026-05-31"_s, 13}, {u"East"_s, u"2026-05-30"_s, 4}, {u"West"_s, u"2026-05-29"_s, 8}};

} // namespace

// Cells that somebody changes in the sheet between two runs.
class TestEdits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder.write(name, columns, source); }

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
    [[nodiscard]] SheetProbe probe() const { return SheetProbe(*m_sandbox); }

    [[nodiscard]] QJsonValue heads(int row) const
    {
        const Cells cells = probe().read();
        const auto found = cells.find({3 + row, 3});
        return found == cells.end() ? QJsonValue() : found->second;
    }

    [[nodiscard]] Caller caller() const { return {*m_sandbox, name, u"B3:"_s, m_history->path()}; }

    DataSetFolder m_folder;
    QStringList m_options; // of the sandbox
    std::unique_ptr<QTemporaryDir> m_history;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
