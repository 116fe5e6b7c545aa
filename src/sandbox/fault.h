#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Sandbox {

// What may be made to go wrong with one call. Refuse, Drop and Hang come in place of the call; the others after it was
// carried out, but for RefusedDoneLater, and FailOperation and LateOperation, which let the call be accepted.
enum class FaultKind {
    Refuse, // with the fault's status
    RefusedButDone, // the call is carried out and answered as if it were refused
    RefusedDoneLater, // refused, and carried out `lateness` later all the same
    Drop, // the connection is closed without an answer
    Truncate, // the body ends before its Content-Length
    Hang, // never an answer
    Drip, // one byte of the body at a time, with no end
    Malformed, // broken JSON or CSV, and no Location
    Html, // the status of a success with a web page
    Empty200, // 200 without a body
    FailOperation,
    LateOperation, // its operation fails, and `lateness` later it is carried out and completed
    LostAnswer, // the connection is closed instead of the answer
    PagesWithoutEnd, // @nextLink leads to another page, which holds nothing new, and so on
};

inline constexpr std::chrono::seconds lateness{2};

[[nodiscard]] QStringList faultNames();
[[nodiscard]] QStringList faultLines(); // the names by what they mean, for people

struct Fault
{
    FaultKind kind = FaultKind::Drop;
    QString operation; // operationId of the contracts
    int call = 1; // which call, from 1
    bool everyCall = false;
    int status = 0; // of a refusal

    // KIND@OPERATION, KIND@OPERATION#N, KIND@OPERATION#* or KIND@OPERATION*. InvalidInput names what is unknown.
    [[nodiscard]] static Core::Result<Fault> parse(const QString &text);

    friend bool operator==(const Fault &, const Fault &) = default;
};

// Counts the calls of each operation and says which of them goes wrong. One thread.
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
