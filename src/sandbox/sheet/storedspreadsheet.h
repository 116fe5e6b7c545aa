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

// Revisions are counted for the whole spreadsheet: every change of a sheet is a new one.
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
    [[nodiscard]] QStringList path(const Worksheet &sheet) const; // the names from the top down to it
    [[nodiscard]] qint64 filled() const; // cells with a value in all sheets
    [[nodiscard]] QString freeName(const QString &wanted) const; // with a number behind it when a sheet is called so
    Worksheet &add(const QString &sheetId, const QString &sheetName, const QString &parent = {}); // at the end
    // Moves the last sheet before the sibling that has this index now; behind all when there is none, as for -1.
    void placeLast(int index);
};

using Spreadsheets = std::vector<std::unique_ptr<StoredSpreadsheet>>;

} // namespace Sandbox
