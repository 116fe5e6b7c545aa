#pragma once

#include "core/result.h"

#include <QUrl>

namespace Setup {

// What a user may paste as an ID: the ID itself, or the address of its page in a browser, with surrounding characters
// from copying. InvalidInput otherwise.
struct SheetPlace
{
    QString spreadsheetId;
    QString sheetId; // empty if the text does not contain one

    friend bool operator==(const SheetPlace &, const SheetPlace &) = default;
};
[[nodiscard]] Core::Result<QString> dataSetIn(const QString &text);

// An address must belong to the base URL region of `workivaUrl`, where both are known: otherwise InvalidInput with a
// Core::Contradiction.
[[nodiscard]] Core::Result<SheetPlace> sheetIn(const QString &text, const QUrl &workivaUrl = {});

// Everything a user can enter about the target; empty: not given.
struct TargetText
{
    QString spreadsheet; // ID or address
    QString sheet; // ID or address
    QString baseUrlRegion; // us, eu or apac
    QUrl workivaUrl;
};

struct Target
{
    QUrl workivaUrl;
    SheetPlace place;
};

// Values given twice must agree: otherwise InvalidInput with a Core::Contradiction that has both. Also InvalidInput if
// something is missing (Core::NotGiven) or not understood, or, with Core::NoSheetInAddress, if the address of a
// spreadsheet is given for a sheet.
[[nodiscard]] Core::Result<Target> targetOf(const TargetText &text);

} // namespace Setup
