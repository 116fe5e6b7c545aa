#pragma once

#include "history/runrecord.h"

#include <QVariant>

#include <functional>

namespace History {

// A run at its start, and at its end.
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

// One recorded fact of a run: a column of the table `runs`, when it is written, and how it is read. Columns without a
// reader are only used in SQL.
struct RunColumn
{
    QString name; // or an expression on the row `entry`, only read
    std::function<QVariant(const RunBegin &)> begin{}; // empty: not written at the start
    std::function<QVariant(const RunEnd &)> end{}; // empty: not written at the end
    std::function<void(const QVariant &value, RunRecord &record)> read{}; // in the columns' order; empty: not read
};

[[nodiscard]] const QList<RunColumn> &runColumns();

// A run that has ended, as it will be read from the file: without an ID and what is counted there.
[[nodiscard]] RunRecord recordOf(const RunBegin &begin, const RunEnd &end);

} // namespace History
