#include "ui/look/sampleribbon.h"

#include "ui/look/palette.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Ui {

SampleRibbon::SampleRibbon(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    hide();
}

void SampleRibbon::showFor(const QStringList &samples, int all)
{
    say(samples.size() == all
            ? tr("Sample data: Domo and Workiva are a sandbox on this computer, and nothing leaves it.")
            : tr("Sample data from a sandbox on this computer is used by: %1").arg(samples.join(u", "_s)));
    setHidden(samples.isEmpty());
}

void SampleRibbon::showForAll()
{
    say(tr("Sample data: Domo and Workiva are a sandbox on this computer, and nothing leaves it."));
    show();
}

void SampleRibbon::say(const QString &text)
{
    const int line = fontMetrics().height(); // this loads fonts: not until there is something to show
    setContentsMargins(line, line / 3, line, line / 3);
    setText(text);
}

void SampleRibbon::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(rect(), formulaColors(palette()).ground);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace Ui
