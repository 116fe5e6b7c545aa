#pragma once

#include "sandbox/fault.h"
#include "sandbox/quirks.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace Sandbox {

// What the command line of the stand-in can say.
struct Options
{
    QString datasets; // a folder of CSV files
    QString state; // a file that keeps the sheets
    quint16 domoPort = 0; // 0: any
    quint16 workivaPort = 0;
    std::chrono::milliseconds latency{0}; // before every answer
    std::chrono::milliseconds operationTime{0}; // from a write's acceptance until it is carried out
    int rateLimit = 0; // requests a minute and port; 0: none
    std::optional<std::chrono::seconds> tokenLife; // otherwise each service's own
    QString domoScope = QStringLiteral("data"); // of the Domo client
    QString scope = QStringLiteral("file:read file:write"); // of the Workiva grant
    bool relativeLinks = false; // Location and @nextLink without scheme and host
    QStringList lockedCells; // SPREADSHEET/SHEET!RANGE each
    QStringList linkedCells;
    QStringList inputCells;
    QStringList rangeLinks; // with =SPREADSHEET/SHEET!CELL behind it where it leads to a sheet
    std::chrono::milliseconds dripInterval{5000}; // between two bytes of the fault "drip"
    QList<Fault> faults;
    Quirks quirks;

    bool help = false;

    // The arguments without the program's name. InvalidInput says what is wrong in detail.
    [[nodiscard]] static Core::Result<Options> parse(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
};

} // namespace Sandbox
