#include "writeback/causefinder.h"

#include "sheet/region.h"
#include "workiva/readtablecells.h"

#include <algorithm>

namespace Writeback {

namespace {

constexpr qint64 maxCellsExplained = 50'000; // a page of the service: an explanation is not worth more requests

Difference::Cause causeOf(const Workiva::TableCell &cell)
{
    if (cell.type == Workiva::TableCell::Type::DestinationLink)
        return Difference::Cause::Linked;
    return cell.locked ? Difference::Cause::Locked : Difference::Cause::None;
}

} // namespace

CauseFinder::CauseFinder(Net::Service &workiva, QString tableId, QList<Difference> &differences, QObject *parent)
    : JobWith(parent), m_workiva(workiva), m_tableId(std::move(tableId)), m_differences(differences)
{
}

CauseFinder::~CauseFinder() = default;

void CauseFinder::run()
{
    Sheet::Rectangle area;
    for (const Difference &difference : m_differences) {
        if (const auto place = Sheet::Region::parse(difference.place); place)
            area = area.united(place->bounded());
    }
    if (m_tableId.isEmpty() || area.isEmpty() || area.cells() > maxCellsExplained) {
        finishWith({});
        return;
    }
    m_cells =
        std::make_unique<Workiva::ReadTableCells>(m_workiva, m_tableId, area, [this](const Workiva::TableCell &cell) {
            const QString place = Sheet::toA1(cell.at);
            const auto difference = std::ranges::find(m_differences, place, &Difference::place);
            if (difference != m_differences.end())
                difference->cause = causeOf(cell);
        });
    connect(m_cells.get(), &Net::Job::finished, this, [this] { finishWith({}); });
    m_cells->start();
}

void CauseFinder::abort()
{
    m_cells.reset();
}

} // namespace Writeback
