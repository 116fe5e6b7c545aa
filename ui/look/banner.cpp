#include "ui/look/banner.h"

#include "ui/look/announce.h"
#include "ui/look/emphasis.h"
#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/readingmargins.h"
#include "ui/look/rounded.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

Banner::Banner(QWidget *parent) : QFrame(parent), m_heading(new QLabel(this)), m_body(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    setReadingMargins(this, {line * 3, line * 3 / 4, line, line * 3 / 4}); // the symbol at the leading side
    layout->setSpacing(line / 8);
    for (QLabel *label : {m_heading, m_body}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    makeHeading(m_heading);
    setBackgroundRole(QPalette::Window); // otherwise that of a surrounding card decides which role its texts have
    applyColors();
}

QString Banner::heading() const
{
    return m_heading->text();
}

QString Banner::body() const
{
    return m_body->text();
}

QRect Banner::symbolPlace() const
{
    const int line = fontMetrics().height();
    return QStyle::visualRect(layoutDirection(), rect(), {line, line * 3 / 4, line * 4 / 3, line * 4 / 3});
}

void Banner::show(Words::Tone tone, const QString &heading, const QString &body)
{
    if (tone == m_tone && heading == m_heading->text() && body == m_body->text())
        return;
    m_tone = tone;
    m_heading->setText(heading);
    m_body->setText(body);
    m_body->setVisible(!body.isEmpty());
    const QString text = body.isEmpty() ? heading : heading + u'\n' + body;
    setAccessibleName(text);
    setAccessibleDescription(Words::toneName(tone));
    applyColors();
    update();
    announce(this, {tone, text});
}

void Banner::applyColors()
{
    for (QLabel *label : {m_heading, m_body}) {
        QPalette colors;
        colors.setColor(QPalette::WindowText, toneColors(m_tone, palette()).text);
        label->setPalette(colors);
    }
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void Banner::paintEvent(QPaintEvent *)
{
    const TonePair colors = toneColors(m_tone, palette());
    QPainter painter(this);
    paintRounded(&painter, rect(),
                 {.ground = colors.ground, .line = isHighContrast(palette()) ? colors.text : QColor(), .radius = 8});
    paintIcon(&painter, symbolPlace(), m_tone == Words::Tone::Ok ? Icon::Shield : symbolOf(m_tone), colors.text);
}

} // namespace Ui
