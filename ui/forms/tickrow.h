#pragma once

#include <QWidget>

class QCheckBox;

namespace Ui {

// Values to tick, side by side in equal columns.
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

    // `name`: what is ticked, for screen readers.
    TickRow(const QString &name, const QList<Item> &items, QWidget *parent = nullptr);

    void setTicked(const QList<int> &values); // emits nothing
    [[nodiscard]] QList<int> ticked() const; // in the order of the items

Q_SIGNALS:
    void edited(); // by the user

private:
    QList<std::pair<int, QCheckBox *>> m_boxes;
};

// From Monday on, by their short names.
[[nodiscard]] QList<TickRow::Item> weekdayItems();
[[nodiscard]] QList<TickRow::Item> monthItems();

} // namespace Ui
