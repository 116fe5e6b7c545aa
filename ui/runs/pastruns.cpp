#include "ui/runs/pastruns.h"

#include "history/runexport.h"
#include "runs/past.h"
#include "ui/look/firstsize.h"
#include "ui/look/opendialog.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/tell.h"
#include "ui/look/icons.h"
#include "ui/look/tonelabel.h"
#include "ui/runs/recorddialog.h"
#include "words/pasttext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int maxTarget = 60; // characters, at first
constexpr int maxState = 52;

void show(const Core::Result<QList<History::PastEntry>> &past, const QString &title, PastRuns::Of of, QWidget *window)
{
    if (!past)
        return tell(window, past.error());
    openDialog(new PastRuns(title, *past, of, window));
}

} // namespace

void PastRuns::showOf(const Profiles::Profile &profile, const History::RunHistory &history, QWidget *window)
{
    const auto past = Runs::pastOf(history, profile, History::RunHistory::noLimit); // Export has to be complete
    Ui::show(past, tr("Past runs of %1").arg(profile.name), Of::OneWriteback, window);
}

void PastRuns::showAll(const History::RunHistory &history, const Profiles::ProfileStore &store, QWidget *window)
{
    const auto past = Runs::pastOfAll(history, store, History::RunHistory::noLimit);
    Ui::show(past, tr("Past runs of all writebacks"), Of::All, window);
}

PastRuns::PastRuns(const QString &title, const QList<History::PastEntry> &past, Of of, QWidget *parent)
    : QDialog(parent), m_past(past), m_table(new QTableWidget(this)), m_what(new ToneLabel(this))
{
    setWindowTitle(title);
    m_table->setAccessibleName(tr("Past runs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // the region is at the end
    m_table->verticalHeader()->hide();
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_open = buttons->addButton(tr("&Open…"), QDialogButtonBox::ActionRole);
    m_open->setToolTip(tr("Show everything that is recorded about this run"));
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_export->setToolTip(tr("Save this list to a file, for a spreadsheet or another program"));
    m_export->setEnabled(!past.isEmpty());
    m_copy = buttons->addButton(tr("C&opy details"), QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // nothing else has one
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_what);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &PastRuns::copy);
    connect(m_open, &QPushButton::clicked, this, &PastRuns::openChosen);
    connect(m_export, &QPushButton::clicked, this, &PastRuns::chooseFile);
    connect(m_table, &QTableWidget::cellActivated, this, &PastRuns::openChosen);
    connect(m_table, &QTableWidget::currentCellChanged, this, &PastRuns::showChosen);
    fill();
    m_table->setColumnHidden(Writeback, of == Of::OneWriteback);
    m_table->setCurrentCell(0, Time);
    showChosen();
    m_table->setFocus();
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 176, fontMetrics().height() * 30));
}

QStringList PastRuns::textsOf(const History::PastEntry &entry)
{
    const QString when = Words::capitalized(Words::whenToTheSecondText(entry.when(), QDateTime::currentDateTimeUtc()));
    const QString state = Words::pastState(entry).text;
    if (entry.note())
        return {when, entry.writeback, {}, state, {}, {}, {}, {}};
    const History::RunRecord &run = *entry.run();
    const QLocale locale;
    // Because no response arrived.
    const bool isUnknown = run.state == ::Writeback::name(::Writeback::State::OutcomeUnknown);
    const auto known = [&run](const QString &text) { return run.ended.isValid() ? text : QString(); };
    return {when,
            entry.writeback,
            known(tr("%1 s").arg(locale.toString(double(run.entry.started.msecsTo(run.ended)) / 1000, 'f', 1))),
            state,
            run.entry.target.isEmpty() || run.range.isEmpty() ? run.entry.target + run.range
                                                              : tr("%1 (%2)").arg(run.entry.target, run.range),
            known(locale.toString(run.sourceRows)),
            known(isUnknown ? tr("unknown") : locale.toString(run.cellsWritten)),
            known(locale.toString(run.cellsCompared))};
}

void PastRuns::fill()
{
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("Writeback"), tr("Duration"), tr("State"), tr("Target"),
                                        tr("Rows"), tr("Cells written"), tr("Cells compared")});
    const auto alignment = [](int column) {
        return Qt::AlignVCenter | (column == Took || column >= Rows ? Qt::AlignRight : Qt::AlignLeft);
    };
    for (int column = 0; column < ColumnCount; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(alignment(column));
    m_table->setRowCount(int(m_past.size()));
    for (int row = 0; row < m_past.size(); ++row) {
        const History::PastEntry &entry = m_past[row];
        const QStringList texts = textsOf(entry);
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            if (column == Time)
                item->setToolTip(plainToolTip(Words::exactTimeText(entry.when())));
            item->setTextAlignment(alignment(column));
            m_table->setItem(row, column, item);
        }
        const Words::Tone tone = Words::pastState(entry).tone;
        m_table->item(row, State)->setIcon(toneIcon(tone));
        m_table->item(row, State)->setData(Qt::AccessibleDescriptionRole, Words::toneName(tone));
    }
    m_table->resizeColumnsToContents();
    QHeaderView *header = m_table->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    for (int column = 0; column < ColumnCount; ++column)
        header->resizeSection(column, header->sectionSize(column) + 3 * unit);
    for (const auto &[column, widest] : {std::pair(State, maxState), std::pair(Writeback, maxTarget)})
        header->resizeSection(column, std::min(header->sectionSize(column), widest * unit));
    header->setSectionResizeMode(Target, QHeaderView::Stretch);
}

const History::PastEntry *PastRuns::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_past.size() ? &m_past[row] : nullptr;
}

void PastRuns::showChosen()
{
    const History::PastEntry *entry = chosen();
    m_copy->setEnabled(entry);
    m_open->setEnabled(entry && entry->run());
    if (!entry)
        return m_what->setLine({Words::Tone::Note, tr("No runs yet.")});
    m_what->announce(Words::pastExplanation(*entry, QDateTime::currentDateTimeUtc()));
}

void PastRuns::copy() const
{
    if (const History::PastEntry *entry = chosen())
        QGuiApplication::clipboard()->setText(Words::pastDetails(*entry, QDateTime::currentDateTimeUtc()));
}

void PastRuns::openChosen()
{
    const History::PastEntry *entry = chosen();
    if (entry && entry->run())
        openDialog(new RecordDialog(*entry->run(), this));
}

void PastRuns::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const QString csv = tr("Table (*.csv)");
    dialog->setNameFilters({csv, tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, csv](const QString &filter) { dialog->setDefaultSuffix(filter == csv ? u"csv"_s : u"json"_s); });
    connect(dialog, &QFileDialog::fileSelected, this, &PastRuns::exportTo);
    dialog->open();
}

void PastRuns::exportTo(const QString &path)
{
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray text =
        isJson ? History::pastAsJson(m_past) : History::pastAsCsv(m_past, QTimeZone::systemTimeZone());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        tell(this, {.kind = Core::ErrorKind::Disk, .subject = path, .detail = file.errorString()});
}

} // namespace Ui
