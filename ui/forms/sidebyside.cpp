#include "ui/forms/sidebyside.h"

#include "ui/look/fonts.h"

#include <QBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

constexpr int foldBelow = 60; // em

} // namespace

SideBySide::SideBySide(QWidget *first, QWidget *other)
    : m_first(first), m_other(other), m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height());
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // its own minimum would not let it fold
    m_layout->addWidget(first, 1);
    m_layout->addWidget(other, 1);
}

bool SideBySide::isStacked() const
{
    return m_layout->direction() == QBoxLayout::TopToBottom;
}

QSize SideBySide::minimumSizeHint() const
{
    return {std::max(m_first->minimumSizeHint().width(), m_other->minimumSizeHint().width()),
            m_layout->minimumSize().height()};
}

void SideBySide::resizeEvent(QResizeEvent *event)
{
    m_layout->setDirection(width() < foldBelow * em(this) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

} // namespace Ui
