#pragma once

#include "domo/csvreader.h"
#include "domo/dataset.h"
#include "domo/gridmaker.h"

namespace Domo {

struct ExportOptions
{
    bool columnNames = true; // in the first row of the grid
    std::optional<ShapedColumns> shaped{}; // of the same schema; none: all columns as they are
    GridLimits limits{};
};

struct Export
{
    Sheet::Grid grid;
    qint64 rows = 0; // of data, without the column names
    qint64 blankLines = 0; // at the end of a single column: each is a row with a null, or nothing; not in the grid
    qint64 notNumbers = 0; // texts in numeric columns
    QList<qint64> zerosDropped{}; // numbers received with zeros in front, by column of the grid
    qint64 notDates = 0; // texts that are no dates in columns that a person typed as dates
    int respelled = 0; // columns whose name differs from the schema in spaces, case or Unicode form …
    QString firstRespelled{}; // … and the first of these names
    bool endsWhole = false; // the last line ended like the others, see CsvReader
    bool isFramed = false; // HTTP indicated the end of the body, and it was reached
};

// Builds a grid from an export's CSV while it arrives, see GridMaker; without a shaping, its columns are those of the
// schema. Column names and row lengths are compared with the whole schema by position, whatever is chosen; a name may
// differ in spaces, case or Unicode form, unless it would then match another column too. A column that is not renamed
// has the name of the export. Whether all rows arrived is not known here.
// Fails with IncompleteExport (no data at all; a different number of columns, with ColumnsChanged as cause), BadCsv (a
// different name, with the same cause; a row of another length and whatever CsvReader rejects, with CsvPlace as cause)
// and TooLarge, each as soon as it is detected. A column of unknown type is Internal: it must be refused earlier.
class ExportReader final
{
public:
    ExportReader(QList<Column> schema, ExportOptions options);
    Q_DISABLE_COPY_MOVE(ExportReader)
    ~ExportReader() = default;

    [[nodiscard]] Core::Result<void> feed(QByteArrayView bytes);
    [[nodiscard]] Core::Result<Export> finish(); // once, when all bytes have arrived

    [[nodiscard]] qint64 rows() const { return m_maker.rows(); } // rows of data so far

private:
    using Row = std::span<const CsvField>;

    Core::Result<void> take(Row row);
    Core::Result<void> takeNames(Row row);
    Core::Result<void> checkNames(Row row);
    Core::Result<void> addNames(Row row, const ShapedColumns &shaped);
    Core::Result<void> addRow(Row row);

    const QList<Column> m_schema;
    const ExportOptions m_options;
    CsvReader m_csv;
    GridMaker m_maker; // begins once the column names have arrived
    qint64 m_blankLines = 0; // without any row after them yet
    CsvPlace m_blankPlace; // the first of them
    int m_respelled = 0;
    QString m_firstRespelled;
};

} // namespace Domo
