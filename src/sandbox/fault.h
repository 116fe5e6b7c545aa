#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace Sandbox {

// What may be made to go wrong with one call. A refusal (401 … 503) and Drop and Hang come in place of the call;
// Truncate, Malformed, Html and LostAnswer after it was carried out; FailOperation lets the call be accepted and its
// operation fail.
enum class FaultKind {
    Refuse401,
    Refuse403,
    Refuse404,
    Refuse409,
    Refuse429,
    Refuse500,
    Refuse503,
    Drop, // the connection is closed without an answer
    Truncate, // the body ends before its Content-Length
    Hang, // never an answer
    Malformed, // broken JSON or CSV, and no Location
    Html, // the status of a success with a web page
    FailOperation,
    LostAnswer, // the connection is closed instead of the answer
};

[[nodiscard]] QStringList faultNames(); // in the order of FaultKind
[[nodiscard]] std::optional<int> refusalStatus(FaultKind kind); // 401 … 503 for the refusals

struct Fault
{
    FaultKind kind = FaultKind::Drop;
    QString operation; // operationId of the contracts
    int call = 1; // which call, from 1
    bool everyCall = false;

    // KIND@OPERATION, KIND@OPERATION#N, KIND@OPERATION#* or KIND@OPERATION*. InvalidInput names what is unknown.
    [[nodiscard]] static Core::Result<Fault> parse(const QString &text);

    friend bool operator==(const Fault &, const Fault &) = default;
};

// Counts the calls of each operation and says which of them goes wrong. One thread.
class FaultPlan
{
public:
    explicit FaultPlan(QList<Fault> faults = {}) : m_faults(std::move(faults)) { }

    [[nodiscard]] std::optional<FaultKind> next(const QString &operation);

private:
    QList<Fault> m_faults;
    QHash<QString, int> m_calls;
};

} // namespace Sandbox
