#include "ui/runs/recorddialog.h"

#include "ui/look/banner.h"
#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/scrolled.h"
#include "ui/look/wraplabel.h"
#include "words/recordtext.h"
#include "ui/runs/runsteps.h"
#include "ui/runs/runsummary.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

RecordDialog::RecordDialog(const History::RunRecord &run, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Past run"));
    auto *title = new WrapLabel;
    title->setText(run.entry.profileName);
    title->setVisible(!run.entry.profileName.isEmpty()); // of the command line, without a saved writeback
    makeTitle(title);
    auto *banner = new Banner;
    const Words::Answer answer = Words::answer(Words::pastRunOf(run), QDateTime::currentDateTimeUtc());
    banner->show(answer.tone, answer.heading, answer.body);
    auto *summary = new RunSummary(RunSummary::Extent::Everything);
    summary->show({.record = run});
    auto *steps = new RunSteps;
    steps->show(run.steps);

    auto *body = new QWidget;
    auto *lines = new QVBoxLayout(body);
    lines->setSpacing(fontMetrics().height());
    for (QWidget *part : std::initializer_list<QWidget *>{title, banner, summary, steps})
        lines->addWidget(part);
    lines->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    const QPushButton *copy = buttons->addButton(tr("C&opy details"), QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // nothing else has one
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(body), 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this,
            [run] { QGuiApplication::clipboard()->setText(Words::recordDetails(run)); });
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 40));
}

} // namespace Ui
