#pragma once

#include "net/job.h"
#include "writeback/runcontext.h"

#include <memory>

namespace Workiva {
class ReadSheetData;
}

namespace Writeback {

// DATE and DATETIME columns are dates in a sheet: a cell that the sheet converted to the desired date is correct,
// however it is returned (the text, another form of it, or a serial number). Such a cell of the existing grid gets the
// desired text, so that the comparison finds it equal; what was read is kept in RunContext::dates. A bare number is a
// date only if the cell's format is one, which is requested from the sheet. If there is no such number, nothing is
// requested. If the request fails, the job still succeeds, and the number counts as a difference.
class DateMatcher final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    explicit DateMatcher(RunContext &context, QObject *parent = nullptr);
    ~DateMatcher() override;

protected:
    void run() override;
    void abort() override;

private:
    void matchTexts();
    void match(int row, int column);
    void askFormats();

    RunContext &m_context;
    std::vector<Sheet::Address>
        m_serials; // in the grids, in reading order: numbers that equal the date if they are dates
    std::unique_ptr<Workiva::ReadSheetData> m_formats;
};

} // namespace Writeback
