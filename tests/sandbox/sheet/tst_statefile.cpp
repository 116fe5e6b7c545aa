#include "sandbox/sheet/statefile.h"

#include "sandbox/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
                QCOMPARE(difference(*(*after)[i]->sheets[k], *before[i]->sheets[k]), QString());
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
    // The differences of two sheets; empty if there are none.
    [[nodiscard]] static QString difference(const Worksheet &a, const Worksheet &b)
    {
        const bool isSameFrame = a.id == b.id && a.name == b.name && a.parent == b.parent && a.lock == b.lock
            && a.dataset == b.dataset && a.merges == b.merges && a.lockedCells == b.lockedCells
            && a.linkedCells == b.linkedCells && a.inputCells == b.inputCells && a.rowLines.size() == b.rowLines.size()
            && a.cells.extent() == b.cells.extent() && a.cells.filled() == b.cells.filled();
        if (!isSameFrame)
            return a.name;
        const bool isSameLinks = std::ranges::equal(a.links, b.links, [](const auto &one, const auto &other) {
            return one.id == other.id && one.range == other.range && one.source == other.source;
        });
        if (!isSameLinks)
            return a.name + u": links"_s;
        for (int row = 0; row < 20; ++row) {
            for (int column = 0; column < 10; ++column) {
                if (!isSameCell(a, b, row, column))
                    return a.name + u": "_s + Sheet::toA1(Sheet::Address{row, column});
            }
        }
        return {};
    }

    [[nodiscard]] static bool isSameCell(const Worksheet &a, const Worksheet &b, int row, int column)
    {
        const Cells::Stored *first = a.cells.find(row, column);
        const Cells::Stored *second = b.cells.find(row, column);
        return a.cells.at(row, column).kind == b.cells.at(row, column).kind
            && a.cells.at(row, column).text == b.cells.at(row, column).text
            && (first && first->isDate) == (second && second->isDate)
            && (first && first->isRich) == (second && second->isRich)
            && a.formats.format(a.formats.numberAt(a.cells, row, column))
            == b.formats.format(b.formats.numberAt(b.cells, row, column));
    }
};

QTEST_GUILESS_MAIN(TestStateFile)
#include "tst_statefile.moc"
