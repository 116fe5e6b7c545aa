#include "domo/exportreader.h"
#include "sheet/diff.h"
#include "sheet/totals.h"
#include "workiva/valuesbody.h"
#include "workiva/valuespage.h"

#include <benchmark/benchmark.h>

#include <array>
#include <string>

// What a run does with each cell, for 2,000,000 of them (a spreadsheet's limit): as many rows and columns as in the
// whole-process benchmark, one third text, two thirds numbers.

namespace {

constexpr int rows = 100'000;
constexpr int columns = 20;
constexpr int pageRows = 2'500; // 50,000 cells: the service's largest page

bool isTextColumn(int column)
{
    return column % 3 == 0;
}

std::string fieldText(int row, int column)
{
    if (isTextColumn(column))
        return column == 0 ? "Property, plant and equipment" : "E" + std::to_string(100 + row % 37);
    return std::to_string((row * 7919LL + column * 104'729LL) % 10'000'000) + ".25";
}

Sheet::Cell cellOf(int column, const std::string &text)
{
    return isTextColumn(column) ? Sheet::Cell::ofText(text) : Sheet::Cell::ofNumber(text);
}

// `every`: cells whose number is a multiple of it differ; 0: none.
Sheet::Grid makeGrid(int every = 0)
{
    Sheet::Grid grid(columns);
    std::array<std::string, columns> texts;
    std::array<Sheet::Cell, columns> cells;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const size_t i = size_t(column);
            texts[i] = fieldText(row, column);
            if (every != 0 && (row * columns + column) % every == 0)
                texts[i] += '1';
            cells[i] = cellOf(column, texts[i]);
        }
        grid.appendRow(cells);
    }
    return grid;
}

QByteArray makeCsv()
{
    QByteArray csv;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (column == 0)
                csv += '"' + QByteArray::fromStdString(fieldText(row, column)) + '"';
            else
                csv += ',' + QByteArray::fromStdString(fieldText(row, column));
        }
        csv += '\n';
    }
    return csv;
}

QByteArray encode(const Sheet::Grid &grid, int firstRow, int endRow)
{
    Workiva::ValuesBody body;
    for (int row = firstRow; row < endRow; ++row) {
        body.beginRow();
        for (int column = 0; column < columns; ++column)
            body.add(grid.at(row, column));
    }
    return body.take();
}

void csvReading(benchmark::State &state)
{
    const QByteArray csv = makeCsv();
    constexpr qsizetype piece = 64 * 1024; // as read from a socket
    for (auto _ : state) {
        qint64 fields = 0;
        Domo::CsvReader reader([&fields](std::span<const Domo::CsvField> row) -> Core::Result<void> {
            fields += qint64(row.size());
            return {};
        });
        for (qsizetype at = 0; at < csv.size(); at += piece) {
            if (!reader.feed(QByteArrayView(csv).sliced(at, std::min(piece, csv.size() - at))))
                state.SkipWithError("refused");
        }
        if (!reader.finish() || fields != qint64(rows) * columns)
            state.SkipWithError("not all was read");
    }
    state.SetBytesProcessed(state.iterations() * csv.size());
}

// The whole export into a grid.
void exportReading(benchmark::State &state)
{
    QList<Domo::Column> schema;
    QByteArray csv;
    for (int column = 0; column < columns; ++column) {
        const QString name = QString::number(column);
        schema.append({name, isTextColumn(column) ? Sheet::ColumnType::String : Sheet::ColumnType::Decimal});
        csv += name.toUtf8() + (column + 1 < columns ? ',' : '\n');
    }
    csv += makeCsv();
    constexpr qsizetype piece = 64 * 1024; // as read from a socket
    for (auto _ : state) {
        Domo::ExportReader reader(schema, {.columnNames = false});
        for (qsizetype at = 0; at < csv.size(); at += piece) {
            if (!reader.feed(QByteArrayView(csv).sliced(at, std::min(piece, csv.size() - at))))
                state.SkipWithError("refused");
        }
        if (const auto read = reader.finish(); !read || read->rows != rows)
            state.SkipWithError("not all was read");
    }
    state.SetBytesProcessed(state.iterations() * csv.size());
}

void valuesReading(benchmark::State &state)
{
    const Sheet::Grid grid = makeGrid();
    std::vector<QByteArray> pages;
    qint64 bytes = 0;
    for (int row = 0; row < rows; row += pageRows) {
        pages.push_back("{\"data\":[" + encode(grid, row, row + pageRows) + "]}");
        bytes += pages.back().size();
    }
    for (auto _ : state) {
        for (const QByteArray &page : pages) {
            const auto parsed = Workiva::ValuesPage::parse(page);
            if (!parsed || parsed->row(pageRows - 1).size() != size_t(columns))
                state.SkipWithError("not all was read");
        }
    }
    state.SetBytesProcessed(state.iterations() * bytes);
}

void valuesEncoding(benchmark::State &state)
{
    const Sheet::Grid grid = makeGrid();
    qint64 bytes = 0;
    for (auto _ : state) {
        for (int row = 0; row < rows; row += pageRows)
            bytes += encode(grid, row, row + pageRows).size();
    }
    state.SetBytesProcessed(bytes);
}

void diffing(benchmark::State &state)
{
    const Sheet::Grid existing = makeGrid();
    const Sheet::Grid desired = makeGrid(int(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Sheet::diff(existing, desired));
    state.SetItemsProcessed(state.iterations() * rows * columns);
}

void totalling(benchmark::State &state)
{
    const Sheet::Grid grid = makeGrid();
    for (auto _ : state) {
        Sheet::Totals totals(columns);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                totals.add(column, grid.at(row, column));
        }
        benchmark::DoNotOptimize(totals.columns());
    }
    state.SetItemsProcessed(state.iterations() * rows * columns);
}

} // namespace

BENCHMARK(csvReading)->Unit(benchmark::kMillisecond);
BENCHMARK(exportReading)->Unit(benchmark::kMillisecond);
BENCHMARK(valuesReading)->Unit(benchmark::kMillisecond);
BENCHMARK(valuesEncoding)->Unit(benchmark::kMillisecond);
BENCHMARK(diffing)->Unit(benchmark::kMillisecond)->Arg(0)->Arg(1000)->Arg(1);
BENCHMARK(totalling)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
