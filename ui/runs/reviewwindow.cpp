#include "ui/runs/reviewwindow.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
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
    , m_keepEdits(new QCheckBox(this))
    , m_decline(new QPushButton(tr("Do &not write"), this))
    , m_write(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_keepEdits->setObjectName(u"keepEdits"_s);
    m_decline->setObjectName(u"decline"_s);
    setWindowTitle(tr("Review: %1").arg(Words::shown(writeback)));
    m_keepEdits->setWhatsThis(tr("Leaves these cells as they are in Workiva. They are named again by the next run, as "
                                 "long as the DataSet has other values for them."));
    m_decline->setAutoDefault(false);
    m_write->setAutoDefault(false); // Enter in a field of the review must not write
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_keepEdits);
    buttons->addStretch();
    buttons->addWidget(m_decline);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_panel, 1);
    layout->addLayout(buttons);
    setFirstSize(this, {90 * em(this), 55 * em(this)});
    connect(m_keepEdits, &QCheckBox::toggled, this, &ReviewWindow::showDecision);
    connect(m_write, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { decide(false); });
}

void ReviewWindow::show(const Writeback::RunReport &review)
{
    m_review = review;
    m_panel->show(review);
    makePrimary(m_write, Words::lossTexts(review.review).isEmpty() ? Icon::Run : Icon::Warning);
    const qint64 edits = Sheet::cellsOf(review.comparison->edited);
    m_keepEdits->setText(
        edits == 1 ? tr("&Keep the cell that was edited in Workiva since the last run")
                   : tr("&Keep the %1 cells that were edited in Workiva since the last run").arg(Words::number(edits)));
    m_keepEdits->setVisible(edits > 0);
    showDecision();
}

void ReviewWindow::showDecision()
{
    Writeback::ChangeCounts changes = m_review.review.changes;
    if (m_keepEdits->isChecked()) {
        for (const Sheet::Span &span : m_review.comparison->edited) {
            for (int column = span.first; column <= span.last; ++column) {
                switch (Sheet::change(m_review.comparison->existing.at(span.row, column),
                                      m_review.comparison->desired.at(span.row, column))) {
                case Sheet::Change::Changed: --changes.changed; break;
                case Sheet::Change::New: --changes.added; break;
                case Sheet::Change::Cleared: --changes.cleared; break;
                case Sheet::Change::Unchanged:
                case Sheet::Change::Kept: break;
                }
            }
        }
    }
    m_write->setText(Words::writeText(changes));
}

void ReviewWindow::decide(bool writes)
{
    Writeback::Decision decision{.writes = writes};
    if (writes && m_keepEdits->isChecked())
        decision.keep = m_review.comparison->edited;
    Q_EMIT decided(decision);
    close();
}

} // namespace Ui
