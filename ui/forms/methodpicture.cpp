#include "ui/forms/methodpicture.h"

#include "ui/look/fonts.h"
#include "ui/review/sheetpicture.h"

#include <QPainter>

#include <array>

namespace Ui {

namespace {

constexpr int columns = 3;
constexpr int rows = 6; // with a header

// What becomes of the rows below the header.
std::array<Ground, rows - 1> groundsOf(Sheet::UpdateMethod::Kind kind)
{
    using enum Ground;
    switch (kind) {
    case Sheet::UpdateMethod::Kind::Replace: return {Written, Written, Written, Cleared, Cleared};
    case Sheet::UpdateMethod::Kind::Append: return {Plain, Plain, Plain, Written, Written};
    case Sheet::UpdateMethod::Kind::Upsert: return {Plain, Written, Plain, Plain, Written};
    case Sheet::UpdateMethod::Kind::Partition: return {Plain, Plain, Written, Written, Plain};
    }
    Q_UNREACHABLE();
}

} // namespace

MethodPicture::MethodPicture(Sheet::UpdateMethod::Kind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize MethodPicture::sizeHint() const
{
    return {4 * em(this), 3 * em(this) + 1};
}

void MethodPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto grounds = groundsOf(m_kind);
    const auto rowTop = [this](int row) { return (height() - 1) * row / rows; };
    for (int row = 0; row < rows; ++row) {
        const QRect area(0, rowTop(row), width(), rowTop(row + 1) - rowTop(row));
        if (row == 0)
            painter.fillRect(area, palette().mid());
        else
            paintGround(painter, area, grounds[size_t(row) - 1], palette());
    }
    painter.setPen(palette().color(QPalette::Mid));
    for (int row = 1; row < rows; ++row)
        painter.drawLine(0, rowTop(row), width(), rowTop(row));
    for (int column = 1; column < columns; ++column)
        painter.drawLine(width() * column / columns, 0, width() * column / columns, height());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Ui
