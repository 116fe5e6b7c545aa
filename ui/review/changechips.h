#pragma once

#include "review/listing.h"

#include <QWidget>

namespace Ui {

class ChipButton;

// How many cells or rows there are of each kind, as chips that filter: several can be on, and if none is, everything is
// listed. A kind that does not occur takes no space, unless its chip is on.
class ChangeChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeChips)

public:
    explicit ChangeChips(QWidget *parent = nullptr);

    void show(Review::Lens lens, const Review::KindCounts &counts);
    using QWidget::show;
    void clear(); // switches all off, without a signal

    [[nodiscard]] Review::Kinds kinds() const; // that are on

Q_SIGNALS:
    void chosen();

private:
    std::array<ChipButton *, Review::kindCount> m_chips{}; // by kind
};

} // namespace Ui
