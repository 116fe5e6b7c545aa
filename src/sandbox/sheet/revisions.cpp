#include "sandbox/sheet/revisions.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr size_t max = 20;
constexpr size_t min = 2;
constexpr qint64 maxBytes = qint64(256) * 1024 * 1024;

std::unique_ptr<const StoredSpreadsheet> copyOf(const StoredSpreadsheet &original)
{
    auto copy = std::make_unique<StoredSpreadsheet>();
    copy->id = original.id;
    copy->name = original.name;
    copy->linksPublished = original.linksPublished;
    copy->created = original.created;
    copy->modified = original.modified;
    copy->revision = original.revision;
    for (const auto &sheet : original.sheets)
        copy->sheets.push_back(std::make_unique<Worksheet>(*sheet));
    return copy;
}

template <typename Count> qint64 sum(const StoredSpreadsheet &spreadsheet, Count count)
{
    qint64 total = 0;
    for (const auto &sheet : spreadsheet.sheets)
        total += count(sheet->cells);
    return total;
}

} // namespace

void Revisions::keep(const StoredSpreadsheet &now)
{
    m_kept.push_back(copyOf(now));
    while (m_kept.size() > max || (m_kept.size() > min && bytes() > maxBytes))
        m_kept.pop_front();
}

const StoredSpreadsheet *Revisions::find(qint64 revision) const
{
    const auto found = std::ranges::find_if(m_kept, [revision](const auto &one) { return one->revision == revision; });
    return found == m_kept.end() ? nullptr : found->get();
}

const Worksheet *Revisions::findTable(const QString &tableId, qint64 revision) const
{
    if (m_kept.empty() || revision > m_kept.back()->revision)
        return nullptr;
    for (auto one = m_kept.rbegin(); one != m_kept.rend(); ++one) {
        const Worksheet *sheet = (*one)->findTable(tableId);
        if (sheet && sheet->revision <= revision)
            return sheet;
    }
    return nullptr;
}

qint64 Revisions::bytes() const
{
    qint64 total = 0;
    for (const auto &one : m_kept)
        total += sum(*one, [](const Cells &cells) { return cells.rows(); }) * qint64(sizeof(std::shared_ptr<void>));
    const auto divided = [](const StoredSpreadsheet &one) {
        return sum(one, [](const Cells &cells) { return cells.divided(); });
    };
    return total + (divided(*m_kept.back()) - divided(*m_kept.front())) * qint64(sizeof(Cells::Stored));
}

} // namespace Sandbox
