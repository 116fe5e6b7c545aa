#include "writeback/othersheets.h"

namespace Writeback {

namespace {

constexpr int sheetsAtOnce = 6; // as many as there are connections: others would wait within their time limits

} // namespace

OtherSheets::OtherSheets(Net::Service &workiva, Workiva::SheetId sheet, qsizetype maxSheets, SinkOf sinkOf,
                         QObject *parent)
    : JobWith(parent)
    , m_workiva(workiva)
    , m_sheet(std::move(sheet))
    , m_maxSheets(maxSheets)
    , m_sinkOf(std::move(sinkOf))
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
    m_waiting.clear();
}

void OtherSheets::read(const QList<Workiva::SheetInfo> &sheets)
{
    for (const Workiva::SheetInfo &sheet : sheets) {
        Workiva::SheetDataSink sink = sheet.id == m_sheet.sheet ? nullptr : m_sinkOf(sheet);
        if (sink)
            m_waiting.push_back(std::make_unique<Workiva::ReadSheetData>(
                m_workiva, Workiva::SheetId{m_sheet.spreadsheet, sheet.id}, Sheet::Region(),
                Workiva::ReadSheetData::Parts::Values, std::move(sink)));
    }
    if (qsizetype(m_waiting.size()) > m_maxSheets) {
        finishWith(Core::fail(Core::ErrorKind::TooLarge));
        return;
    }
    readNext();
}

void OtherSheets::readNext()
{
    m_readings = std::make_unique<Net::JobGroup>(Net::JobGroup::OnError::StopOthers);
    for (int i = 0; i < sheetsAtOnce && !m_waiting.empty(); ++i) {
        m_readings->add(std::move(m_waiting.back()),
                        [](const Core::Result<Workiva::ReadSummary> &result) -> Core::Result<void> {
                            if (!result)
                                return Core::propagate(result);
                            return {};
                        });
        m_waiting.pop_back();
    }
    connect(m_readings.get(), &Net::Job::finished, this, [this] {
        const Core::Result<void> result = m_readings->result();
        if (result && !m_waiting.empty())
            readNext();
        else
            finishWith(result);
    });
    m_readings->start();
}

} // namespace Writeback
