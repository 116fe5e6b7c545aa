#include "ui/forms/fieldwidth.h"

#include "ui/look/fonts.h"

#include <QBoxLayout>
#include <QWidget>

namespace Ui {

namespace {

constexpr int maxWidth = 40; // em

} // namespace

void limitWidth(QBoxLayout *column, QWidget *field)
{
    const int place = column->indexOf(field);
    column->removeWidget(field);
    auto *row = new QHBoxLayout; // a layout would centre a widget that is narrower than its row
    row->addWidget(field, 100);
    row->addStretch(1);
    column->insertLayout(place, row);
    field->setMaximumWidth(maxWidth * em(field));
}

} // namespace Ui
