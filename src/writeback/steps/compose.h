#pragma once

#include "writeback/step.h"

#include <memory>

namespace Writeback {

class DateMatcher;

// The desired grid by the update method, how it lies in the region, and what has to change. The sheet is asked for
// nothing but the formats of cells that may hold the very dates already. When the region was read again, the step alone
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
    void compare();

    std::unique_ptr<DateMatcher> m_dates;
};

} // namespace Writeback
