#pragma once

#include <QFrame>

namespace Ui {

// A group of things that belong together: a lighter ground with a line around it.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Ui
