#include "ui/review/changechips.h"

#include "ui/look/chipbutton.h"
#include "ui/look/flowlayout.h"
#include "ui/look/kindlook.h"
#include "words/reviewtext.h"

#include <QSignalBlocker>

namespace Ui {

ChangeChips::ChangeChips(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(FlowLayout::Widths::Own, this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 3);
    for (size_t kind = 0; kind < Review::kindCount; ++kind) {
        m_chips[kind] =
            new ChipButton([kind](const QPalette &palette) { return kindLook(Review::Kind(kind), palette); }, this);
        m_chips[kind]->hide();
        layout->addWidget(m_chips[kind]);
        connect(m_chips[kind], &ChipButton::toggled, this, &ChangeChips::chosen); // screen readers do not click
    }
}

void ChangeChips::show(Review::Lens lens, const Review::KindCounts &counts)
{
    for (size_t kind = 0; kind < Review::kindCount; ++kind) {
        ChipButton *chip = m_chips[kind];
        chip->setText(Words::kindText(lens, Review::Kind(kind), counts[kind]));
        chip->setToolTip(lens == Review::Lens::ByKey ? tr("Show these rows") : tr("Show the rows with these cells"));
        chip->updateGeometry();
        chip->setVisible(counts[kind] > 0 || chip->isChecked()); // one that is on can be switched off
    }
}

void ChangeChips::clear()
{
    for (ChipButton *chip : m_chips) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(false);
    }
}

Review::Kinds ChangeChips::kinds() const
{
    Review::Kinds kinds;
    for (size_t kind = 0; kind < Review::kindCount; ++kind)
        kinds.set(kind, m_chips[kind]->isChecked());
    return kinds;
}

} // namespace Ui
