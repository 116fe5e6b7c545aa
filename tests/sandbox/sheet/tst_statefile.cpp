#include "sandbox/sheet/statefile.h"

#include "sandbox/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestStateFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsThereAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"state.json"_s);
        Spreadsheets before = sampleSpreadsheets(QDateTime::currentDateTimeUtc());
        Worksheet &sheet = *before.back()->sheets.front();
        sheet.cells.set(2, 1, Sheet::Cell::ofText("a\n\"b\" 日本語"));
        sheet.cells.set(2, 3, Sheet::Cell::ofNumber("0.1"));
        sheet.cells.set(4, 0, Sheet::Cell::ofBoolean(true));
        sheet.cells.set(4, 1, Sheet::Cell::ofText("=not a formula"));
        sheet.cells.set(5, 0, {Sheet::CellKind::Formula, "=D3*2"});
        const QJsonObject text{{u"valueFormat"_s, QJsonObject{{u"valueFormatType"_s, u"TEXT"_s}}}};
        sheet.formats.apply(sheet.cells, {0, 0, 2, 2}, text);
        sheet.formats.apply(sheet.cells, {0, 5, Sheet::maxRows, 1}, text);
        sheet.merges = {{0, 0, 1, 2}};
        sheet.lockedCells = {{3, 0, 2, 2}, {9, 9, 1, 1}};
        sheet.linkedCells = {{5, 5, 1, 1}};
        sheet.cells.set(6, 0, Sheet::Cell::ofText("2026-01-31"), true);
        sheet.cells.set(6, 1, Sheet::Cell::ofNumber("46053"), true);
        sheet.rowLines[7] = {true, 30};
        sheet.inputCells = {{1, 1, 2, 2}};
        sheet.links = {{u"source"_s, {0, 0, 2, 2}, {}}, {u"destination"_s, {3, 0, 1, 1}, u"x"_s}};
        sheet.cells.set(7, 0, Sheet::Cell::ofText("rich"));
        sheet.cells.setRich(7, 0);
        before.back()->milestones = {{u"m"_s, u"Title"_s, u"Remarks"_s, before.back()->created, 5}};
        before.back()->linksPublished = true;
        QVERIFY(saveState(path, before));

        const auto after = loadState(path);
        QVERIFY(after);
        QCOMPARE(after->size(), before.size());
        for (size_t i = 0; i < before.size(); ++i) {
            QCOMPARE((*after)[i]->id, before[i]->id);
            QCOMPARE((*after)[i]->sheets.size(), before[i]->sheets.size());
            for (size_t k = 0; k < before[i]->sheets.size(); ++k)
                compare(*(*after)[i]->sheets[k], *before[i]->sheets[k]);
        }
        QVERIFY(after->back()->linksPublished);
        QCOMPARE(after->back()->milestones.size(), size_t(1));
        const Milestone &milestone = after->back()->milestones.front();
        QCOMPARE(milestone.id, u"m"_s);
        QCOMPARE(milestone.title, u"Title"_s);
        QCOMPARE(milestone.remarks, u"Remarks"_s);
        QCOMPARE(milestone.created, before.back()->created);
        QCOMPARE(milestone.revision, 5);
    }

    void whatIsNoStateIsAnError()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"state.json"_s);
        QCOMPARE(loadState(path).error().kind, Core::ErrorKind::Disk);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QCOMPARE(loadState(path).error().kind, Core::ErrorKind::Disk);
    }

    void fileThatCannotBeWrittenIsAnError()
    {
        QCOMPARE(saveState(u"/nowhere/at/all.json"_s, {}).error().kind, Core::ErrorKind::Disk);
    }

private:
    static void compare(const Worksheet &a, const Worksheet &b)
    {
        QCOMPARE(a.id, b.id);
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.parent, b.parent);
        QCOMPARE(a.lock, b.lock);
        QCOMPARE(a.dataset, b.dataset);
        QCOMPARE(a.merges, b.merges);
        QCOMPARE(a.lockedCells, b.lockedCells);
        QCOMPARE(a.linkedCells, b.linkedCells);
        QCOMPARE(a.inputCells, b.inputCells);
        QCOMPARE(a.links.size(), b.links.size());
        for (size_t i = 0; i < a.links.size(); ++i) {
            QCOMPARE(a.links[i].id, b.links[i].id);
            QCOMPARE(a.links[i].range, b.links[i].range);
            QCOMPARE(a.links[i].source, b.links[i].source);
        }
        QCOMPARE(a.rowLines.size(), b.rowLines.size());
        QCOMPARE(a.cells.extent(), b.cells.extent());
        QCOMPARE(a.cells.filled(), b.cells.filled());
        for (int row = 0; row < 20; ++row) {
            for (int column = 0; column < 10; ++column) {
                QCOMPARE(a.cells.at(row, column).kind, b.cells.at(row, column).kind);
                QCOMPARE(a.cells.at(row, column).text, b.cells.at(row, column).text);
                const Cells::Stored *first = a.cells.find(row, column);
                const Cells::Stored *second = b.cells.find(row, column);
                QCOMPARE(first && first->isDate, second && second->isDate);
                QCOMPARE(first && first->isRich, second && second->isRich);
                QCOMPARE(a.formats.format(a.formats.numberAt(a.cells, row, column)),
                         b.formats.format(b.formats.numberAt(b.cells, row, column)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestStateFile)
#include "tst_statefile.moc"
