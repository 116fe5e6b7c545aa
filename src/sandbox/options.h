#pragma once

#include "sandbox/fault.h"
#include "sandbox/quirks.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace Sandbox {

// The options of the sandbox's command line.
struct Options
{
    QString datasets; // a folder of CSV files
    QString state; // a file with the sheets
    quint16 domoPort = 0; // 0: any
    quint16 workivaPort = 0;
    std::chrono::milliseconds latency{0}; // before every response
    std::chrono::milliseconds operationTime{0}; // from accepting a write until it is applied
    int rateLimit = 0; // requests per minute and port; 0: unlimited
    std::optional<std::chrono::seconds> tokenLife; // default: each service's own
    int dataSetAge = 0; // days since the DataSets were last loaded, when the sandbox starts
    int loads = 0; // how many of the first readings of a DataSet it is loaded in
    QString domoScope = QStringLiteral("data"); // of the Domo client
    QString scope = QStringLiteral("file:read file:write"); // of the Workiva grant
    bool relativeLinks = false; // Location and @nextLink without scheme and host
    QStringList lockedCells; // SPREADSHEET/SHEET!RANGE each
    QStringList linkedCells;
    QStringList inputCells;
    QStringList rangeLinks; // followed by =SPREADSHEET/SHEET!CELL if it leads to a sheet
    std::chrono::milliseconds dripInterval{5000}; // between two bytes of the fault "drip"
    QList<Fault> faults;
    Quirks quirks;

    bool help = false;

    // The arguments without the program's name. InvalidInput has the reason as detail.
    [[nodiscard]] static Core::Result<Options> parse(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
};

} // namespace Sandbox
