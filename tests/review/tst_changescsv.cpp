#include "review/changescsv.h"
#include "review/exporttexts.h"
#include "sandbox/csvfile.h"
#include "support/fulldisk.h"
#include "support/testgrid.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Support;
using Sheet::Cell;
using Sheet::CellKind;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList rowOf(const Sheet::Grid &grid, int row)
{
    QStringList fields;
    for (int column = 0; column < grid.columns(); ++column)
        fields.append(QString::fromStdString(std::string(grid.at(row, column).text)));
    return fields;
}

} // namespace

// Read by a library that is not ours, and not the one that the product reads CSV with.
class TestChangesCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsARow()
    {
        const auto compared =
            comparison(gridOf({{text("a"), number("1.50")}, {Cell{CellKind::Formula, "=A1"}, number("7")}}),
                       gridOf({{text("b, \"c\"\n"), number("-2")}, {text("00123"), blank}, {text("=1+1")}}));
        const QString path = m_folder.filePath(u"rows.csv"_s);
        QVERIFY(Review::writeChangesCsv(compared, exportText(), path));
        const QByteArray csv = contentOf(path);
        QVERIFY(csv.startsWith("\xef\xbb\xbf"
                               "Place,"));
        const Sheet::Grid grid = Sandbox::readCsv(csv.mid(3));
        QCOMPARE(grid.rows(), 6);
        QCOMPARE(rowOf(grid, 0), (QStringList{u"Place"_s, u"Name"_s, u"What"_s, u"Had"_s, u"Gets"_s, u"More"_s}));
        QCOMPARE(rowOf(grid, 1), (QStringList{u"B3"_s, u"Unit"_s, u"other"_s, u"a"_s, u"b, \"c\"\n"_s, u""_s}));
        QCOMPARE(rowOf(grid, 2), (QStringList{u"C3"_s, u"Heads"_s, u"other"_s, u"1.50"_s, u"-2"_s, u"-3.5"_s}));
        QCOMPARE(rowOf(grid, 3), (QStringList{u"B4"_s, u"Unit"_s, u"formula lost"_s, u"'=A1"_s, u"00123"_s, u""_s}));
        QCOMPARE(rowOf(grid, 4), (QStringList{u"C4"_s, u"Heads"_s, u"cleared"_s, u"7"_s, u""_s, u""_s}));
        QCOMPARE(rowOf(grid, 5), (QStringList{u"B5"_s, u"Unit"_s, u"new"_s, u""_s, u"'=1+1"_s, u""_s}));
    }

    void whatWasLeftInEditedCellsIsAColumn()
    {
        const QString path = m_folder.filePath(u"left.csv"_s);
        QVERIFY(Review::writeChangesCsv(editedComparison(), exportText(), path));
        const Sheet::Grid grid = Sandbox::readCsv(contentOf(path).mid(3));
        QCOMPARE(grid.columns(), 7);
        QCOMPARE(rowOf(grid, 0)[6], u"Left"_s);
        QCOMPARE(rowOf(grid, 1)[6], u"(nothing)"_s);
        QCOMPARE(rowOf(grid, 2), (QStringList{u"C3"_s, u"Heads"_s, u"other"_s, u"12"_s, u"14"_s, u"2"_s, u"10.50"_s}));
        QCOMPARE(rowOf(grid, 3)[6], QString()); // not known
        QCOMPARE(rowOf(grid, 4)[6], QString()); // not edited
    }

    void longFileIsWhole()
    {
        Sheet::Grid desired(1);
        const int rows = 20'000; // more than is written at once
        for (int row = 0; row < rows; ++row)
            desired.set(row, 0, text("Row number " + std::to_string(row)));
        const QString path = m_folder.filePath(u"long.csv"_s);
        QVERIFY(Review::writeChangesCsv(comparison({}, std::move(desired)), exportText(), path));
        const Sheet::Grid grid = Sandbox::readCsv(contentOf(path));
        QCOMPARE(grid.rows(), rows + 1);
        for (int row = 0; row < rows; ++row)
            QCOMPARE(rowOf(grid, row + 1)[4], u"Row number %1"_s.arg(row));
    }

    void withoutChangesThereAreHeadings()
    {
        const QString path = m_folder.filePath(u"none.csv"_s);
        QVERIFY(Review::writeChangesCsv(comparison({}, {}), exportText(), path));
        QCOMPARE(Sandbox::readCsv(contentOf(path)).rows(), 1);
    }

    void missingFolderIsADiskError()
    {
        const QString path = m_folder.filePath(u"missing/rows.csv"_s);
        const auto written = Review::writeChangesCsv(comparison({}, {}), exportText(), path);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(written.error().subject, path);
    }

    void cancelledFileIsAsItWas()
    {
        const QString path = m_folder.filePath(u"cancelled.csv"_s);
        Sheet::Grid desired(1);
        for (int row = 0; row < 5; ++row)
            desired.set(row, 0, number("1"));
        Review::ExportProgress progress;
        const auto compared = comparison({}, std::move(desired));
        QVERIFY(Review::writeChangesCsv(compared, exportText(), path, &progress));
        QCOMPARE(progress.changes(), 5);
        const QByteArray before = contentOf(path);
        progress.cancel();
        const auto written = Review::writeChangesCsv(compared, exportText(), path, &progress);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Cancelled);
        QCOMPARE(progress.changes(), 6); // it ended at the next one
        QCOMPARE(contentOf(path), before);
        Review::ExportProgress stopped([] { return true; });
        QCOMPARE(Review::writeChangesCsv(compared, exportText(), path, &stopped).error().kind,
                 Core::ErrorKind::Cancelled);
        QCOMPARE(contentOf(path), before);
    }

    void fullDiskLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("at the end") << 10;
        QTest::newRow("in the middle") << 20'000;
    }
    void fullDiskLeavesTheFileAsItWas()
    {
        QFETCH(int, rows);
        Sheet::Grid desired(1);
        for (int row = 0; row < rows; ++row)
            desired.set(row, 0, number("1"));
        const QString path = m_folder.filePath(u"full.csv"_s);
        QFile before(path);
        QVERIFY(before.open(QFile::WriteOnly) && before.write("before") > 0);
        before.close();
        const QStringList files = QDir(m_folder.path()).entryList();
        const auto written = [&] {
            const FullDisk full(100);
            return Review::writeChangesCsv(comparison({}, std::move(desired)), exportText(), path);
        }();
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(written.error().subject, path);
        QCOMPARE(contentOf(path), "before"_ba);
        QCOMPARE(QDir(m_folder.path()).entryList(), files);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestChangesCsv)
#include "tst_changescsv.moc"
