#pragma once

#include "setup/landing.h"
#include "setup/sheetcells.h"

#include <QWidget>

namespace Ui {

// The fill of a cell of the picture, and of the legend beside it. Outside: data that does not fit, which is not
// written.
enum class Ground { Plain, Written, Cleared, Outside };
void paintGround(QPainter &painter, const QRect &area, Ground ground, const QPalette &colours);

// A sheet around a region, cell by cell: its present content, where the data is written, and what is cleared. Rows and
// columns that are left out are a gap.
class SheetPicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetPicture)

public:
    explicit SheetPicture(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const std::optional<Setup::Landing> &landing, const Setup::SheetCells &cells);

    [[nodiscard]] Ground groundOf(const Sheet::Address &cell) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Strip // a row or a column on the screen
    {
        int index = -1; // -1: a gap
        int from = 0;
        int length = 0;
    };
    [[nodiscard]] QList<Strip> rowStrips() const;
    [[nodiscard]] QList<Strip> columnStrips() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headerWidth() const;
    void paintCell(QPainter &painter, const QRect &area, const Sheet::Address &cell) const;

    std::optional<Setup::Landing> m_landing;
    Setup::SheetCells m_cells;
};

} // namespace Ui
