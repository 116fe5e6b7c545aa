#include "ui/runs/countsrow.h"

#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/readingmargins.h"
#include "words/spoken.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CountsRow)
};

std::array<QString, 4> namesOf(CountsRow::Tense tense)
{
    switch (tense) {
    case CountsRow::Tense::Done:
        return {Text::tr("changed"), Text::tr("new"), Text::tr("cleared"), Text::tr("unchanged")};
    case CountsRow::Tense::Planned:
        return {Text::tr("to change"), Text::tr("to add"), Text::tr("to clear"), Text::tr("unchanged")};
    case CountsRow::Tense::NotDone:
        return {Text::tr("planned to change"), Text::tr("planned to add"), Text::tr("planned to clear"),
                Text::tr("unchanged")};
    }
    Q_UNREACHABLE();
}

} // namespace

CountsRow::CountsRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new FlowLayout(FlowLayout::Widths::Equal, this);
    row->setSpacing(fontMetrics().height() / 2);
    for (Column &column : m_columns) {
        column = {new QWidget(this), new QLabel, new QLabel};
        makeHeading(column.number);
        makeSecondary(column.name);
        auto *lines = new QVBoxLayout(column.widget);
        setReadingMargins(column.widget, {row->spacing(), 0, 0, 0});
        lines->setSpacing(0);
        lines->addWidget(column.number);
        lines->addWidget(column.name);
        row->addWidget(column.widget);
    }
    hide();
}

void CountsRow::clear()
{
    hide();
}

void CountsRow::show(const Writeback::ChangeCounts &changes, Tense tense)
{
    show(Values{changes.changed, changes.added, changes.cleared, changes.unchanged}, tense);
}

void CountsRow::show(const History::RunRecord &run)
{
    using Writeback::State;
    if (!run.isCompared() || run.cellsChanged + run.cellsAdded + run.cellsCleared != run.cellsPlanned)
        return clear();
    const bool isDone =
        run.state == Writeback::name(State::Verified) || run.state == Writeback::name(State::NothingToDo);
    const bool isPlan = run.state == Writeback::name(State::Planned);
    show(Values{run.cellsChanged, run.cellsAdded, run.cellsCleared, run.cellsUnchanged},
         isDone       ? Tense::Done
             : isPlan ? Tense::Planned
                      : Tense::NotDone);
}

void CountsRow::show(const Values &values, Tense tense)
{
    const std::array names = namesOf(tense);
    for (size_t at = 0; at < values.size(); ++at) {
        const Column &column = m_columns[at];
        column.widget->setVisible(values[at].has_value());
        if (!values[at])
            continue;
        column.number->setText(Words::number(*values[at]));
        column.name->setText(names[at]);
        column.number->setAccessibleName(u"%1 %2"_s.arg(column.number->text(), names[at])); // read in one piece
    }
    setVisible(true);
}

// A line before each number.
void CountsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    for (const Column &column : m_columns) {
        const QRect place = column.widget->geometry();
        if (!column.widget->isHidden())
            painter.drawLine(layoutDirection() == Qt::LeftToRight ? QLine(place.topLeft(), place.bottomLeft())
                                                                  : QLine(place.topRight(), place.bottomRight()));
    }
}

} // namespace Ui
