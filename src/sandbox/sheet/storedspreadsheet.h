#pragma once

#include "sandbox/sheet/worksheet.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

namespace Sandbox {

struct Milestone
{
    QString id;
    QString title;
    QString remarks;
    QDateTime created;
    qint64 revision = 1; // of the spreadsheet
};

// Revisions count the changes of the whole spreadsheet: every change of a sheet is a new one.
struct StoredSpreadsheet
{
    QString id;
    QString name;
    std::vector<std::unique_ptr<Worksheet>> sheets; // in order
    bool linksPublished = false;
    std::vector<Milestone> milestones; // the oldest first
    QDateTime created;
    QDateTime modified;
    qint64 revision = 1;

    [[nodiscard]] Worksheet *find(const QString &sheetId) const;
    [[nodiscard]] Worksheet *findTable(const QString &tableId) const;
    [[nodiscard]] QStringList path(const Worksheet &sheet) const; // the names from the top level down to it
    [[nodiscard]] qint64 filled() const; // cells with a value in all sheets
    // With a number appended if a sheet already has the name.
    [[nodiscard]] QString freeName(const QString &wanted) const;
    Worksheet &add(const QString &sheetId, const QString &sheetName, const QString &parent = {}); // at the end
    // Moves the last sheet before the sibling at this index; it stays last if there is none, as for -1.
    void placeLast(int index);
};

using Spreadsheets = std::vector<std::unique_ptr<StoredSpreadsheet>>;

} // namespace Sandbox
