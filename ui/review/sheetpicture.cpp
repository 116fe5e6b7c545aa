#include "ui/review/sheetpicture.h"

#include "ui/look/palette.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

int countOf(const QList<Setup::Span> &spans)
{
    int count = 0;
    for (const Setup::Span &span : spans)
        count += span.count;
    return count;
}

} // namespace

void paintGround(QPainter &painter, const QRect &area, Ground ground, const QPalette &colours)
{
    painter.fillRect(area, colours.base());
    const TonePair written = toneColors(Words::Tone::Waiting, colours);
    const TonePair cleared = toneColors(Words::Tone::Error, colours);
    switch (ground) {
    case Ground::Plain: break;
    case Ground::Written:
        painter.fillRect(area, written.ground);
        if (isHighContrast(colours)) // its grounds are all the same
            painter.fillRect(area, QBrush(written.text, Qt::Dense7Pattern));
        break;
    case Ground::Cleared: {
        painter.fillRect(area, cleared.ground);
        QColor line = cleared.text;
        line.setAlphaF(0.35F);
        painter.fillRect(area, QBrush(line, Qt::BDiagPattern));
        break;
    }
    case Ground::Outside: painter.fillRect(area, QBrush(written.text, Qt::Dense6Pattern)); break;
    }
}

SheetPicture::SheetPicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Picture of the sheet around the region"));
}

void SheetPicture::show(const std::optional<Setup::Landing> &landing, const Setup::SheetCells &cells)
{
    m_landing = landing;
    m_cells = cells;
    updateGeometry();
    update();
}

Ground SheetPicture::groundOf(const Sheet::Address &cell) const
{
    if (!m_landing || !m_landing->fit)
        return Ground::Plain;
    const Sheet::Rectangle one{cell.row, cell.column, 1, 1};
    const bool isData = m_landing->fit->data.contains(one);
    if (m_landing->fit->kind == Sheet::Fit::Kind::Overflows)
        return isData ? Ground::Outside : Ground::Plain; // the run is refused
    if (isData)
        return Ground::Written;
    return m_landing->region.contains(one) ? Ground::Cleared : Ground::Plain;
}

int SheetPicture::rowHeight() const
{
    return fontMetrics().height() + 6;
}

int SheetPicture::headerWidth() const
{
    const Setup::Span last = m_landing ? m_landing->rows.last() : Setup::Span{0, 1};
    return fontMetrics().horizontalAdvance(QString::number(std::max(99, last.first + last.count))) + 12;
}

QSize SheetPicture::sizeHint() const
{
    const int rows = m_landing ? countOf(m_landing->rows) : 12;
    const qsizetype gaps = m_landing ? m_landing->rows.size() - 1 : 0;
    const int height = rowHeight();
    return {fontMetrics().averageCharWidth() * 56, (rows + 1) * height + int(gaps) * height / 2 + 2};
}

QSize SheetPicture::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 36, sizeHint().height()};
}

QList<SheetPicture::Strip> SheetPicture::rowStrips() const
{
    QList<Strip> strips;
    int at = rowHeight(); // below the letters
    for (const Setup::Span &span : m_landing->rows) {
        if (!strips.isEmpty()) {
            strips.append({-1, at, rowHeight() / 2});
            at += rowHeight() / 2;
        }
        for (int row = span.first; row < span.first + span.count; ++row, at += rowHeight())
            strips.append({row, at, rowHeight()});
    }
    return strips;
}

QList<SheetPicture::Strip> SheetPicture::columnStrips() const
{
    QList<Strip> strips;
    const int gap = rowHeight() / 2;
    const int gaps = gap * int(m_landing->columns.size() - 1);
    const int count = countOf(m_landing->columns);
    const int room = width() - 1 - headerWidth() - gaps;
    int at = headerWidth();
    int shown = 0;
    for (const Setup::Span &span : m_landing->columns) {
        if (!strips.isEmpty()) {
            strips.append({-1, at, gap});
            at += gap;
        }
        for (int column = span.first; column < span.first + span.count; ++column, ++shown) {
            const int length = room * (shown + 1) / count - room * shown / count; // they fill the width
            strips.append({column, at, length});
            at += length;
        }
    }
    return strips;
}

void SheetPicture::paintCell(QPainter &painter, const QRect &area, const Sheet::Address &cell) const
{
    const Ground ground = groundOf(cell);
    paintGround(painter, area, ground, palette());
    const QString text = m_cells.text(cell);
    const QRect inside = area.adjusted(4, 0, -4, 0);
    const bool isCleared = ground == Ground::Cleared;
    QFont font = painter.font();
    font.setStrikeOut(isCleared);
    painter.save();
    painter.setFont(font);
    painter.setPen(isCleared ? toneColors(Words::Tone::Error, palette()).text : palette().color(QPalette::Text));
    if (!text.isEmpty())
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fontMetrics().elidedText(text.simplified(), Qt::ElideRight, inside.width()));
    else if (!m_cells.isEmpty() && !m_cells.isRead(cell))
        painter.drawText(inside, Qt::AlignCenter, u"·"_s); // as the legend says
    painter.restore();
}

void SheetPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPen line(palette().color(QPalette::Mid));
    painter.fillRect(rect(), palette().base());
    if (m_landing) {
        const QList<Strip> rows = rowStrips();
        const QList<Strip> columns = columnStrips();
        painter.fillRect(QRect(0, 0, width(), rowHeight()), palette().window());
        painter.fillRect(QRect(0, 0, headerWidth(), height()), palette().window());
        for (const Strip &column : columns) {
            const QRect header(column.from, 0, column.length, rowHeight());
            painter.setPen(palette().color(QPalette::PlaceholderText));
            painter.drawText(header, Qt::AlignCenter, column.index < 0 ? u"⋯"_s : Sheet::columnName(column.index));
        }
        for (const Strip &row : rows) {
            const QRect header(0, row.from, headerWidth(), row.length);
            painter.setPen(palette().color(QPalette::PlaceholderText));
            painter.drawText(header, Qt::AlignCenter, row.index < 0 ? u"⋮"_s : QString::number(row.index + 1));
            for (const Strip &column : columns) {
                const QRect area(column.from, row.from, column.length, row.length);
                if (row.index >= 0 && column.index >= 0)
                    paintCell(painter, area, {row.index, column.index});
                else
                    painter.fillRect(area, palette().window());
            }
        }
        painter.setPen(line);
        for (const Strip &row : rows)
            painter.drawLine(0, row.from, width(), row.from);
        for (const Strip &column : columns)
            painter.drawLine(column.from, 0, column.from, height());
    }
    painter.setPen(line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Ui
