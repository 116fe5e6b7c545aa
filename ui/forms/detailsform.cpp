#include "ui/forms/detailsform.h"

#include "ui/forms/regiontext.h"
#include "ui_detailsform.h"
#include "words/errortext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLocale>
#include <QStandardItemModel>
#include <QTimer>

#include <utility>

namespace Desktop {

namespace {

using namespace std::chrono_literals;

constexpr auto typingPause = 300ms;
constexpr int idRole = Qt::UserRole;
constexpr int lockedRole = Qt::UserRole + 1;

QCompleter *completerFor(QLineEdit *field, QStandardItemModel *model)
{
    auto *completer = new QCompleter(model, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    field->setCompleter(completer);
    return completer;
}

// The ID in what was typed or pasted, when it can only be meant as one: names may have spaces, IDs are long.
bool looksLikeId(const QString &text)
{
    return text.contains(u'/') || (text.size() >= 20 && !text.contains(u' '));
}

QString failure(const Core::Error &error)
{
    const Words::ErrorText text = Words::errorText(error);
    return QStringLiteral("✗ %1 %2").arg(text.message, text.next);
}

QString describe(const Setup::DataSet &dataSet)
{
    const QLocale locale;
    QString text = DetailsForm::tr("✓ %1: %2 rows, %3 columns.")
                       .arg(dataSet.name, locale.toString(dataSet.rows), locale.toString(dataSet.columns));
    const QDateTime updated = QDateTime::fromString(dataSet.dataCurrentAt, Qt::ISODate);
    if (updated.isValid())
        text +=
            u' ' + DetailsForm::tr("Last update %1.").arg(locale.toString(updated.toLocalTime(), QLocale::ShortFormat));
    if (!dataSet.ownerName.isEmpty())
        text += u' '
            + DetailsForm::tr("Owner: %1; the owner of the writeback must own or co-own it.").arg(dataSet.ownerName);
    if (dataSet.pdpEnabled)
        text += u' ' + DetailsForm::tr("It has row policies (PDP): you may see only part of its rows.");
    return text;
}

} // namespace

DetailsForm::DetailsForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsForm>())
    , m_dataSets(new QStandardItemModel(this))
    , m_spreadsheets(new QStandardItemModel(this))
    , m_search(new QTimer(this))
{
    m_ui->setupUi(this);
    m_search->setSingleShot(true);
    m_search->setInterval(typingPause);
    connect(m_search, &QTimer::timeout, this, [this] {
        m_offers = true;
        if (m_catalogue)
            m_catalogue->searchDataSets(m_ui->dataSet->text().trimmed());
    });
    connect(m_ui->dataSet, &QLineEdit::textEdited, this, &DetailsForm::dataSetEdited);
    connect(m_ui->spreadsheet, &QLineEdit::textEdited, this, &DetailsForm::spreadsheetEdited);
    connect(m_ui->region, &QLineEdit::textChanged, this, &DetailsForm::regionEdited);
    connect(m_ui->sheet, &QComboBox::currentIndexChanged, this, &DetailsForm::sheetChosen);
    connect(m_ui->sheet, &QComboBox::activated, this,
            [this] { m_wantedSheet = m_ui->sheet->currentData(idRole).toString(); });
    connect(m_ui->columnNames, &QCheckBox::toggled, this, &DetailsForm::changed);
    connect(completerFor(m_ui->dataSet, m_dataSets), qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                m_search->stop();
                askForDataSet(index.data(idRole).toString());
            });
    connect(completerFor(m_ui->spreadsheet, m_spreadsheets), qOverload<const QModelIndex &>(&QCompleter::activated),
            this, [this](const QModelIndex &index) { askForSpreadsheet(index.data(idRole).toString()); });
    regionEdited();
    sheetChosen();
}

DetailsForm::~DetailsForm() = default;

