#include "ui/runs/reviewwindow.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/tonelabel.h"
#include "ui/review/reviewpanel.h"
#include "words/findingtext.h"
#include "words/reviewtext.h"
#include "words/shown.h"
#include "words/spoken.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

ReviewWindow::ReviewWindow(const QString &writeback, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_panel(new ReviewPanel(this))
    , m_undecided(new ToneLabel(this))
    , m_keepEdits(new QCheckBox(this))
    , m_decline(new QPushButton(tr("Do &not write"), this))
    , m_write(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_keepEdits->setObjectName(u"keepEdits"_s);
    m_decline->setObjectName(u"decline"_s);
    m_write->setObjectName(u"write"_s);
    setWindowTitle(tr("Review: %1").arg(Words::shown(writeback)));
    m_keepEdits->setWhatsThis(tr("Leaves these cells as they are in Workiva. They are named again by the next run, as "
                                 "long as the DataSet has other values for them."));
    m_decline->setAutoDefault(false);
    m_write->setAutoDefault(false); // Enter in a field of the review must not write
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_decline);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_undecided);
    layout->addWidget(m_keepEdits); // above the buttons: beside them, long texts would not fit a small screen
    layout->addLayout(buttons);
    setFirstSize(this, {108 * em(this), 58 * em(this)});
    m_panel->offerKeeping();
    connect(m_panel, &ReviewPanel::keepingChanged, this, &ReviewWindow::showDecision);
    connect(m_panel, &ReviewPanel::accepted, this, &ReviewWindow::checkAccepted);
    connect(m_keepEdits, &QCheckBox::stateChanged, this, [this](int state) {
        if (state != Qt::PartiallyChecked)
            keepAll(state == Qt::Checked);
    });
    connect(m_write, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { decide(false); });
}

void ReviewWindow::show(const Writeback::RunReport &review)
{
    m_panel->show(review);
    const qint64 edits = m_panel->keeping().edited();
    m_keepEdits->setText(
        edits == 1 ? tr("Keep the cell that was edi&ted in Workiva since the last run")
                   : tr("Keep the %1 cells that were edi&ted in Workiva since the last run").arg(Words::number(edits)));
    m_keepEdits->setVisible(edits > 0);
    showDecision();
}

void ReviewWindow::setFindings(const QList<Writeback::Finding> &findings)
{
    m_panel->setFindings(findings);
    showDecision();
}

void ReviewWindow::showDecision()
{
    const Writeback::ReviewSummary review = m_panel->review();
    m_write->setText(Words::writeText(review));
    makePrimary(m_write, Words::lossTexts(review).isEmpty() ? Icon::Run : Icon::Warning);
    m_undecided->setLine({Words::Tone::Warning, Words::undecidedText(review)});
    m_undecided->setVisible(!m_undecided->text().isEmpty());
    const Review::Keeping &keeping = m_panel->keeping();
    const bool isSome = keeping.kept() > 0 && keeping.kept() < keeping.edited();
    m_keepEdits->setTristate(isSome);
    m_keepEdits->setCheckState(isSome ? Qt::PartiallyChecked : keeping.kept() > 0 ? Qt::Checked : Qt::Unchecked);
}

// Not if the box only shows that all are, or none is.
void ReviewWindow::keepAll(bool keeps)
{
    const Review::Keeping &keeping = m_panel->keeping();
    if (keeping.kept() != (keeps ? keeping.edited() : 0))
        m_panel->keepAll(keeps);
}

void ReviewWindow::decide(bool writes)
{
    Writeback::Decision decision{.writes = writes};
    if (writes)
        decision.keep = m_panel->keeping().keptCells();
    Q_EMIT decided(decision);
    close();
}

} // namespace Ui
