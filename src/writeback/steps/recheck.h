#pragma once

#include "writeback/step.h"

#include <memory>

namespace Workiva {
class GetSheet;
class GetSpreadsheet;
} // namespace Workiva

namespace Writeback {

// Right before the first write: is the revision of the sheet still that of before the reading? Where the sheet's table
// tells none, the spreadsheet's counts. When it has moved, the run reads and compares again; after some rounds of that
// it ends with Conflict, because somebody else is at work there. A service that tells no revision is not asked.
class Recheck final : public Step
{
    Q_OBJECT

public:
    explicit Recheck(RunContext &context, QObject *parent = nullptr);
    ~Recheck() override;

protected:
    void run() override;
    void abort() override;

private:
    void askSheet();
    void askSpreadsheet();
    void compare(const QString &before, const QString &now);

    std::unique_ptr<Workiva::GetSheet> m_sheet;
    std::unique_ptr<Workiva::GetSpreadsheet> m_spreadsheet;
};

} // namespace Writeback
