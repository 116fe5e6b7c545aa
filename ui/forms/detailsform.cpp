#include "ui/forms/detailsform.h"

#include "setup/columnchoice.h"
#include "sheet/decimal.h"
#include "sheet/period.h"
#include "ui/forms/checksdialog.h"
#include "ui/forms/columnsdialog.h"
#include "ui/forms/datasetfield.h"
#include "ui/forms/landingpanel.h"
#include "ui/forms/querydialog.h"
#include "ui/forms/regionfield.h"
#include "ui/forms/sheetfield.h"
#include "ui/forms/spreadsheetfield.h"
#include "ui/forms/updateform.h"
#include "ui/look/emphasis.h"
#include "ui/look/opendialog.h"
#include "ui/look/fonts.h"
#include "ui_detailsform.h"
#include "words/errortext.h"
#include "words/optiontext.h"
#include "words/shown.h"
#include "writeback/journal.h"

#include <QLocale>
#include <QScopedValueRollback>
#include <QWhatsThis>

namespace Ui {

DetailsForm::DetailsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<DetailsFields>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->dataSet);
    for (QLineEdit *field : {m_ui->region, m_ui->period})
        field->setFixedWidth(17 * em(this));
    for (WrapLabel *summary : {m_ui->rowsSummary, m_ui->columnsSummary})
        makeSecondary(summary);
    for (ToneLabel *info : {m_ui->columnsFault, m_ui->periodInfo})
        info->setWordWrap(true);
    makeFlat(m_ui->regionHelp);
    m_ui->asKept->setWhatsThis(m_ui->asKept->whatsThis().arg(Sheet::exactDigits));
    new DataSetField(m_details.dataSet(), m_ui->dataSet, m_ui->dataSetInfo, this);
    new SpreadsheetField(m_details.spreadsheet(), m_ui->spreadsheet, m_ui->spreadsheetInfo, this);
    new SheetField(m_details.sheet(), m_ui->sheet, m_ui->sheetInfo, this);
    new RegionField(m_details.region(), m_ui->region, m_ui->regionInfo, this);
    connect(m_ui->regionHelp, &QPushButton::clicked, this, [this] {
        QWhatsThis::showText(mapToGlobal(m_ui->region->geometry().bottomLeft()), m_ui->region->whatsThis(), this);
    });

    connect(&m_details, &Setup::Details::changed, this, &DetailsForm::changed);
    connect(this, &DetailsForm::changed, this, &DetailsForm::showWhatFollows);
    for (const QLineEdit *field : {m_ui->dataSet, m_ui->spreadsheet, m_ui->region, m_ui->period})
        connect(field, &QLineEdit::textEdited, this, &DetailsForm::edited);
    connect(m_ui->sheet, &QComboBox::activated, this, &DetailsForm::edited);
    for (const QCheckBox *option : {m_ui->columnNames, m_ui->asKept, m_ui->datesAsText}) {
        connect(option, &QCheckBox::toggled, this, &DetailsForm::changed);
        connect(option, &QCheckBox::toggled, this, [this] { // not clicked(): assistive technologies toggle without it
            if (!m_isLoading)
                Q_EMIT edited();
        });
    }
    connect(m_ui->period, &QLineEdit::textChanged, this, &DetailsForm::changed);
    connect(&m_rows, &Setup::RowsChoice::changed, this, &DetailsForm::changed);
    connect(m_ui->rowsInfo, &StatusLine::stopWanted, &m_rows, &Setup::RowsChoice::stop);
    connect(m_ui->rowsInfo, &StatusLine::retryWanted, &m_rows, &Setup::RowsChoice::again);
    connect(m_ui->rows, &QPushButton::clicked, this, &DetailsForm::openRows);
    connect(m_ui->columns, &QPushButton::clicked, this, &DetailsForm::openColumns);
    connect(m_ui->checks, &QPushButton::clicked, this, &DetailsForm::openChecks);
    connect(m_ui->update, &UpdateForm::edited, this, &DetailsForm::changed);
    connect(m_ui->update, &UpdateForm::edited, this, &DetailsForm::edited);
}

DetailsForm::~DetailsForm() = default;

