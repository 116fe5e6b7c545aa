#pragma once

#include "writeback/runcontext.h"

namespace Writeback {

// The record of a check that found something (Stop), passed, or could not be made, as the rules have it. `check` says
// what was found; only that of a finding is kept. Only here is it decided what refuses a run and what is a warning: by
// the request's rules, or where none applies, by what a check is about. Where a reading is missing for a check that a
// person has set to stop, it stops, too.
[[nodiscard]] Finding recordOf(Sheet::Verdict found, const Finding &check, const RunContext &context);

// The records of a step's checks. The context must outlive it.
class CheckRecords
{
public:
    explicit CheckRecords(const RunContext &context) : m_context(context) { }

    // A check that has passed unless it found something.
    void add(bool hasFound, const Finding &found);
    void addNotMade(const Finding &check);
    // One that needs a reading: where that is not whole, it has not passed.
    void addRead(const std::optional<Finding::Unread> &unread, Finding check);
    void addFound(bool hasFound, const Finding &found); // one that is only worth a record if it found something

    [[nodiscard]] QList<Finding> take() { return std::move(m_all); }

private:
    const RunContext &m_context;
    QList<Finding> m_all;
};

} // namespace Writeback
