#include "ui/look/wraplabel.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace Ui {

namespace {

constexpr int minCharacters = 10; // beside something else in a narrow window

QTextOption optionOf(const QLabel &label)
{
    QTextOption option(label.alignment() | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(label.layoutDirection()); // a sentence may begin with a name in another one
    return option;
}

} // namespace

WrapLabel::WrapLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

QSize WrapLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minCharacters, fontMetrics().height()};
}

int WrapLabel::heightForWidth(int width) const
{
    double height = 0;
    for (const QString &paragraph : text().split(u'\n')) {
        QTextLayout layout(paragraph, font());
        layout.setTextOption(optionOf(*this));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            height += std::ceil(line.height());
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            height += fontMetrics().height();
    }
    return int(std::ceil(height));
}

void WrapLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    painter.drawText(QRectF(rect()), text(), optionOf(*this));
}

} // namespace Ui
