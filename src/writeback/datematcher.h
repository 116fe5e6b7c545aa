#pragma once

#include "net/job.h"
#include "writeback/runcontext.h"

#include <memory>

namespace Workiva {
class ReadSheetData;
}

namespace Writeback {

// A cell of a DATE or DATETIME column that holds the desired date in another form (the text, another form of it, or a
// serial number) counts as equal, and is matched in the existing grid. A bare number is a date only if the cell's
// format is one, which is requested from the sheet if there is such a number. If the request fails, the job still
// succeeds, and the number counts as a difference.
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
    void requestFormats();

    RunContext &m_context;
    std::vector<Sheet::Address>
        m_serials; // in the grids, in reading order: numbers that equal the date if they are dates
    std::unique_ptr<Workiva::ReadSheetData> m_formats;
};

} // namespace Writeback
