#include "ui/forms/formparts.h"

#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/wraplabel.h"

#include <QLabel>
#include <QLayout>
#include <QSpinBox>
#include <QTimeEdit>

namespace Ui {

namespace {

void collectFields(const QLayout *layout, QList<QWidget *> &fields)
{
    for (int at = 0; at < layout->count(); ++at) {
        QLayoutItem *item = layout->itemAt(at);
        QWidget *part = item->widget();
        if (const QLayout *inner = part ? part->layout() : item->layout())
            collectFields(inner, fields);
        else if (part && (part->focusPolicy() & Qt::TabFocus))
            fields.append(part);
    }
}

} // namespace

QLabel *labelAbove(const QString &text, QWidget *field)
{
    QLabel *label = wordsBefore(text, field);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel *explanation(const QString &text)
{
    auto *label = new WrapLabel;
    label->setText(text);
    makeSecondary(label);
    return label;
}

QWidget *rowOf(std::initializer_list<QWidget *> parts)
{
    auto *row = new QWidget;
    auto *layout = new FlowLayout(FlowLayout::Widths::Own, row);
    layout->setSpacing(row->fontMetrics().height() / 2);
    for (QWidget *part : parts)
        layout->addWidget(part);
    return row;
}

QLabel *wordsBefore(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

QSpinBox *numberField(const QString &name, int from, int to)
{
    auto *field = new QSpinBox;
    field->setRange(from, to);
    field->setAccessibleName(name);
    return field;
}

QTimeEdit *timeField(const QString &name)
{
    auto *field = new QTimeEdit;
    field->setDisplayFormat(QStringLiteral("HH:mm")); // as sentences have it
    field->setAccessibleName(name);
    return field;
}

void tabByLayout(const QWidget *form)
{
    QList<QWidget *> fields;
    collectFields(form->layout(), fields);
    for (qsizetype at = 1; at < fields.size(); ++at)
        QWidget::setTabOrder(fields[at - 1], fields[at]);
}

} // namespace Ui