void DetailsForm::setCatalogue(Setup::Catalogue *catalogue)
{
    if (catalogue == m_catalogue)
        return;
    if (m_catalogue)
        m_catalogue->disconnect(this);
    m_catalogue = catalogue;
    m_waitsForDataSet = false;
    m_waitsForSpreadsheet = false;
    m_waitsForSheets = false;
    if (!catalogue)
        return;
    connect(catalogue, &Setup::Catalogue::dataSetsFound, this,
            [this](const Core::Result<QList<Setup::DataSet>> &found) {
                if (!found)
                    return; // fetching the DataSet will say what is wrong
                m_dataSets->clear();
                for (const Setup::DataSet &dataSet : *found) {
                    auto *item = new QStandardItem(dataSet.name);
                    item->setData(dataSet.id, idRole);
                    m_dataSets->appendRow(item);
                }
                if (std::exchange(m_offers, false) && m_ui->dataSet->hasFocus())
                    m_ui->dataSet->completer()->complete();
            });
    connect(catalogue, &Setup::Catalogue::dataSetFetched, this, &DetailsForm::dataSetFetched);
    connect(catalogue, &Setup::Catalogue::spreadsheetsListed, this,
            [this](const Core::Result<QList<Setup::Spreadsheet>> &listed) {
                m_spreadsheets->clear();
                for (const Setup::Spreadsheet &spreadsheet : listed.value_or(QList<Setup::Spreadsheet>())) {
                    auto *item = new QStandardItem(spreadsheet.name);
                    item->setData(spreadsheet.id, idRole);
                    m_spreadsheets->appendRow(item);
                }
                if (!listed)
                    m_ui->spreadsheetInfo->setText(failure(listed.error()));
            });
    connect(catalogue, &Setup::Catalogue::spreadsheetFetched, this, &DetailsForm::spreadsheetFetched);
    connect(catalogue, &Setup::Catalogue::sheetsListed, this, &DetailsForm::sheetsListed);
    catalogue->searchDataSets({});
    catalogue->listSpreadsheets();
    if (m_dataSet)
        askForDataSet(m_dataSet->id);
    else
        dataSetEdited(m_ui->dataSet->text());
    if (m_spreadsheet)
        askForSpreadsheet(m_spreadsheet->id);
    else
        spreadsheetEdited(m_ui->spreadsheet->text());
}

void DetailsForm::load(const Profiles::Profile &profile)
{
    m_dataSet.reset();
    m_spreadsheet.reset();
    if (!profile.dataSetId.isEmpty()) {
        m_dataSet.emplace();
        m_dataSet->id = profile.dataSetId;
        m_dataSet->name = profile.dataSetName;
    }
    if (!profile.spreadsheetId.isEmpty()) {
        m_spreadsheet.emplace();
        m_spreadsheet->id = profile.spreadsheetId;
        m_spreadsheet->name = profile.spreadsheetName;
    }
    m_wantedSheet = profile.sheetId;
    m_ui->dataSet->setText(profile.dataSetName);
    m_ui->spreadsheet->setText(profile.spreadsheetName);
    m_ui->region->setText(profile.dataSetId.isEmpty() ? QString() : profile.region.toString());
    m_ui->columnNames->setChecked(profile.columnNames);
}

void DetailsForm::save(Profiles::Profile &profile) const
{
    if (m_dataSet) {
        profile.dataSetId = m_dataSet->id;
        profile.dataSetName = m_dataSet->name;
    }
    if (m_spreadsheet) {
        profile.spreadsheetId = m_spreadsheet->id;
        profile.spreadsheetName = m_spreadsheet->name;
    }
    profile.sheetId = m_ui->sheet->currentData(idRole).toString();
    profile.sheetPath = m_ui->sheet->currentData(Qt::ToolTipRole).toString();
    if (const auto region = Sheet::Region::parse(m_ui->region->text()))
        profile.region = *region;
    profile.columnNames = m_ui->columnNames->isChecked();
}

bool DetailsForm::isComplete() const
{
    return !isWaiting() && m_dataSet && m_dataSet->columns > 0 && m_spreadsheet && m_ui->sheet->currentIndex() >= 0
        && Sheet::Region::parse(m_ui->region->text()).has_value();
}

bool DetailsForm::isWaiting() const
{
    return m_waitsForDataSet || m_waitsForSpreadsheet || m_waitsForSheets;
}

void DetailsForm::dataSetEdited(const QString &text)
{
    m_dataSet.reset();
    m_waitsForDataSet = false;
    m_ui->dataSetInfo->clear();
    const QString trimmed = text.trimmed();
    if (looksLikeId(trimmed)) {
        m_search->stop();
        const auto id = Setup::dataSetIn(trimmed);
        if (id)
            askForDataSet(*id);
        else
            m_ui->dataSetInfo->setText(failure(id.error()));
    } else if (!trimmed.isEmpty()) {
        m_search->start();
    }
    Q_EMIT changed();
}

void DetailsForm::askForDataSet(const QString &id)
{
    if (!m_catalogue)
        return;
    m_waitsForDataSet = true;
    m_ui->dataSetInfo->setText(tr("Asking Domo for the DataSet …"));
    m_catalogue->fetchDataSet(id);
    Q_EMIT changed();
}

void DetailsForm::dataSetFetched(const Core::Result<Setup::DataSet> &dataSet)
{
    if (!m_waitsForDataSet)
        return; // the field was edited since
    m_waitsForDataSet = false;
    m_dataSet.reset();
    if (dataSet)
        m_dataSet = *dataSet;
    m_ui->dataSetInfo->setText(dataSet ? describe(*dataSet) : failure(dataSet.error()));
    Q_EMIT changed();
}

