#include "ui/look/linelist.h"

#include "ui/look/tonelabel.h"

#include <QVBoxLayout>

namespace Ui {

LineList::LineList(QWidget *parent, Reading reading) : QWidget(parent), m_reading(reading)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    hide();
}

void LineList::setLines(const QList<Words::Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QList<ToneLabel *> labels = findChildren<ToneLabel *>(Qt::FindDirectChildrenOnly);
    while (labels.size() > lines.size())
        delete labels.takeLast();
    while (labels.size() < lines.size()) {
        labels.append(new ToneLabel(this));
        labels.last()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout()->addWidget(labels.last());
        labels.last()->show(); // at once, before the layout would do it: screen readers do not announce hidden text
    }
    layout()->setSpacing(fontMetrics().height() / 4); // this loads fonts: not until there is something to show
    setHidden(lines.isEmpty());
    for (qsizetype row = 0; row < lines.size(); ++row) {
        if (m_reading == Reading::Announced)
            labels[row]->announce(lines[row]);
        else
            labels[row]->setLine(lines[row]);
    }
}

} // namespace Ui
