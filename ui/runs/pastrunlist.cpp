#include "ui/runs/pastrunlist.h"

#include "ui/look/chip.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/wraplabel.h"
#include "words/pasttext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace Ui {

struct PastRunList::Row
{
    QLabel *time;
    WrapLabel *end;
    Chip *chip;
};

PastRunList::PastRunList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    const int line = fontMetrics().height();
    m_grid->setContentsMargins(0, line / 3, 0, 0);
    m_grid->setHorizontalSpacing(line / 2);
    m_grid->setVerticalSpacing(line * 2 / 3);
    m_grid->setColumnStretch(1, 1);
}

PastRunList::Row PastRunList::row(int number)
{
    for (; m_rows <= number; ++m_rows) {
        auto *time = new QLabel(this);
        time->setForegroundRole(QPalette::PlaceholderText);
        time->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(time, m_rows, 0);
        m_grid->addWidget(new WrapLabel(this), m_rows, 1);
        m_grid->addWidget(new Chip(this), m_rows, 2, Qt::AlignTop);
    }
    const auto at = [&](int column) { return m_grid->itemAtPosition(number, column)->widget(); };
    return {qobject_cast<QLabel *>(at(0)), qobject_cast<WrapLabel *>(at(1)), qobject_cast<Chip *>(at(2))};
}

void PastRunList::show(const QList<History::PastEntry> &past, const QDateTime &now)
{
    const int shown = std::min(int(past.size()), maxLines);
    for (int number = 0; number < std::max(shown, m_rows); ++number) {
        const Row line = row(number);
        for (QWidget *part :
             {static_cast<QWidget *>(line.time), static_cast<QWidget *>(line.end), static_cast<QWidget *>(line.chip)})
            part->setVisible(number < shown);
        if (number >= shown)
            continue;
        const History::PastEntry &entry = past[number];
        const Words::Line end = Words::pastLine(entry);
        line.time->setText(Words::capitalized(Words::whenToTheSecondText(entry.when(), now)));
        line.time->setToolTip(plainToolTip(Words::exactTimeText(entry.when())));
        line.end->setText(end.text);
        line.chip->setLine({end.tone, {}});
    }
    setVisible(shown > 0);
}

// A line above each entry.
void PastRunList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    for (int number = 0; number < m_rows; ++number) {
        const QLabel *time = row(number).time;
        const int y = time->y() - m_grid->verticalSpacing() / 2;
        if (!time->isHidden())
            painter.drawLine(0, y, width(), y);
    }
}

} // namespace Ui
