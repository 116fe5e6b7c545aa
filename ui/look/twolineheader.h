#pragma once

#include <QHeaderView>

namespace Ui {

// A horizontal header with a name in bold and a smaller line below it, such as the column's letter and type.
class TwoLineHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoLineHeader)

public:
    static constexpr int secondRole = Qt::UserRole + 100; // of the header's data

    explicit TwoLineHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
};

} // namespace Ui
