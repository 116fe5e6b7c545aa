#include "setup/details.h"

namespace Setup {

Details::Details(QObject *parent) : QObject(parent)
{
    connect(&m_spreadsheet, &SpreadsheetChoice::sheetsForgotten, &m_sheet, &SheetChoice::clear);
    connect(&m_spreadsheet, &SpreadsheetChoice::sheetNamed, &m_sheet, &SheetChoice::want);
    connect(&m_spreadsheet, &SpreadsheetChoice::sheetsListed, this, [this](const QList<SheetInfo> &sheets) {
        m_sheet.offer(sheets);
        chooseNamedSheet();
    });
    connect(&m_sheet, &SheetChoice::changed, this,
            [this] { m_region.setSheet(m_sheet.sheet() ? m_sheet.sheet()->name : QString()); });
    connect(&m_region, &RegionChoice::typed, this, &Details::chooseNamedSheet);

    connect(&m_dataSet, &DataSetChoice::changed, this, &Details::changed);
    connect(&m_spreadsheet, &SpreadsheetChoice::changed, this, &Details::changed);
    connect(&m_sheet, &SheetChoice::changed, this, &Details::changed);
    connect(&m_region, &RegionChoice::changed, this, &Details::changed);
}

void Details::setCatalogue(Catalogue *catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    m_dataSet.setCatalogue(catalogue);
    m_spreadsheet.setCatalogue(catalogue);
}

void Details::load(const Profiles::Profile &profile)
{
    m_dataSet.load({.id = profile.dataSetId, .name = profile.dataSetName});
    m_spreadsheet.load({.id = profile.spreadsheetId, .name = profile.spreadsheetName});
    m_sheet.want(profile.sheetId);
    m_region.type(profile.dataSetId.isEmpty() ? QString() : profile.region.toString());
}

void Details::save(Profiles::Profile &profile) const
{
    if (const DataSet *dataSet = m_dataSet.dataSet()) {
        profile.dataSetId = dataSet->id;
        profile.dataSetName = dataSet->name;
    }
    if (const Spreadsheet *spreadsheet = m_spreadsheet.spreadsheet()) {
        profile.spreadsheetId = spreadsheet->id;
        profile.spreadsheetName = spreadsheet->name;
    }
    if (const SheetInfo *sheet = m_sheet.sheet()) {
        profile.sheetId = sheet->id;
        profile.sheetPath = sheet->path;
    }
    if (const auto region = m_region.region())
        profile.region = *region;
}

Details::Missing Details::missing() const
{
    if (m_dataSet.stage() == DataSetChoice::Stage::Asking)
        return Missing::DomoAnswer;
    if (!m_dataSet.dataSet())
        return Missing::ChosenDataSet;
    if (m_dataSet.dataSet()->columns <= 0)
        return Missing::DataSetColumns;
    if (m_spreadsheet.stage() == SpreadsheetChoice::Stage::Asking)
        return Missing::WorkivaAnswer;
    if (!m_spreadsheet.spreadsheet())
        return Missing::ChosenSpreadsheet;
    if (m_spreadsheet.spreadsheet()->locked)
        return Missing::UnlockedSpreadsheet;
    if (!m_sheet.sheet())
        return Missing::ChosenSheet;
    if (m_sheet.isLocked())
        return Missing::UnlockedSheet;
    return m_region.region() ? Missing::Nothing : Missing::KnownRegion;
}

void Details::chooseNamedSheet()
{
    const QString name = m_region.namedSheet();
    if (!name.isEmpty())
        m_sheet.chooseNamed(name);
}

} // namespace Setup
