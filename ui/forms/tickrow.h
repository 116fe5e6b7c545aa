#pragma once

#include <QWidget>

class QCheckBox;

namespace Ui {

// Values to tick, side by side, in further rows where the width does not suffice.
class TickRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TickRow)

public:
    struct Item
    {
        int value = 0;
        QString text{};
        QString spoken{}; // by a screen reader; empty: the text
    };

    explicit TickRow(const QList<Item> &items, QWidget *parent = nullptr);

    void setTicked(const QList<int> &values);
    [[nodiscard]] QList<int> ticked() const; // in the order of the items

Q_SIGNALS:
    void edited(); // by the user

private:
    QList<std::pair<int, QCheckBox *>> m_boxes;
};

} // namespace Ui
