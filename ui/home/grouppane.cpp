#include "ui/home/grouppane.h"

#include "ui/look/chip.h"
#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/wraplabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace Ui {

GroupPane::GroupPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel)
    , m_count(new QLabel)
    , m_run(new QPushButton(tr("&Run all")))
    , m_flow(new FlowLayout(FlowLayout::Widths::Own))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeTitle(m_title);
    makeSecondary(m_count);
    makePrimary(m_run, Icon::Run);
    m_run->setToolTip(tr("Run the writebacks shown below its heading"));
    auto *layout = new QGridLayout(this);
    const int line = fontMetrics().height();
    layout->setContentsMargins(line, line, line, line);
    layout->setVerticalSpacing(line / 8);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_run, 0, 1, 2, 1, Qt::AlignTop);
    layout->addWidget(m_count, 1, 0);
    layout->setRowMinimumHeight(2, line);
    m_flow->setSpacing(line / 2);
    layout->addLayout(m_flow, 3, 0, 1, 2);
    layout->setRowStretch(4, 1);
    layout->setColumnStretch(0, 1);
    connect(m_run, &QPushButton::clicked, this, &GroupPane::runWanted);
}

void GroupPane::show(const Group &group)
{
    m_title->setText(group.name);
    m_count->setText(group.count);
    while (m_states.size() < group.states.size()) {
        m_states.append(new Chip(this));
        m_flow->addWidget(m_states.last());
    }
    for (qsizetype at = 0; at < m_states.size(); ++at) {
        m_states[at]->setVisible(at < group.states.size());
        if (at < group.states.size())
            m_states[at]->setLine(group.states[at]);
    }
    m_run->setEnabled(group.canRun);
}

} // namespace Ui
