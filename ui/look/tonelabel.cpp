#include "ui/look/tonelabel.h"

#include "ui/look/announce.h"
#include "ui/look/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace Ui {

ToneLabel::ToneLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

void ToneLabel::setLine(const Words::Line &line)
{
    if (line == Words::Line{m_tone, text()}) // repeated during a run: no need to lay out and paint again
        return;
    m_tone = line.tone;
    setAccessibleDescription(Words::toneName(line.tone));
    makeRoom();
    setText(line.text);
    m_above.reset();
    update();
}

void ToneLabel::announce(const Words::Line &line)
{
    const bool isNew = line != Words::Line{m_tone, text()};
    setLine(line);
    if (isNew)
        Ui::announce(this, {line.tone, QAccessible::queryAccessibleInterface(this)->text(QAccessible::Name)});
}

// For the symbol, with the height of a line.
void ToneLabel::makeRoom()
{
    const int width = m_tone == Words::Tone::Note ? 0 : fontMetrics().height() * 5 / 4;
    setContentsMargins(layoutDirection() == Qt::LeftToRight ? width : 0, 0,
                       layoutDirection() == Qt::LeftToRight ? 0 : width, 0);
}

void ToneLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (m_tone == Words::Tone::Note || text().isEmpty())
        return;
    const int side = fontMetrics().height();
    if (!m_above)
        m_above = spaceAbove();
    const int left = layoutDirection() == Qt::LeftToRight ? margin() : width() - margin() - side;
    QPainter painter(this);
    toneIcon(m_tone).paint(&painter, QRect(left, *m_above + margin(), side, side), Qt::AlignCenter,
                           isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    m_above.reset();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
}

void ToneLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    m_above.reset();
}

int ToneLabel::spaceAbove() const
{
    if (!(alignment() & Qt::AlignVCenter))
        return 0;
    const int needed = hasHeightForWidth() ? heightForWidth(width()) : sizeHint().height();
    return std::max(0, (height() - needed) / 2);
}

} // namespace Ui