void DetailsForm::setCatalogue(Setup::Catalogue *catalogue)
{
    m_glance.setCatalogue(catalogue);
    m_rows.setCatalogue(catalogue);
    m_details.setCatalogue(catalogue);
    showWhatFollows();
}

void DetailsForm::load(const Profiles::Profile &profile)
{
    const QScopedValueRollback loading(m_isLoading, true);
    m_details.load(profile);
    m_ui->dataSet->setText(profile.dataSetName);
    m_ui->spreadsheet->setText(profile.spreadsheetName);
    m_ui->region->setText(m_details.region().text());
    m_ui->columnNames->setChecked(profile.columnNames);
    m_ui->asKept->setChecked(profile.asKept);
    m_ui->datesAsText->setChecked(profile.datesAsText);
    m_ui->update->load(profile.update);
    m_ui->period->setText(profile.period);
    m_query = profile.query;
    m_shaping = profile.shaping;
    m_guards = profile.guards;
    showWhatFollows();
}

void DetailsForm::save(Profiles::Profile &profile) const
{
    m_details.save(profile);
    profile.columnNames = m_ui->columnNames->isChecked();
    profile.asKept = m_ui->asKept->isChecked();
    profile.datesAsText = m_ui->datesAsText->isChecked();
    profile.update = m_ui->update->update();
    profile.period = Sheet::periodIn(m_ui->period->text()).value_or(QString());
    profile.query = m_query;
    profile.shaping = m_shaping;
    profile.guards = m_guards;
}

void DetailsForm::setRegion(const Sheet::Region &region)
{
    m_ui->region->setText(region.toString());
}

void DetailsForm::setShaping(const Sheet::Shaping &shaping)
{
    m_shaping = shaping;
    Q_EMIT changed();
}

void DetailsForm::accept(const Sheet::Acceptance &acceptance)
{
    m_guards.accept(acceptance);
}

QWidget *DetailsForm::makeLanding()
{
    m_landing = new LandingPanel(m_glance);
    connect(m_landing, &LandingPanel::regionWanted, this, [this](const Sheet::Region &region) {
        m_ui->region->setFocus(); // the pressed button is hidden
        setRegion(region);
        Q_EMIT edited();
    });
    return m_landing;
}

void DetailsForm::showWhatFollows()
{
    m_rows.set(m_details.dataSet().dataSet(), m_query, Sheet::periodIn(m_ui->period->text()).value_or(QString()));
    showRows();
    const auto shaped = shapedDataSet();
    m_ui->update->setDataSet(shaped && *shaped ? &shaped->value() : nullptr, m_ui->datesAsText->isChecked());
    m_ui->columns->setEnabled(shaped && !m_rows.source()->schema.isEmpty());
    const QString options = Writeback::optionsText(m_shaping);
    m_ui->columnsSummary->setText(options.isEmpty() ? tr("All columns of the DataSet, as they are.")
                                                    : Words::optionNames(options));
    for (const auto &[label, fault] :
         {std::pair(m_ui->columnsFault, columnsFault()), std::pair(m_ui->periodInfo, periodFault())}) {
        label->setVisible(!fault.isEmpty());
        label->announce({Words::Tone::Warning, fault});
    }
    if (m_landing)
        showLanding();
}

std::optional<Core::Result<Setup::DataSet>> DetailsForm::shapedDataSet() const
{
    const auto source = m_rows.source();
    if (!source)
        return {};
    return Setup::shaped(*source, m_shaping);
}

QString DetailsForm::columnsFault() const
{
    const auto shaped = shapedDataSet();
    if (!shaped)
        return {};
    const auto possible = *shaped ? Sheet::check(m_shaping, m_ui->update->update()) : Core::propagate(*shaped);
    return possible ? QString() : Words::errorText(possible.error()).message;
}

QString DetailsForm::periodFault() const
{
    const QString text = m_ui->period->text();
    const auto period = Sheet::periodIn(text);
    return text.trimmed().isEmpty() || period ? QString() : Words::errorText(period.error()).message;
}