void DetailsForm::spreadsheetEdited(const QString &text)
{
    m_spreadsheet.reset();
    m_waitsForSpreadsheet = false;
    m_waitsForSheets = false;
    m_wantedSheet.clear();
    m_ui->spreadsheetInfo->clear();
    m_ui->sheet->clear();
    const QString trimmed = text.trimmed();
    if (looksLikeId(trimmed)) {
        const auto place = Setup::sheetIn(trimmed);
        if (place) {
            m_wantedSheet = place->sheetId;
            askForSpreadsheet(place->spreadsheetId);
        } else {
            m_ui->spreadsheetInfo->setText(failure(place.error()));
        }
    }
    Q_EMIT changed();
}

void DetailsForm::askForSpreadsheet(const QString &id)
{
    if (!m_catalogue)
        return;
    m_waitsForSpreadsheet = true;
    m_waitsForSheets = true;
    m_ui->spreadsheetInfo->setText(tr("Asking Workiva for the spreadsheet and its sheets …"));
    m_catalogue->fetchSpreadsheet(id);
    m_catalogue->listSheets(id);
    Q_EMIT changed();
}

void DetailsForm::spreadsheetFetched(const Core::Result<Setup::Spreadsheet> &spreadsheet)
{
    if (!m_waitsForSpreadsheet)
        return; // the field was edited since
    m_waitsForSpreadsheet = false;
    m_spreadsheet.reset();
    if (spreadsheet)
        m_spreadsheet = *spreadsheet;
    if (!spreadsheet)
        m_ui->spreadsheetInfo->setText(failure(spreadsheet.error()));
    else if (spreadsheet->locked)
        m_ui->spreadsheetInfo->setText(tr("✗ %1 is locked. Unlock it in Workiva.").arg(spreadsheet->name));
    else
        m_ui->spreadsheetInfo->setText(tr("✓ %1").arg(spreadsheet->name));
    Q_EMIT changed();
}

void DetailsForm::sheetsListed(const Core::Result<QList<Setup::SheetInfo>> &sheets)
{
    if (!m_waitsForSheets)
        return;
    m_waitsForSheets = false;
    m_ui->sheet->clear();
    if (!sheets) {
        m_ui->spreadsheetInfo->setText(failure(sheets.error()));
        Q_EMIT changed();
        return;
    }
    for (const Setup::SheetInfo &sheet : *sheets) {
        QString text = QStringLiteral("    ").repeated(sheet.depth) + sheet.name;
        if (sheet.lock == Setup::SheetInfo::Lock::Locked)
            text += u' ' + tr("(locked)");
        else if (sheet.lock == Setup::SheetInfo::Lock::InputMode)
            text += u' ' + tr("(input mode)");
        m_ui->sheet->addItem(text, sheet.id);
        m_ui->sheet->setItemData(m_ui->sheet->count() - 1, sheet.path, Qt::ToolTipRole);
        m_ui->sheet->setItemData(m_ui->sheet->count() - 1, sheet.lock == Setup::SheetInfo::Lock::Locked, lockedRole);
    }
    m_ui->sheet->setCurrentIndex(m_wantedSheet.isEmpty() ? 0 : m_ui->sheet->findData(m_wantedSheet));
    Q_EMIT changed();
}

void DetailsForm::sheetChosen()
{
    const bool locked = m_ui->sheet->currentData(lockedRole).toBool();
    m_ui->sheetInfo->setVisible(locked);
    m_ui->sheetInfo->setText(locked ? tr("✗ The sheet is locked. Unlock it in Workiva, or choose another.")
                                    : QString());
    Q_EMIT changed();
}

void DetailsForm::setRegion(const Sheet::Region &region)
{
    m_ui->region->setText(region.toString());
}

void DetailsForm::regionEdited()
{
    const QString text = m_ui->region->text();
    if (text.trimmed().isEmpty()) {
        m_ui->regionInfo->setText(tr("Where the data goes in the sheet."));
    } else if (const auto region = Sheet::Region::parse(text)) {
        QString meaning = regionText(*region);
        const QString sheet = Sheet::Region::sheetNameIn(text);
        if (!sheet.isEmpty())
            meaning += u' ' + tr("The sheet name \"%1\" is ignored: the sheet is the one chosen above.").arg(sheet);
        m_ui->regionInfo->setText(QStringLiteral("✓ ") + meaning);
    } else {
        const Sheet::RegionFault fault = Sheet::regionFault(region.error());
        const QString marked = text.left(fault.position).toHtmlEscaped() + QStringLiteral("<b><u>")
            + (fault.position < text.size() ? QString(text[fault.position]).toHtmlEscaped() : QStringLiteral("&nbsp;"))
            + QStringLiteral("</u></b>") + text.mid(fault.position + 1).toHtmlEscaped();
        m_ui->regionInfo->setText(QStringLiteral("✗ %1 – %2").arg(marked, fault.reason.toHtmlEscaped()));
    }
    Q_EMIT changed();
}

} // namespace Desktop
