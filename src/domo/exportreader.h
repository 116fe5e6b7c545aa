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
    qint64 notNumbers = 0; // texts in numeric columns
};

// Makes a grid of an export's CSV while it arrives: the type of a column from the schema, null as Empty, empty text as
// an empty Text. Column names and width are held against the schema by position; a DataSet whose schema is not told has
// STRING columns as the header names them. Whether all rows came is not known here.
// Fails with IncompleteExport (nothing at all, or another number of columns), BadCsv (another name, a row of another
// width, what CsvReader refuses) and TooLarge, as soon as it shows.
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
    [[nodiscard]] Core::Result<void> checkNames(Row row) const;
    Core::Result<void> append();

    const QList<Column> m_schema;
    const ExportOptions m_options;
    CsvReader m_csv;
    std::vector<Sheet::CellTyper> m_typers; // one for each column; none before the names came
    std::vector<Sheet::Cell> m_cells; // of the row
    Sheet::Grid m_grid;
    qint64 m_rows = 0;
    qint64 m_filled = 0; // cells that hold something
    qint64 m_blankRow = 0; // a blank line that may only stand at the end; 0: none came
};

} // namespace Domo
