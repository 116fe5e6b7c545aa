#include "writeback/othersheets.h"

namespace Writeback {

OtherSheets::OtherSheets(Net::Service &workiva, Workiva::SheetId sheet, Sink sink, QObject *parent)
    : JobWith(parent), m_workiva(workiva), m_sheet(std::move(sheet)), m_sink(std::move(sink))
{
}

OtherSheets::~OtherSheets() = default;

void OtherSheets::run()
{
    m_list = std::make_unique<Workiva::ListSheets>(m_workiva, m_sheet.spreadsheet);
    connect(m_list.get(), &Net::Job::finished, this, [this] {
        const auto &sheets = m_list->result();
        sheets ? read(*sheets) : finishWith(Core::propagate(sheets));
    });
    m_list->start();
}

void OtherSheets::abort()
{
    m_list.reset();
    m_readings.reset();
}

void OtherSheets::read(const QList<Workiva::SheetInfo> &sheets)
{
    if (sheets.size() - 1 > maxSheets) {
        finishWith(Core::fail(Core::ErrorKind::TooLarge));
        return;
    }
    m_readings = std::make_unique<Net::JobGroup>(Net::JobGroup::OnError::StopOthers);
    for (const Workiva::SheetInfo &sheet : sheets) {
        if (sheet.id == m_sheet.sheet || sheet.name.isEmpty())
            continue;
        const auto take = [this, name = sheet.name](int row, int firstColumn,
                                                    std::span<const Workiva::SheetDataCell> cells) {
            return m_sink(name, row, firstColumn, cells);
        };
        m_readings->add(
            std::make_unique<Workiva::ReadSheetData>(m_workiva, Workiva::SheetId{m_sheet.spreadsheet, sheet.id},
                                                     Sheet::Region(), Workiva::ReadSheetData::Parts::Values, take),
            [](const Core::Result<Workiva::ReadSummary> &result) -> Core::Result<void> {
                if (!result)
                    return Core::propagate(result);
                return {};
            });
    }
    connect(m_readings.get(), &Net::Job::finished, this, [this] { finishWith(m_readings->result()); });
    m_readings->start();
}

} // namespace Writeback
