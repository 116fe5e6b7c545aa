#pragma once

#include "sheet/fit.h"

#include <QWidget>

namespace Ui {

// A small map of a sheet: the region, the data in it, the rest that is cleared, and data that does not fit. Not to
// scale: open sides extend to the edge.
class RegionMap final : public QWidget
{
    Q_OBJECT

public:
    explicit RegionMap(QWidget *parent = nullptr);

    void show(const Sheet::Region &region, const Sheet::Fit &fit);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sheet::Region m_region;
    Sheet::Fit m_fit;
};

} // namespace Ui
