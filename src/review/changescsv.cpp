#include "review/changescsv.h"

#include "review/exportfile.h"
#include "sheet/csvtext.h"

#include <QSaveFile>

namespace Review {

namespace {

constexpr qsizetype piece = 1 << 18; // bytes written at once

void addCell(Sheet::CsvText &csv, const Sheet::Cell &cell)
{
    if (cell.kind == Sheet::CellKind::Number)
        csv.addNumber(cell.text);
    else
        csv.addText(cell.text);
}

} // namespace

Core::Result<void> writeChangesCsv(const Writeback::Comparison &comparison, const ExportText &text, const QString &path,
                                   ExportProgress *progress)
{
    QSaveFile file(path);
    if (const auto opened = openExport(file); !opened)
        return Core::propagate(opened);
    Sheet::CsvText csv;
    for (const QString *heading : {&text.cell, &text.column, &text.kind, &text.before, &text.after, &text.difference})
        csv.addText(heading->toStdString());
    const bool showsLeft = !comparison.left.isEmpty();
    const std::string leftEmpty = text.leftEmpty.toStdString();
    if (showsLeft)
        csv.addText(text.left.toStdString());
    csv.endRow();
    visitChanges(comparison, [&](const Change &change) {
        csv.addText(Sheet::toA1(change.place).toStdString());
        csv.addText(change.column.toStdString());
        csv.addText(text.kinds[size_t(change.kind)].toStdString());
        addCell(csv, change.before);
        addCell(csv, change.after);
        csv.addNumber(change.difference().value_or(std::string()));
        if (showsLeft)
            addCell(csv, change.leftOr(leftEmpty));
        csv.endRow();
        if (progress)
            progress->add();
        return !(progress && progress->isCancelled()) && (csv.size() < piece || file.write(csv.take()) > 0);
    });
    if (progress && progress->isCancelled())
        return Core::fail(Core::ErrorKind::Cancelled, path);
    file.write(csv.take());
    return commitExport(file);
}

} // namespace Review
