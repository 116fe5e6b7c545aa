#include "sandbox/sheet/pastsheets.h"

#include "core/clock.h"

namespace Sandbox {

void PastSheets::keep(const Worksheet &sheet)
{
    if (m_lag.count() > 0)
        m_pasts[sheet.id].push_back({m_clock.elapsed() + m_lag, std::make_shared<const Worksheet>(sheet)});
}

const Worksheet &PastSheets::seen(const Worksheet &sheet)
{
    const auto found = m_pasts.find(sheet.id);
    if (found == m_pasts.end())
        return sheet;
    std::deque<Past> &pasts = found->second;
    while (!pasts.empty() && pasts.front().until <= m_clock.elapsed())
        pasts.pop_front();
    return pasts.empty() ? sheet : *pasts.front().sheet;
}

} // namespace Sandbox
