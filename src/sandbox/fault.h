#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Sandbox {

// Faults to inject into a call. Refuse, Drop and Hang replace the call; the others happen after it was applied, except
// RefusedDoneLater, FailOperation and LateOperation, which affect how an accepted call is applied.
enum class FaultKind {
    Refuse, // with the fault's status
    RefusedButDone, // the call is applied, but answered as if it were rejected
    RefusedDoneLater, // rejected, but applied after `lateness`
    Drop, // the connection is closed without an answer
    Truncate, // the body ends before its Content-Length
    Hang, // no response
    Drip, // one byte of the body at a time, without end
    Malformed, // invalid JSON or CSV, and no Location
    Html, // a web page with a success status
    Empty200, // 200 without a body
    FailOperation,
    LateOperation, // its operation fails, and is applied and completed after `lateness`
    LostAnswer, // the connection is closed instead of a response
    PagesWithoutEnd, // @nextLink leads to another page without new content, and so on
};

inline constexpr std::chrono::seconds lateness{2};

[[nodiscard]] QStringList faultNames();
[[nodiscard]] QStringList faultLines(); // the names with their descriptions, for people

struct Fault
{
    FaultKind kind = FaultKind::Drop;
    QString operation; // operationId of the contracts
    int call = 1; // which call, from 1
    bool everyCall = false;
    int status = 0; // of a rejection

    // KIND@OPERATION, KIND@OPERATION#N, KIND@OPERATION#* or KIND@OPERATION*. InvalidInput names the unknown part.
    [[nodiscard]] static Core::Result<Fault> parse(const QString &text);

    friend bool operator==(const Fault &, const Fault &) = default;
};

// Counts the calls of each operation and selects the fault for each call. One thread.
class FaultPlan
{
public:
    explicit FaultPlan(QList<Fault> faults = {}) : m_faults(std::move(faults)) { }

    [[nodiscard]] std::optional<Fault> next(const QString &operation);

private:
    QList<Fault> m_faults;
    QHash<QString, int> m_calls;
};

} // namespace Sandbox
