#include "ui/look/steplist.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/rounded.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

class StepButton final : public QAbstractButton
{
public:
    enum class State { Ahead, Current, Reached, Done };

    StepButton(int number, const QString &name, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(name);
        setAccessibleName(name);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void setState(State state)
    {
        m_state = state;
        setEnabled(state != State::Ahead);
        setFocusPolicy(state == State::Ahead || state == State::Current ? Qt::NoFocus : Qt::TabFocus);
        setAccessibleDescription(state == State::Current    ? StepList::tr("Current step")
                                     : state == State::Done ? StepList::tr("Done")
                                                            : QString());
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int line = fontMetrics().height();
        return {line * 5 / 2 + QFontMetrics(semiBold(font())).horizontalAdvance(text()) + line, line * 2};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const int line = fontMetrics().height();
        const bool isCurrent = m_state == State::Current;
        QPainter painter(this);
        if (isCurrent)
            paintRounded(&painter, rect(), {.ground = palette().color(QPalette::Highlight)});
        else if (underMouse() && isEnabled())
            paintRounded(&painter, rect(), {.ground = palette().color(QPalette::Window)});
        if (hasFocus())
            paintRounded(&painter, rect(), {.line = palette().color(QPalette::Link)});
        const int side = line * 4 / 3;
        QRect disc(line / 2, (height() - side) / 2, side, side);
        disc = QStyle::visualRect(layoutDirection(), rect(), disc);
        paintDisc(&painter, disc);
        const QRect words(line / 2 + side + line * 2 / 3, 0, width() - line - side - line * 2 / 3, height());
        painter.setFont(isCurrent ? semiBold(font()) : font());
        painter.setPen(palette().color(isCurrent                     ? QPalette::HighlightedText
                                           : m_state == State::Ahead ? QPalette::PlaceholderText
                                                                     : QPalette::WindowText));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                         Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    void paintDisc(QPainter *painter, const QRect &disc) const
    {
        const double radius = double(disc.height()) / 2;
        if (m_state == State::Done) {
            paintRounded(painter, disc, {.ground = toneColors(Words::Tone::Ok, palette()).text, .radius = radius});
            paintIcon(painter, disc.adjusted(3, 3, -3, -3), Icon::Check, palette().color(QPalette::Base));
            return;
        }
        const QColor color = palette().color(m_state == State::Current ? QPalette::Link : QPalette::PlaceholderText);
        paintRounded(painter, disc,
                     {.ground = palette().color(QPalette::Base),
                      .line = m_state == State::Current ? color : palette().color(QPalette::Mid),
                      .lineWidth = 1.5,
                      .radius = radius});
        painter->setPen(color);
        painter->drawText(disc, Qt::AlignCenter, locale().toString(m_number));
    }

    int m_number;
    State m_state = State::Ahead;
};

} // namespace

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addStretch();
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Steps"));
}

void StepList::setSteps(const QStringList &names)
{
    qDeleteAll(m_steps);
    m_steps.clear();
    auto *lines = qobject_cast<QVBoxLayout *>(layout());
    for (int step = 0; step < names.size(); ++step) {
        auto *button = new StepButton(step + 1, names[step], this);
        connect(button, &QAbstractButton::clicked, this, [this, step] {
            if (step != m_current)
                Q_EMIT chosen(step);
        });
        lines->insertWidget(step, button);
        m_steps.append(button);
    }
    showState();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    m_reached = std::max(m_reached, step);
    showState();
}

void StepList::setReached(int step)
{
    m_reached = std::max(step, m_current);
    showState();
}

void StepList::showState()
{
    using State = StepButton::State;
    for (int step = 0; step < m_steps.size(); ++step) {
        const State state = step == m_current ? State::Current
            : step < m_current                ? State::Done
            : step <= m_reached               ? State::Reached
                                              : State::Ahead;
        static_cast<StepButton *>(m_steps[step])->setState(state);
    }
}

} // namespace Ui
