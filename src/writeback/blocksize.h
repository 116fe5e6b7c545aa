#pragma once

#include <QtGlobal>

#include <chrono>

namespace Writeback {

// How many cells the next request may carry. Nobody documents how many the service manages within its 29 s, so the pace
// begins with a page's worth and follows what it sees: twice as many after a quick block, half after a slow one or one
// without an answer. Pure; one writer.
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
