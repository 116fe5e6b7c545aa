#include "ui/look/segments.h"

#include "ui/look/fonts.h"
#include "ui/look/rounded.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Ui {

namespace {

// A part of the row, which has round corners at its ends only.
class Segment final : public QAbstractButton
{
public:
    Segment(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true); // the group is; a screen reader is told by this
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(semiBold(font()));
        const int width = metrics.size(Qt::TextShowMnemonic, text()).width();
        return {width + metrics.height() * 3 / 2, metrics.height() * 3 / 2 + 6};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor ground = palette().color(underMouse() && isEnabled() ? QPalette::Midlight : QPalette::Button);
        QColor words = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
        if (isChecked()) {
            ground = palette().color(QPalette::Link);
            words = palette().color(QPalette::BrightText);
        }
        // What is beyond an edge is cut off, and so are its round corners.
        constexpr int beyond = 12;
        const bool isLeft = isAtEdge(true);
        const bool isRight = isAtEdge(false);
        const QRect outer = rect().adjusted(isLeft ? 0 : -beyond, 0, isRight ? 0 : beyond, 0);
        const QColor line = palette().color(isChecked() ? QPalette::Link : QPalette::Mid);
        paintRounded(&painter, outer, {.ground = ground, .line = line});
        if (!isRight) {
            painter.setPen(palette().color(QPalette::Mid));
            painter.drawLine(rect().topRight(), rect().bottomRight());
        }
        if (hasFocus())
            paintRounded(&painter, rect().adjusted(3, 3, -3, -3), {.line = words, .radius = 4});
        painter.setFont(isChecked() ? semiBold(font()) : font());
        painter.setPen(words);
        const bool shows = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this);
        painter.drawText(rect(), int(Qt::AlignCenter) | (shows ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), text());
    }

private:
    [[nodiscard]] bool isAtEdge(bool left) const
    {
        return left ? x() == 0 : geometry().right() == parentWidget()->rect().right();
    }
};

} // namespace

Segments::Segments(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
}

void Segments::add(const QString &text)
{
    auto *button = new Segment(text, this);
    const int index = int(m_buttons.size());
    m_buttons.append(button);
    m_group->addButton(button);
    m_layout->addWidget(button);
    connect(button, &QAbstractButton::toggled, this, [this, button, index](bool on) {
        if (!on)
            return;
        setFocusProxy(button);
        Q_EMIT currentChanged(index);
    });
    button->setChecked(index == 0);
}

int Segments::current() const
{
    for (qsizetype index = 0; index < m_buttons.size(); ++index) {
        if (m_buttons[index]->isChecked())
            return int(index);
    }
    return -1;
}

void Segments::setCurrent(int index)
{
    m_buttons[index]->setChecked(true);
}

void Segments::setUsable(int index, bool usable, const QString &why)
{
    m_buttons[index]->setEnabled(usable);
    m_buttons[index]->setToolTip(why);
    m_buttons[index]->setAccessibleDescription(why);
}

} // namespace Ui
