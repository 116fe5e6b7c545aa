#include "ui/runs/runsteps.h"

#include "ui/look/emphasis.h"
#include "ui/look/linelist.h"
#include "words/spoken.h"
#include "words/steptext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace Ui {

using Writeback::StepProgress;

RunSteps::RunSteps(QWidget *parent)
    : QWidget(parent)
    , m_sum(new QLabel)
    , m_fold(new QPushButton)
    , m_list(new LineList(nullptr, LineList::Reading::Silent))
{
    auto *title = new QLabel(tr("Steps"));
    makeHeading(title);
    makeSecondary(m_sum);
    makeFlat(m_fold);
    m_list->setAccessibleName(tr("Steps of the run"));
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_sum);
    head->addWidget(m_fold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        showList();
    });
    hide();
}

void RunSteps::showCurrent(const QList<StepProgress> &steps)
{
    QList<StepProgress> ended = steps;
    ended.removeIf([](const StepProgress &step) { return !step.hasEnded(); });
    show(ended, Run::Current);
}

void RunSteps::show(const QList<StepProgress> &steps, Run run)
{
    QList<Words::Line> lines;
    for (const StepProgress &step : steps)
        lines.append(Words::stepLine(step));
    m_list->setLines(lines);
    const bool isWell = run == Run::Ended && !steps.isEmpty()
        && std::ranges::all_of(steps, [](const StepProgress &step) { return step.end == StepProgress::End::Well; });
    if (isWell != std::exchange(m_isWell, isWell))
        m_isOpen = !isWell;
    m_sum->setText(isWell ? tr("All %1 steps done").arg(Words::number(steps.size())) : QString());
    setVisible(!steps.isEmpty());
    showList();
}

void RunSteps::show(const QList<Writeback::StepTime> &steps)
{
    QList<StepProgress> ended;
    for (const Writeback::StepTime &step : steps)
        ended.append({.name = step.step,
                      .done = step.done,
                      .total = step.total,
                      .elapsed = step.seconds,
                      .end = step.well ? StepProgress::End::Well : StepProgress::End::Badly});
    show(ended, Run::Ended);
}

void RunSteps::showList()
{
    m_list->setVisible(m_isOpen && !m_list->lines().isEmpty());
    m_fold->setVisible(m_isWell);
    m_fold->setText(m_isOpen ? tr("Hide") : tr("Show"));
    m_fold->setAccessibleName(m_isOpen ? tr("Hide the steps") : tr("Show the steps"));
}

} // namespace Ui
