#pragma once

#include "writeback/step.h"

#include <memory>

namespace Workiva {
class GetSheet;
class GetSpreadsheet;
} // namespace Workiva

namespace Writeback {

// Right before the first write: is the sheet's revision still the one from before the reading? If the sheet's table has
// no revision, the spreadsheet's is used; without either the step is skipped. If it has changed, the run reads and
// compares again; after several rounds it ends with Conflict, because somebody else is editing.
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
    void requestSheet();
    void requestSpreadsheet();
    void compare(const QString &before, const QString &now);

    std::unique_ptr<Workiva::GetSheet> m_sheet;
    std::unique_ptr<Workiva::GetSpreadsheet> m_spreadsheet;
};

} // namespace Writeback
