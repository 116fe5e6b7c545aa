#pragma once

#include "ui/look/chip.h"

#include <QAbstractButton>

#include <functional>

namespace Ui {

// A chip that can be switched on, such as a filter. Its look is that of a tone, or another one.
class ChipButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChipButton)

public:
    using Look = std::function<ChipLook(const QPalette &)>;

    explicit ChipButton(Words::Tone tone, QWidget *parent = nullptr);
    explicit ChipButton(Look look, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
};

} // namespace Ui
