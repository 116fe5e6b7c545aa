#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace Ui {

// Items side by side as far as the width allows, the others in further rows. Lower items are in the middle of their
// row.
class FlowLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowLayout)

public:
    enum class Widths {
        Own,
        Equal, // as many columns in each row, over the whole width
    };

    explicit FlowLayout(Widths widths, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] std::vector<QLayoutItem *> shownItems() const;
    [[nodiscard]] std::vector<QRect> places(const QRect &rect) const; // of the shown items

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    Widths m_widths;
};

} // namespace Ui
