#include "ui/runs/runpanel.h"

#include "words/errortext.h"
#include "words/reporttext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Desktop {

namespace {

QString stepLine(const RunProgress::Step &step)
{
    const QLocale locale;
    QString line = (step.seconds ? QStringLiteral("✓ ") : QStringLiteral("… ")) + Words::stepText(step.name);
    if (step.total > 0)
        line += RunPanel::tr(": %1 of %2").arg(locale.toString(step.done), locale.toString(step.total));
    else if (step.done > 0)
        line += RunPanel::tr(": %1").arg(locale.toString(step.done));
    if (step.seconds)
        line += RunPanel::tr(" (%1 s)").arg(locale.toString(*step.seconds, 'f', 1));
    return line;
}

bool isGreen(Writeback::State state)
{
    return state == Writeback::State::Verified || state == Writeback::State::NothingToDo;
}

} // namespace

RunPanel::RunPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_steps(new QListWidget(this))
    , m_bar(new QProgressBar(this))
    , m_sentence(new QLabel(this))
    , m_details(new QPlainTextEdit(this))
    , m_cancel(new QPushButton(tr("&Cancel run"), this))
    , m_open(new QPushButton(tr("Open in &Workiva"), this))
    , m_copy(new QPushButton(tr("C&opy details"), this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_steps->setAccessibleName(tr("Steps of the run"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_details->setAccessibleName(tr("Details of the run"));
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addWidget(m_steps);
    left->addWidget(m_bar);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(m_sentence);
    right->addWidget(m_details);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left, 1);
    layout->addLayout(right, 1);

    connect(m_cancel, &QPushButton::clicked, this, &RunPanel::cancelWanted);
    connect(m_open, &QPushButton::clicked, this, &RunPanel::openInWorkivaWanted);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
}

void RunPanel::show(const QString &title, const RunProgress &progress)
{
    m_title->setText(title);
    m_steps->clear();
    for (const RunProgress::Step &step : progress.steps)
        m_steps->addItem(stepLine(step));
    const RunProgress::Step *last = progress.steps.isEmpty() ? nullptr : &progress.steps.last();
    const bool known = last && last->total > 0;
    m_bar->setVisible(progress.running);
    m_bar->setRange(0, known ? 1000 : 0);
    if (known)
        m_bar->setValue(int(last->done * 1000 / last->total));
    m_cancel->setVisible(progress.running);
    m_cancel->setEnabled(!progress.cancelling);
    m_open->setVisible(!progress.running);
    m_copy->setVisible(progress.report.has_value());
    m_details->setVisible(progress.report.has_value());
    if (!progress.report) {
        m_sentence->setText(progress.running ? tr("The run is under way.") : QString());
        return;
    }
    const Writeback::RunReport &report = *progress.report;
    QString sentence =
        (isGreen(report.state) ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + Words::stateText(report.state);
    if (report.error) {
        const Words::ErrorText text = Words::errorText(*report.error);
        sentence += u' ' + text.message + u' ' + text.next;
    }
    m_sentence->setText(sentence);
    m_details->setPlainText(Words::reportText(report));
}

} // namespace Desktop
