#pragma once

#include "domo/csvreader.h"
#include "domo/dataset.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

namespace Domo {

struct ExportOptions
{
    bool columnNames = true; // as the first row of the grid
    qint64 maxCells =
        Sheet::maxSpreadsheetCells; // that hold something, names included; blank ones up to four times as many
    int maxRows = Sheet::maxRows;
    int maxColumns = Sheet::maxColumns;
};

struct Export
{
    Sheet::Grid grid;
    qint64 rows = 0; // of data, without the names
    qint64 blankLines = 0; // in one column: at the end, each a row of a null or nothing; not in the grid
    qint64 notNumbers = 0; // texts in numeric columns
    int respelled = 0; // columns whose name has other blanks, case or Unicode form than in the schema …
    QString firstRespelled{}; // … and the first of these names
    bool endsWhole = false; // the last line ended as the others did, see CsvReader
    bool isFramed = false; // HTTP told where the body ends, and it ended there
};

// Makes a grid of an export's CSV while it arrives: the type of a column from the schema, null as Empty, empty text as
// an empty Text. Column names and width are held against the schema by position; a name may differ in blanks, case or
// Unicode form, unless it would be another column's then. Whether all rows came is not known here.
// Fails with IncompleteExport (nothing at all; another number of columns, the cause is ColumnsChanged), BadCsv (another
// name, likewise; a row of another width and what CsvReader refuses, the cause is CsvPlace) and TooLarge, as soon as it
// shows. A schema with a type that is not known is Internal: nobody asks for data that way.
class ExportReader final
{
public:
    ExportReader(QList<Column> schema, const ExportOptions &options);
    Q_DISABLE_COPY_MOVE(ExportReader)
    ~ExportReader() = default;

    [[nodiscard]] Core::Result<void> feed(QByteArrayView bytes);
    [[nodiscard]] Core::Result<Export> finish(); // once, when all bytes came

    [[nodiscard]] qint64 rows() const { return m_rows; } // of data, so far

private:
    using Row = std::span<const CsvField>;

    Core::Result<void> take(Row row);
    Core::Result<void> takeNames(Row row);
    Core::Result<void> checkNames(Row row);
    Core::Result<void> addRow(Row row);
    Core::Result<void> append();

    const QList<Column> m_schema;
    const ExportOptions m_options;
    CsvReader m_csv;
    std::vector<Sheet::CellTyper> m_typers; // one for each column; none before the names came
    std::vector<Sheet::Cell> m_cells; // of the row
    Sheet::Grid m_grid;
    qint64 m_rows = 0;
    qint64 m_filled = 0; // cells that hold something
    qint64 m_blankLines = 0; // that nothing has followed yet
    CsvPlace m_blankPlace; // of the first of them
    int m_respelled = 0;
    QString m_firstRespelled;
};

} // namespace Domo
