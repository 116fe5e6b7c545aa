#pragma once

#include "sheet/updatemethod.h"

#include <QWidget>

namespace Ui {

// A region before and after an update, in a few cells: rows that stay are plain, those that come from the DataSet are
// filled, and what is cleared is hatched, as in the picture of the sheet.
class MethodPicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MethodPicture)

public:
    explicit MethodPicture(Sheet::UpdateMethod::Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sheet::UpdateMethod::Kind m_kind;
};

} // namespace Ui
