#include "ui/forms/detailsform.h"

#include "ui/forms/datasetfield.h"
#include "ui/forms/regionfield.h"
#include "ui/forms/sheetfield.h"
#include "ui/forms/spreadsheetfield.h"
#include "ui_detailsform.h"

#include <QWhatsThis>

namespace Desktop {

DetailsForm::DetailsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::DetailsForm>())
{
    m_ui->setupUi(this);
    m_dataSet = new DataSetField(m_ui->dataSet, m_ui->dataSetInfo, this);
    m_spreadsheet = new SpreadsheetField(m_ui->spreadsheet, m_ui->spreadsheetInfo, this);
    m_sheet = new SheetField(m_ui->sheet, m_ui->sheetInfo, this);
    m_region = new RegionField(m_ui->region, m_ui->regionInfo, this);

    connect(m_spreadsheet, &SpreadsheetField::sheetsForgotten, m_sheet, &SheetField::clear);
    connect(m_spreadsheet, &SpreadsheetField::sheetNamed, m_sheet, &SheetField::want);
    connect(m_spreadsheet, &SpreadsheetField::sheetsListed, this, [this](const QList<Setup::SheetInfo> &sheets) {
        m_sheet->offer(sheets);
        chooseNamedSheet();
    });
    connect(m_sheet, &SheetField::changed, this, [this] { m_region->setSheet(m_sheet->sheet()); });
    connect(m_region, &RegionField::changed, this, &DetailsForm::chooseNamedSheet);
    connect(m_ui->regionHelp, &QPushButton::clicked, this, [this] {
        QWhatsThis::showText(mapToGlobal(m_ui->region->geometry().bottomLeft()), m_ui->region->whatsThis(), this);
    });

    connect(m_dataSet, &DataSetField::changed, this, &DetailsForm::changed);
    connect(m_spreadsheet, &SpreadsheetField::changed, this, &DetailsForm::changed);
    connect(m_sheet, &SheetField::changed, this, &DetailsForm::changed);
    connect(m_region, &RegionField::changed, this, &DetailsForm::changed);
    for (const QCheckBox *option : {m_ui->columnNames, m_ui->asKept, m_ui->datesAsText})
        connect(option, &QCheckBox::toggled, this, &DetailsForm::changed);
}

DetailsForm::~DetailsForm() = default;

void DetailsForm::setCatalogue(Setup::Catalogue *catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    m_dataSet->setCatalogue(catalogue);
    m_spreadsheet->setCatalogue(catalogue);
}

void DetailsForm::load(const Profiles::Profile &profile)
{
    m_dataSet->load(profile.dataSetId, profile.dataSetName);
    m_spreadsheet->load(profile.spreadsheetId, profile.spreadsheetName);
    m_sheet->want(profile.sheetId);
    m_region->setText(profile.dataSetId.isEmpty() ? QString() : profile.region.toString());
    m_ui->columnNames->setChecked(profile.columnNames);
    m_ui->asKept->setChecked(profile.asKept);
    m_ui->datesAsText->setChecked(profile.datesAsText);
}

void DetailsForm::save(Profiles::Profile &profile) const
{
    if (const auto &dataSet = m_dataSet->dataSet()) {
        profile.dataSetId = dataSet->id;
        profile.dataSetName = dataSet->name;
    }
    if (const auto &spreadsheet = m_spreadsheet->spreadsheet()) {
        profile.spreadsheetId = spreadsheet->id;
        profile.spreadsheetName = spreadsheet->name;
    }
    if (const Setup::SheetInfo *sheet = m_sheet->sheet()) {
        profile.sheetId = sheet->id;
        profile.sheetPath = sheet->path;
    }
    if (const auto region = m_region->region())
        profile.region = *region;
    profile.columnNames = m_ui->columnNames->isChecked();
    profile.asKept = m_ui->asKept->isChecked();
    profile.datesAsText = m_ui->datesAsText->isChecked();
}

void DetailsForm::setRegion(const Sheet::Region &region)
{
    m_region->setText(region.toString());
}

QString DetailsForm::missing() const
{
    const auto &dataSet = m_dataSet->dataSet();
    const auto &spreadsheet = m_spreadsheet->spreadsheet();
    if (m_dataSet->isWaiting())
        return tr("Domo is being asked for the DataSet.");
    if (!dataSet)
        return tr("Choose the DataSet.");
    if (dataSet->columns <= 0)
        return tr("The DataSet has no columns: choose another one.");
    if (m_spreadsheet->isWaiting())
        return tr("Workiva is being asked for the spreadsheet.");
    if (!spreadsheet)
        return tr("Choose the spreadsheet.");
    if (spreadsheet->locked)
        return tr("The spreadsheet is locked: unlock it in Workiva, or choose another one.");
    if (!m_sheet->isComplete())
        return m_sheet->sheet() ? tr("The sheet is locked: unlock it in Workiva, or choose another one.")
                                : tr("Choose the sheet.");
    return m_region->region() ? QString() : tr("Enter the region where the data goes.");
}

void DetailsForm::chooseNamedSheet()
{
    const QString name = m_region->namedSheet();
    if (!name.isEmpty())
        m_sheet->chooseNamed(name);
}

} // namespace Desktop
