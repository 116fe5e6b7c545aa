#include "ui/runs/runpanel.h"

#include "ui/look/danger.h"
#include "ui/look/icons.h"
#include "ui/look/tonelabel.h"
#include "ui/runs/nowline.h"
#include "ui/runs/recordtext.h"
#include "words/endtext.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/reporttext.h"
#include "words/statetext.h"
#include "words/steptext.h"
#include "words/waitingtext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

RunPanel::RunPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_steps(new QListWidget(this))
    , m_bar(new QProgressBar(this))
    , m_loss(new ToneLabel(this))
    , m_sentence(new ToneLabel(this))
    , m_details(new QPlainTextEdit(this))
    , m_write(new QPushButton(tr("&Overwrite formulas"), this))
    , m_decline(new QPushButton(tr("Do &not write"), this))
    , m_cancel(new QPushButton(tr("&Cancel run"), this))
    , m_wait(new QPushButton(tr("Wait &for the earlier write"), this))
    , m_goOn(new QPushButton(tr("Run an&yway"), this))
    , m_check(new QPushButton(tr("Chec&k"), this))
    , m_open(new QPushButton(tr("Open in &Workiva"), this))
    , m_copy(new QPushButton(tr("C&opy details"), this))
    , m_dismiss(new QPushButton(tr("H&ide"), this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true); // a long name must not widen the window
    m_dismiss->setToolTip(tr("Hide this panel. The list still shows how the run ended."));
    m_wait->setToolTip(tr("Run again once the earlier write has finished, or some minutes after it was sent"));
    m_goOn->setToolTip(tr("Run again without waiting for the earlier write"));
    m_check->setToolTip(tr("Compare the sheet with the data without writing"));
    m_steps->setAccessibleName(tr("Steps of the run"));
    m_steps->setIconSize({fontMetrics().height(), fontMetrics().height()});
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_details->setAccessibleName(tr("Details of the run"));
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (ToneLabel *label : {m_loss, m_sentence}) {
        label->setAlignment(Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_title->setTextFormat(Qt::PlainText); // names are foreign text
    showDanger(m_loss, true);

    auto *left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addWidget(m_steps);
    left->addWidget(m_bar);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_write, m_decline, m_cancel, m_wait, m_goOn, m_check, m_open, m_copy})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_dismiss);
    auto *right = new QVBoxLayout;
    right->addWidget(m_loss);
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
    connect(m_wait, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(Writeback::Unsettled::Wait); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(Writeback::Unsettled::Proceed); });
    connect(m_check, &QPushButton::clicked, this, &RunPanel::checkWanted);
    connect(m_copy, &QPushButton::clicked, this, &RunPanel::copy);
}

void RunPanel::show(const QString &title, const Runs::RunProgress &progress)
{
    m_title->setText(progress.isCheck() ? tr("Check of %1").arg(title) : title);
    m_facts = factsText(progress.facts);
    showSteps(progress);
    const auto done = doneOf(progress);
    m_bar->setVisible(progress.running && !progress.question);
    m_bar->setRange(0, done ? 1000 : 0);
    if (done)
        m_bar->setValue(int(*done * 1000));
    showButtons(progress);
    showWords(progress);
}

void RunPanel::showButtons(const Runs::RunProgress &progress)
{
    const auto &report = progress.report;
    const bool isAsked = progress.question.has_value();
    const bool wasStoppedByAnEarlierWrite =
        report && report->error && report->error->kind == Core::ErrorKind::EarlierWrite;
    m_write->setVisible(isAsked);
    m_decline->setVisible(isAsked);
    m_cancel->setVisible(progress.running && !isAsked);
    m_cancel->setEnabled(!progress.cancelling);
    m_wait->setVisible(wasStoppedByAnEarlierWrite);
    m_goOn->setVisible(wasStoppedByAnEarlierWrite);
    m_check->setVisible(report && report->state == Writeback::State::OutcomeUnknown);
    m_open->setVisible(!progress.running || isAsked);
    m_copy->setVisible(report.has_value());
    m_details->setVisible(report || isAsked);
    m_dismiss->setVisible(!progress.running);
}

