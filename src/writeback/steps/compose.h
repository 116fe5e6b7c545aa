#pragma once

#include "writeback/step.h"

#include <memory>

namespace Writeback {

class DateMatcher;

// Matches the rows of both grids by a key: the chosen one, or, if there is none, one that is looked for. Leaves the
// counts, the rows and the shift in the context, or nothing without a key. AmbiguousKey if the chosen one does not
// identify the rows. Takes up to half a second for two million cells.
[[nodiscard]] Core::Result<void> compareByKey(RunContext &run, const Sheet::Key &chosen, bool isLookedFor);

// Computes the desired grid by the update method, its fit in the region, and the changes. Only the formats of cells
// that may hold the desired dates already are requested from the sheet. When the region is read again, this step alone
// decides whether the desired grid has to be composed again.
class Compose final : public Step
{
    Q_OBJECT

public:
    explicit Compose(RunContext &context, QObject *parent = nullptr);
    ~Compose() override;

protected:
    void run() override;
    void abort() override;

private:
    [[nodiscard]] Core::Result<Sheet::Grid> desired(const Sheet::UpdateMethod &method);
    void keepFormulas();
    void compareWithLeft();
    void leaveAlone(const std::vector<Sheet::Span> &cells);
    void compare();

    Sheet::Key m_key; // as chosen
    std::vector<Sheet::Span> m_edited; // cells of the region that changed since `left`, written or not
    std::unique_ptr<DateMatcher> m_dates;
};

} // namespace Writeback
