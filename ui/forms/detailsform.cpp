#include "ui/forms/detailsform.h"

#include "ui/forms/regiontext.h"
#include "ui/forms/tell.h"
#include "ui_detailsform.h"
#include "words/errortext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTimer>
#include <QWhatsThis>

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

// What can only be meant as an ID or an address, by its form. IDs of another form are looked up once no name is found.
bool isIdOrAddress(const QString &text)
{
    static const QRegularExpression id(
        QStringLiteral("^[0-9a-f]{32}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(QStringLiteral("^https?://|^[a-z0-9.-]+\\.(domo|wdesk)\\.com/"),
                                            QRegularExpression::CaseInsensitiveOption);
    return id.match(text).hasMatch() || address.match(text).hasMatch();
}

bool mayBeId(const QString &text)
{
    return !text.isEmpty() && !text.contains(u' ') && !text.contains(u'/');
}

template <typename Record> void offer(QStandardItemModel &model, const QList<Record> &records)
{
    model.clear();
    for (const Record &record : records) {
        auto *item = new QStandardItem(record.name);
        item->setData(record.id, idRole);
        model.appendRow(item);
    }
}

QString describe(const Setup::DataSet &dataSet)
{
    const QLocale locale;
    if (dataSet.columns == 0)
        return DetailsForm::tr("✗ %1 has no columns yet, so there is nothing to write.").arg(dataSet.name);
    QString text = DetailsForm::tr("✓ %1. Rows: %2, columns: %3.")
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
    , m_lookUp(new QTimer(this))
{
    m_ui->setupUi(this);
    for (QTimer *timer : {m_search, m_lookUp}) {
        timer->setSingleShot(true);
        timer->setInterval(typingPause);
    }
    connect(m_search, &QTimer::timeout, this, &DetailsForm::searchDataSet);
    connect(m_lookUp, &QTimer::timeout, this, [this] { askForSpreadsheet(m_ui->spreadsheet->text().trimmed()); });
    connect(m_ui->dataSetInfo, &StatusLine::againWanted, this,
            [this] { m_askedDataSet.isEmpty() ? searchDataSet() : askForDataSet(m_askedDataSet); });
    connect(m_ui->dataSetInfo, &StatusLine::stopWanted, this, [this] {
        forgetDataSet();
        m_ui->dataSetInfo->sayFailed(tr("Stopped."));
        Q_EMIT changed();
    });
    connect(m_ui->spreadsheetInfo, &StatusLine::againWanted, this,
            [this] { m_askedSpreadsheet.isEmpty() ? listSpreadsheets() : askForSpreadsheet(m_askedSpreadsheet); });
    connect(m_ui->spreadsheetInfo, &StatusLine::stopWanted, this, [this] {
        forgetSpreadsheet();
        m_listing = Listing::Stopped;
        m_ui->spreadsheetInfo->sayFailed(tr("Stopped."));
        Q_EMIT changed();
    });
    connect(m_ui->regionHelp, &QPushButton::clicked, this, [this] {
        QWhatsThis::showText(mapToGlobal(m_ui->region->geometry().bottomLeft()), m_ui->region->whatsThis(), this);
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
    connect(catalogue, &Setup::Catalogue::dataSetsFound, this, &DetailsForm::dataSetsFound);
    connect(catalogue, &Setup::Catalogue::dataSetFetched, this, &DetailsForm::dataSetFetched);
    connect(catalogue, &Setup::Catalogue::spreadsheetsListed, this, &DetailsForm::spreadsheetsListed);
    connect(catalogue, &Setup::Catalogue::spreadsheetFetched, this, &DetailsForm::spreadsheetFetched);
    connect(catalogue, &Setup::Catalogue::sheetsListed, this, &DetailsForm::sheetsListed);
    catalogue->searchDataSets({});
    listSpreadsheets();
    if (m_askedDataSet.isEmpty())
        dataSetEdited(m_ui->dataSet->text());
    else
        askForDataSet(m_askedDataSet);
    if (m_askedSpreadsheet.isEmpty())
        spreadsheetEdited(m_ui->spreadsheet->text());
    else
        askForSpreadsheet(m_askedSpreadsheet);
}

void DetailsForm::load(const Profiles::Profile &profile)
{
    forgetDataSet();
    forgetSpreadsheet();
    m_askedDataSet = profile.dataSetId;
    m_askedSpreadsheet = profile.spreadsheetId;
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
    return !isWaiting() && m_dataSet && m_dataSet->columns > 0 && m_spreadsheet && !m_spreadsheet->locked
        && m_ui->sheet->currentIndex() >= 0 && !m_ui->sheet->currentData(lockedRole).toBool()
        && Sheet::Region::parse(m_ui->region->text()).has_value();
}

bool DetailsForm::isWaiting() const
{
    return m_waitsForDataSet || m_waitsForSpreadsheet || m_waitsForSheets;
}

void DetailsForm::forgetDataSet()
{
    m_dataSet.reset();
    m_searching = false;
    m_waitsForDataSet = false;
    m_ui->dataSetInfo->clear();
}

void DetailsForm::dataSetEdited(const QString &text)
{
    forgetDataSet();
    m_askedDataSet.clear();
    const QString trimmed = text.trimmed();
    if (isIdOrAddress(trimmed)) {
        m_search->stop();
        const auto id = Setup::dataSetIn(trimmed);
        if (id)
            askForDataSet(*id);
        else
            m_ui->dataSetInfo->say(failureText(id.error()));
    } else if (!trimmed.isEmpty()) {
        m_search->start();
    }
    Q_EMIT changed();
}

void DetailsForm::searchDataSet()
{
    if (!m_catalogue)
        return;
    m_searching = true;
    m_ui->dataSetInfo->sayWaiting(tr("Searching Domo's DataSets …"));
    m_catalogue->searchDataSets(m_ui->dataSet->text().trimmed());
}

// Also of the search for all that comes first, so that there is something to offer to the first letters.
void DetailsForm::dataSetsFound(const Core::Result<QList<Setup::DataSet>> &found)
{
    const bool isSearch = std::exchange(m_searching, false);
    if (!found) {
        if (isSearch)
            m_ui->dataSetInfo->sayFailed(failureText(found.error()));
        return;
    }
    offer(*m_dataSets, *found);
    if (!isSearch)
        return;
    const QString text = m_ui->dataSet->text().trimmed();
    if (found->isEmpty() && mayBeId(text))
        return askForDataSet(text);
    m_ui->dataSetInfo->say(found->isEmpty() ? tr("✗ No DataSet of this name is found.")
                                            : tr("Choose one of the DataSets that are found."));
    if (m_ui->dataSet->hasFocus())
        m_ui->dataSet->completer()->complete();
}

void DetailsForm::askForDataSet(const QString &id)
{
    if (!m_catalogue)
        return;
    forgetDataSet();
    m_waitsForDataSet = true;
    m_askedDataSet = id;
    m_ui->dataSetInfo->sayWaiting(tr("Asking Domo for the DataSet …"));
    m_catalogue->fetchDataSet(id);
    Q_EMIT changed();
}

void DetailsForm::dataSetFetched(const Core::Result<Setup::DataSet> &dataSet)
{
    if (!m_waitsForDataSet)
        return; // the field was edited since
    m_waitsForDataSet = false;
    if (dataSet)
        m_dataSet = *dataSet;
    dataSet ? m_ui->dataSetInfo->say(describe(*dataSet)) : m_ui->dataSetInfo->sayFailed(failureText(dataSet.error()));
    Q_EMIT changed();
}

void DetailsForm::forgetSpreadsheet()
{
    m_spreadsheet.reset();
    m_waitsForSpreadsheet = false;
    m_waitsForSheets = false;
    m_spreadsheetFault.reset();
    m_ui->spreadsheetInfo->clear();
    m_ui->sheet->clear();
    m_ui->sheetInfo->clear();
}

void DetailsForm::spreadsheetEdited(const QString &text)
{
    forgetSpreadsheet();
    m_askedSpreadsheet.clear();
    m_lookUp->stop();
    m_wantedSheet.clear();
    const QString trimmed = text.trimmed();
    if (isIdOrAddress(trimmed)) {
        const auto place = Setup::sheetIn(trimmed);
        if (place) {
            m_wantedSheet = place->sheetId;
            askForSpreadsheet(place->spreadsheetId);
        } else {
            m_ui->spreadsheetInfo->say(failureText(place.error()));
        }
    } else {
        offerSpreadsheets();
    }
    Q_EMIT changed();
}

void DetailsForm::listSpreadsheets()
{
    if (!m_catalogue)
        return;
    m_listing = Listing::UnderWay;
    m_listFault.reset();
    m_catalogue->listSpreadsheets();
    offerSpreadsheets();
}

void DetailsForm::spreadsheetsListed(const Core::Result<QList<Setup::Spreadsheet>> &listed)
{
    if (m_listing != Listing::UnderWay)
        return;
    m_listing = Listing::Ended;
    if (listed)
        offer(*m_spreadsheets, *listed);
    else
        m_listFault = listed.error();
    offerSpreadsheets();
    if (listed && m_askedSpreadsheet.isEmpty() && m_ui->spreadsheet->hasFocus())
        m_ui->spreadsheet->completer()->complete(); // of what was typed while it was waited for
}

// What can be said of a name that is typed and not chosen.
void DetailsForm::offerSpreadsheets()
{
    const QString name = m_ui->spreadsheet->text().trimmed();
    m_lookUp->stop();
    if (name.isEmpty() || !m_askedSpreadsheet.isEmpty())
        return;
    if (m_listing == Listing::UnderWay)
        m_ui->spreadsheetInfo->sayWaiting(tr("Asking Workiva for its spreadsheets …"));
    else if (m_listing == Listing::Stopped)
        m_ui->spreadsheetInfo->sayFailed(tr("Stopped."));
    else if (m_listFault)
        m_ui->spreadsheetInfo->sayFailed(failureText(*m_listFault));
    else if (!m_spreadsheets->findItems(name, Qt::MatchContains).isEmpty())
        m_ui->spreadsheetInfo->say(tr("Choose one of the spreadsheets that are offered."));
    else if (mayBeId(name))
        m_lookUp->start();
    else
        m_ui->spreadsheetInfo->say(tr("✗ No spreadsheet of this name is found."));
}

void DetailsForm::askForSpreadsheet(const QString &id)
{
    if (!m_catalogue)
        return;
    forgetSpreadsheet();
    m_waitsForSpreadsheet = true;
    m_askedSpreadsheet = id;
    m_waitsForSheets = true;
    showSpreadsheet();
    m_catalogue->fetchSpreadsheet(id);
    m_catalogue->listSheets(id);
    Q_EMIT changed();
}

void DetailsForm::spreadsheetFetched(const Core::Result<Setup::Spreadsheet> &spreadsheet)
{
    if (!m_waitsForSpreadsheet)
        return; // the field was edited since
    m_waitsForSpreadsheet = false;
    if (spreadsheet)
        m_spreadsheet = *spreadsheet;
    else
        m_spreadsheetFault = spreadsheet.error();
    showSpreadsheet();
    Q_EMIT changed();
}

void DetailsForm::showSpreadsheet()
{
    if (m_spreadsheetFault)
        m_ui->spreadsheetInfo->sayFailed(failureText(*m_spreadsheetFault));
    else if (m_waitsForSpreadsheet || m_waitsForSheets)
        m_ui->spreadsheetInfo->sayWaiting(tr("Asking Workiva for the spreadsheet and its sheets …"));
    else if (m_spreadsheet->locked)
        m_ui->spreadsheetInfo->sayFailed(tr("✗ %1 is locked. Unlock it in Workiva.").arg(m_spreadsheet->name));
    else if (m_ui->sheet->count() == 0)
        m_ui->spreadsheetInfo->sayFailed(tr("✗ %1 has no sheets.").arg(m_spreadsheet->name));
    else
        m_ui->spreadsheetInfo->say(tr("✓ %1").arg(m_spreadsheet->name));
}

void DetailsForm::sheetsListed(const Core::Result<QList<Setup::SheetInfo>> &sheets)
{
    if (!m_waitsForSheets)
        return;
    m_waitsForSheets = false;
    if (!sheets)
        m_spreadsheetFault = sheets.error();
    for (const Setup::SheetInfo &sheet : sheets.value_or(QList<Setup::SheetInfo>())) {
        QString text = QStringLiteral("    ").repeated(sheet.depth) + sheet.name;
        if (sheet.lock == Setup::SheetInfo::Lock::Locked)
            text += u' ' + tr("(locked)");
        else if (sheet.lock == Setup::SheetInfo::Lock::InputMode)
            text += u' ' + tr("(input mode)");
        m_ui->sheet->addItem(text, sheet.id);
        m_ui->sheet->setItemData(m_ui->sheet->count() - 1, sheet.path, Qt::ToolTipRole);
        m_ui->sheet->setItemData(m_ui->sheet->count() - 1, sheet.lock == Setup::SheetInfo::Lock::Locked, lockedRole);
    }
    // Of several sheets none is chosen by itself: what lies in the region is overwritten.
    const bool isOnly = m_wantedSheet.isEmpty() && m_ui->sheet->count() == 1;
    m_ui->sheet->setCurrentIndex(isOnly ? 0 : m_ui->sheet->findData(m_wantedSheet));
    sheetChosen(); // also when there is none
    showSpreadsheet();
}

void DetailsForm::sheetChosen()
{
    QString text;
    if (m_ui->sheet->currentData(lockedRole).toBool())
        text = tr("✗ The sheet is locked. Unlock it in Workiva, or choose another.");
    else if (m_ui->sheet->count() > 0 && m_ui->sheet->currentIndex() < 0 && m_wantedSheet.isEmpty())
        text = tr("Choose the sheet that is written to.");
    else if (m_ui->sheet->count() > 0 && m_ui->sheet->currentIndex() < 0)
        text = tr("✗ The sheet that was chosen is not in this spreadsheet any more. Choose another.");
    m_ui->sheetInfo->say(text);
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
        announce(m_ui->regionInfo,
                 QStringLiteral("✗ %1 – %2").arg(marked, Words::regionFaultText(fault).toHtmlEscaped()));
    }
    Q_EMIT changed();
}

} // namespace Desktop