void DetailsForm::showRows()
{
    using Stage = Setup::RowsChoice::Stage;
    m_ui->rowsSummary->setText(m_query.sql.isEmpty() ? tr("All rows of the DataSet.") : Words::shown(m_query.sql));
    switch (m_rows.stage()) {
    case Stage::All:
    case Stage::Nothing: return m_ui->rowsInfo->clear();
    case Stage::Faulty: return m_ui->rowsInfo->say({Words::Tone::Warning, Words::errorText(*m_rows.error()).message});
    case Stage::Asking: return m_ui->rowsInfo->showWaiting(tr("Running the query in Domo…"));
    case Stage::Failed: return m_ui->rowsInfo->showFailure(Words::errorLine(*m_rows.error()));
    case Stage::Stopped:
        return m_ui->rowsInfo->showFailure(
            {Words::Tone::Note, tr("The query was not run, so its columns are not known.")});
    case Stage::Known: break;
    }
    const QLocale locale;
    const auto source = m_rows.source();
    m_ui->rowsInfo->say(
        {Words::Tone::Ok,
         source->rows
             ? tr("Rows: %1, columns: %2.").arg(locale.toString(*source->rows), locale.toString(*source->columns))
             : tr("Columns: %1.").arg(locale.toString(*source->columns))});
}

void DetailsForm::openRows()
{
    auto *dialog = new QueryDialog(m_query, Sheet::periodIn(m_ui->period->text()).value_or(QString()), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_query == dialog->query())
            return;
        m_query = dialog->query();
        Q_EMIT changed();
        Q_EMIT edited();
    });
    openDialog(dialog);
}

void DetailsForm::openColumns()
{
    auto *dialog = new ColumnsDialog(*m_rows.source(), m_shaping, m_ui->update->update(), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_shaping == dialog->shaping())
            return;
        m_shaping = dialog->shaping();
        Q_EMIT changed();
        Q_EMIT edited();
    });
    openDialog(dialog);
}

void DetailsForm::openChecks()
{
    auto *dialog = new ChecksDialog(m_guards, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_guards == dialog->rules())
            return;
        m_guards = dialog->rules();
        Q_EMIT edited();
    });
    openDialog(dialog);
}

void DetailsForm::showLanding()
{
    const auto dataSet = shapedDataSet();
    const Setup::Spreadsheet *spreadsheet = m_details.spreadsheet().spreadsheet();
    const Setup::SheetInfo *sheet = m_details.sheet().sheet();
    const auto region = m_details.region().region();
    if (!dataSet || !*dataSet || !spreadsheet || !sheet || !region)
        return m_landing->show({}, {});
    const Setup::Landing landing =
        Setup::landingOf(dataSet->value(), *region, m_ui->columnNames->isChecked(), m_ui->update->update().kind);
    m_glance.look({spreadsheet->id, sheet->id}, landing.areas());
    m_landing->show(landing, sheet->path);
}

QString DetailsForm::missing() const
{
    using Missing = Setup::Details::Missing;
    switch (m_details.missing()) {
    case Missing::Nothing:
        if (m_rows.stage() == Setup::RowsChoice::Stage::Faulty)
            return Words::errorText(*m_rows.error()).message;
        for (const QString &fault : {columnsFault(), m_ui->update->missing(), periodFault()}) {
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    case Missing::DomoAnswer: return tr("Looking up the DataSet in Domo.");
    case Missing::ChosenDataSet: return tr("Choose a DataSet.");
    case Missing::DataSetColumns: return tr("The DataSet has no columns. Choose another one.");
    case Missing::WorkivaAnswer: return tr("Loading the spreadsheet from Workiva.");
    case Missing::ChosenSpreadsheet: return tr("Choose a spreadsheet.");
    case Missing::UnlockedSpreadsheet:
        return tr("The spreadsheet is locked. Unlock it in Workiva, or choose another one.");
    case Missing::ChosenSheet: return tr("Choose a sheet.");
    case Missing::UnlockedSheet: return tr("The sheet is locked. Unlock it in Workiva, or choose another one.");
    case Missing::KnownRegion: return tr("Enter the region to write to.");
    }
    Q_UNREACHABLE();
}

} // namespace Ui
