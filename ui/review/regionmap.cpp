#include "ui/review/regionmap.h"

#include "words/regiontext.h"

#include <QPainter>

#include <algorithm>

namespace Ui {

RegionMap::RegionMap(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Map of the sheet, the region and the data"));
}

void RegionMap::show(const Sheet::Region &region, const Sheet::Fit &fit)
{
    m_region = region;
    m_fit = fit;
    setToolTip(Words::fitText(fit));
    setAccessibleDescription(toolTip());
    update();
}

void RegionMap::clear()
{
    m_fit = {};
    setToolTip({});
    setAccessibleDescription({});
    update();
}

QSize RegionMap::sizeHint() const
{
    const int unit = fontMetrics().height();
    return {unit * 9, unit * 5};
}

void RegionMap::paintEvent(QPaintEvent *)
{
    if (m_fit.data.isEmpty())
        return;
    QPainter painter(this);
    const QRectF sheet = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(sheet, palette().base());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(sheet);

    // Each row or column of interest takes one step of the map, whatever the distance.
    const Sheet::Rectangle region = m_region.bounded();
    const Sheet::Rectangle &landing = m_fit.data;
    std::vector<int> rows{0, region.row, region.row + region.rows, landing.row + landing.rows};
    std::vector<int> columns{0, region.column, region.column + region.columns, landing.column + landing.columns};
    for (std::vector<int> *lines : {&rows, &columns}) {
        std::ranges::sort(*lines);
        lines->erase(std::unique(lines->begin(), lines->end()), lines->end());
    }
    const auto at = [](const std::vector<int> &lines, int line, double length) {
        return length * double(std::ranges::find(lines, line) - lines.begin()) / double(lines.size());
    };
    const auto place = [&](const Sheet::Rectangle &area) {
        const QPointF from(at(columns, area.column, sheet.width()), at(rows, area.row, sheet.height()));
        const bool openRight = area.column + area.columns > Sheet::maxColumns - 1;
        const bool openDown = area.row + area.rows > Sheet::maxRows - 1;
        const QPointF to(openRight ? sheet.width() : at(columns, area.column + area.columns, sheet.width()),
                         openDown ? sheet.height() : at(rows, area.row + area.rows, sheet.height()));
        return QRectF(sheet.topLeft() + from, sheet.topLeft() + to);
    };
    const bool overflows = m_fit.kind == Sheet::Fit::Kind::Overflows;
    QColor rest = palette().color(QPalette::Text);
    rest.setAlpha(90);
    painter.fillRect(place(region), QBrush(rest, Qt::BDiagPattern));
    QColor inside = palette().color(QPalette::Link);
    inside.setAlpha(110);
    painter.fillRect(place(landing), overflows ? QBrush(inside, Qt::Dense5Pattern) : QBrush(inside));
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawRect(place(region).adjusted(1, 1, -1, -1));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(place(region).adjusted(4, 2, -2, -2), Qt::AlignLeft | Qt::AlignTop, m_region.toString());
}

} // namespace Ui
