#pragma once

#include "core/result.h"

#include <QUrl>

namespace Setup {

// What a user may paste for an ID, with what comes along when it is copied: the ID itself, or the address of its page
// in a browser. InvalidInput otherwise.
struct SheetPlace
{
    QString spreadsheetId;
    QString sheetId; // empty when the text does not say

    friend bool operator==(const SheetPlace &, const SheetPlace &) = default;
};
[[nodiscard]] Core::Result<QString> dataSetIn(const QString &text);

// An address must not be of another Base URL Region than `workivaUrl`, where that is known and given: that is an
// InvalidInput with a Core::Contradiction.
[[nodiscard]] Core::Result<SheetPlace> sheetIn(const QString &text, const QUrl &workivaUrl = {});

// All that a person can say about where to write, as typed; what is empty was not said.
struct TargetText
{
    QString spreadsheet; // ID or address
    QString sheet; // likewise
    QString region; // the Base URL Region: us, eu or apac
    QUrl workivaUrl;
};

struct Target
{
    QUrl workivaUrl;
    SheetPlace place;
};

// What is said twice has to agree: InvalidInput with a Core::Contradiction that names both. InvalidInput as well for
// what is missing (Core::NotGiven) or cannot be understood; Core::NoSheetInAddress where an address of a spreadsheet
// stands for a sheet.
[[nodiscard]] Core::Result<Target> targetOf(const TargetText &text);

} // namespace Setup
