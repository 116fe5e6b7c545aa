#pragma once

#include "net/job.h"
#include "writeback/runcontext.h"

#include <memory>

namespace Workiva {
class ReadSheetData;
}

namespace Writeback {

// DATE and DATETIME columns are dates to a sheet: a cell that it took for the very date that is desired is as desired,
// whatever it reads as (the text, another form of it, or a serial number), and is matched in the existing grid. A bare
// number is a date only where the cell's format is one, which the sheet is asked for. Ends without asking where there
// is no such number, and well when the sheet does not tell: then the number is a difference.
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
    void match(const Sheet::Address &place);
    void askFormats();

    RunContext &m_context;
    std::vector<Sheet::Address>
        m_serials; // in the grids, in reading order: numbers that are the date, if they are dates
    std::unique_ptr<Workiva::ReadSheetData> m_formats;
};

} // namespace Writeback
