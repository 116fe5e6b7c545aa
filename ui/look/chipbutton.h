#pragma once

#include "words/line.h"

#include <QAbstractButton>

namespace Ui {

// A chip that can be switched on, such as a filter.
class ChipButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChipButton)

public:
    explicit ChipButton(Words::Tone tone, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words::Tone m_tone;
};

} // namespace Ui
