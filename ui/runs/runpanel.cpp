#include "ui/runs/runpanel.h"

#include "ui/forms/tell.h"
#include "ui/runs/steptext.h"
#include "words/errortext.h"
#include "words/reporttext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Desktop {

RunPanel::RunPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_steps(new QListWidget(this))
    , m_bar(new QProgressBar(this))
    , m_sentence(new QLabel(this))
    , m_details(new QPlainTextEdit(this))
    , m_write(new QPushButton(tr("&Overwrite formulas"), this))
    , m_decline(new QPushButton(tr("Do &not write"), this))
    , m_cancel(new QPushButton(tr("&Cancel run"), this))
    , m_open(new QPushButton(tr("Open in &Workiva"), this))
    , m_copy(new QPushButton(tr("C&opy details"), this))
    , m_dismiss(new QPushButton(tr("D&ismiss"), this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true); // a long name must not make the window wide
    m_dismiss->setToolTip(tr("Take this away; the list keeps the state of the run"));
    m_steps->setAccessibleName(tr("Steps of the run"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_details->setAccessibleName(tr("Details of the run"));
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sentence->setWordWrap(true);
    for (QLabel *label : {m_title, m_sentence})
        label->setTextFormat(Qt::PlainText); // names and answers come from elsewhere
    m_sentence->setAlignment(Qt::AlignTop);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addWidget(m_steps);
    left->addWidget(m_bar);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_write);
    buttons->addWidget(m_decline);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_dismiss);
    auto *right = new QVBoxLayout;
    right->addWidget(m_sentence);
    right->addWidget(m_details);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left, 1);
    layout->addLayout(right, 1);

    connect(m_write, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(m_cancel, &QPushButton::clicked, this, &RunPanel::cancelWanted);
    connect(m_open, &QPushButton::clicked, this, &RunPanel::openInWorkivaWanted);
    connect(m_dismiss, &QPushButton::clicked, this, &RunPanel::dismissed);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
}

void RunPanel::show(const QString &title, const Runs::RunProgress &progress)
{
    m_title->setText(title);
    showSteps(progress);
    const auto done = doneOf(progress);
    m_bar->setVisible(progress.running && !progress.question);
    m_bar->setRange(0, done ? 1000 : 0);
    if (done)
        m_bar->setValue(int(*done * 1000));
    m_write->setVisible(progress.question.has_value());
    m_decline->setVisible(progress.question.has_value());
    m_dismiss->setVisible(!progress.running);
    m_cancel->setVisible(progress.running && !progress.question);
    m_cancel->setEnabled(!progress.cancelling);
    m_open->setVisible(!progress.running || progress.question);
    m_copy->setVisible(progress.report.has_value());
    m_details->setVisible(progress.report || progress.question);
    showWords(progress);
}

void RunPanel::showWords(const Runs::RunProgress &progress)
{
    if (progress.question) {
        QStringList lines{tr("The sheet has formulas where the data goes; what they calculate would be lost.")};
        for (const Writeback::Finding &finding : progress.question->findings)
            lines.append(Words::findingText(finding, *progress.question));
        announce(m_sentence, QStringLiteral("? ") + lines.join(u' '));
        m_details->setPlainText(Words::reviewText(*progress.question));
        return;
    }
    if (!progress.report) {
        m_sentence->setText(progress.running ? tr("The run is under way.") : QString());
        return;
    }
    const Writeback::RunReport &report = *progress.report;
    QString sentence = Words::stateSign(Writeback::name(report.state)) + Words::stateText(report.state);
    if (report.error) {
        const Words::ErrorText text = Words::errorText(*report.error);
        sentence += u' ' + text.message + u' ' + text.next;
    }
    announce(m_sentence, sentence);
    m_details->setPlainText(Words::reportText(report));
}

// Lines that stay the same are left alone: a screen reader would say them again.
void RunPanel::showSteps(const Runs::RunProgress &progress)
{
    while (m_steps->count() > progress.steps.size())
        delete m_steps->takeItem(m_steps->count() - 1);
    for (int row = 0; row < progress.steps.size(); ++row) {
        const QString line = stepLine(progress.steps[row]);
        if (row >= m_steps->count())
            m_steps->addItem(line);
        else if (m_steps->item(row)->text() != line)
            m_steps->item(row)->setText(line);
    }
    if (progress.running)
        m_steps->scrollToBottom();
}

} // namespace Desktop