void RunPanel::showWords(const Runs::RunProgress &progress)
{
    m_loss->setVisible(progress.question.has_value());
    m_sentence->show();
    if (progress.question)
        return showQuestion(*progress.question);
    if (progress.report)
        return showEnd(progress);
    if (progress.cancelling)
        m_sentence->setLine({Words::Tone::Waiting, tr("Cancelling the run.")});
    else if (progress.queued)
        m_sentence->setLine({Words::Tone::Waiting, tr("The run is queued. It starts once another run has ended.")});
    else if (progress.waiting) // its text counts seconds, which a screen reader would announce one by one
        m_sentence->setLine({Words::Tone::Waiting, Words::waitingText(*progress.waiting) + u'.'});
    else if (progress.isCheck())
        m_sentence->setLine({Words::Tone::Waiting, tr("Comparing the sheet with the data. Nothing is written.")});
    else
        m_sentence->setLine(progress.running ? Words::Line{Words::Tone::Waiting, tr("The run is in progress.")}
                                             : Words::Line());
}

void RunPanel::showQuestion(const Writeback::ReviewSummary &review)
{
    using Kind = Writeback::Finding::Kind;
    const auto has = [&review](Kind kind) {
        return std::ranges::any_of(review.findings, [kind](const auto &finding) { return finding.kind == kind; });
    };
    const bool clears = has(Kind::ClearsMoreThanItWrites);
    const bool overwrites = has(Kind::FormulasOverwritten);
    m_write->setText(clears && overwrites ? tr("Cl&ear and overwrite")
                         : clears         ? tr("Cl&ear %1 cells").arg(QLocale().toString(review.changes.cleared))
                                          : tr("&Overwrite formulas"));
    m_loss->announce({Words::Tone::Warning, Words::lossTexts(review).join(u' ')});
    QStringList others;
    for (const Writeback::Finding &finding : review.findings) {
        if (!Writeback::isLoss(finding.kind))
            others.append(Words::findingText(finding, review));
    }
    m_sentence->setLine({Words::Tone::Note, others.join(u' ')});
    m_sentence->setVisible(!others.isEmpty());
    m_details->setPlainText(Words::reviewText(review));
}

void RunPanel::showEnd(const Runs::RunProgress &progress)
{
    const Writeback::RunReport &report = *progress.report;
    m_details->setPlainText(Words::reportText(report));
    if (progress.isCheck())
        return m_sentence->announce(Words::checkText(report, progress.pendingChanges));
    QStringList sentences{Words::stateText(report.state)};
    if (report.error) { // what happened, what it means for the sheet, what to do
        const Words::ErrorText text = Words::errorText(*report.error);
        sentences = {text.message, sentences.first(), text.next};
        sentences.removeAll(QString());
    }
    m_sentence->announce({Words::stateTone(Writeback::name(report.state)), sentences.join(u' ')});
}

void RunPanel::copy() const
{
    QGuiApplication::clipboard()->setText(m_facts + u"\n\n"_s + m_details->toPlainText());
}

// Unchanged lines are not set again: a screen reader would announce them again.
void RunPanel::showSteps(const Runs::RunProgress &progress)
{
    while (m_steps->count() > progress.steps.size())
        delete m_steps->takeItem(m_steps->count() - 1);
    for (int row = 0; row < progress.steps.size(); ++row) {
        const Words::Line line = Words::stepLine(progress.steps[row], progress.waiting.has_value());
        const QString tone = Words::toneName(line.tone);
        if (row >= m_steps->count())
            m_steps->addItem(QString());
        QListWidgetItem *item = m_steps->item(row);
        if (item->text() != line.text)
            item->setText(line.text);
        if (item->data(Qt::AccessibleDescriptionRole).toString() == tone)
            continue;
        item->setIcon(toneIcon(line.tone));
        item->setData(Qt::AccessibleDescriptionRole, tone);
    }
    if (progress.running)
        m_steps->scrollToBottom();
}

} // namespace Ui
