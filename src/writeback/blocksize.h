#pragma once

#include <QtGlobal>

#include <chrono>

namespace Writeback {

// How many cells the next request may contain. How many the service can handle within its limit of 29 s is not
// documented, so the size starts at one page, doubles after a fast block, halves after a slow one, and drops to a
// quarter after one that failed. Pure; one writer.
class BlockSize
{
public:
    [[nodiscard]] qint64 cells() const { return m_cells; }
    void blockTook(std::chrono::milliseconds time);
    void blockFailed();

private:
    qint64 m_cells = 50'000;
};

} // namespace Writeback
