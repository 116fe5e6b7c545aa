#include "ui/runs/pastruns.h"

#include "ui/forms/tell.h"
#include "words/errortext.h"
#include "words/reporttext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Desktop {

PastRuns::PastRuns(const QString &profileName, const QList<History::RunRecord> &runs, QWidget *parent)
    : QDialog(parent), m_runs(runs), m_table(new QTableWidget(this)), m_what(new QLabel(this))
{
    setWindowTitle(tr("Past runs of %1").arg(profileName));
    m_table->setAccessibleName(tr("Past runs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // nothing else has one
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_what);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::currentCellChanged, this, &PastRuns::showChosen);
    fill();
    m_table->setCurrentCell(0, 0);
    showChosen();
    resize(QSize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 30)
               .boundedTo(screen()->availableSize()));
}

void PastRuns::fill()
{
    const QLocale locale;
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Started"), tr("Took"), tr("State"), tr("Went to"), tr("Rows"),
                                        tr("Cells written"), tr("Cells read back")});
    m_table->setRowCount(int(m_runs.size()));
    for (int row = 0; row < m_runs.size(); ++row) {
        const History::RunRecord &run = m_runs[row];
        const bool isUnknown = run.state == Writeback::name(Writeback::State::OutcomeUnknown); // for want of an answer
        const QStringList texts{locale.toString(run.started.toLocalTime(), QLocale::ShortFormat),
                                tr("%1 s").arg(locale.toString(double(run.started.msecsTo(run.ended)) / 1000, 'f', 1)),
                                Words::stateSign(run.state) + Words::stateName(run.state),
                                run.target.isEmpty() || run.range.isEmpty() ? run.target + run.range
                                                                            : tr("%1 (%2)").arg(run.target, run.range),
                                locale.toString(run.sourceRows),
                                isUnknown ? tr("not known") : locale.toString(run.cellsWritten),
                                locale.toString(run.cellsCompared)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            const bool isNumber = column == Took || column >= Rows;
            item->setTextAlignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < ColumnCount; ++column)
        header->resizeSection(column, header->sectionSize(column) + 3 * fontMetrics().averageCharWidth());
    header->setSectionResizeMode(Range, QHeaderView::Stretch);
}

void PastRuns::showChosen()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_runs.size())
        return m_what->setText(m_runs.isEmpty() ? tr("It has not run yet.") : QString());
    const std::optional<Core::Error> &error = m_runs[row].error;
    if (!error)
        return announce(m_what, QString());
    const QString quote = Words::errorText(*error).quote;
    announce(m_what, quote.isEmpty() ? failureText(*error) : failureText(*error) + u'\n' + quote);
}

} // namespace Desktop
