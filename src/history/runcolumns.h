#pragma once

#include "history/runrecord.h"

#include <QVariant>

#include <functional>

namespace History {

// A run as it begins, and as it ends.
struct RunBegin
{
    const Writeback::JournalEntry &entry;
    const Program &program;
};
struct RunEnd
{
    const Writeback::JournalEntry &entry;
    const Writeback::RunReport &report;
    QDateTime when; // UTC
};

// What is kept of a run: a column of the table `runs`, when what is written to it, and what is read from it. Those
// without a reader are there for statements.
struct RunColumn
{
    QString name; // or an expression on the row `entry`, which is only read
    std::function<QVariant(const RunBegin &)> begin{}; // empty: not written then
    std::function<QVariant(const RunEnd &)> end{}; // likewise
    std::function<void(const QVariant &value, RunRecord &record)> read{}; // in the order of the table; empty: not read
};

[[nodiscard]] const QList<RunColumn> &runColumns();

} // namespace History
