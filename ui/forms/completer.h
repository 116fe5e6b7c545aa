#pragma once

#include "setup/namesearch.h"
#include "ui/look/statusline.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

namespace Ui {

// Offers the model's names that contain what is typed. The field owns it.
QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model);

void offer(QStandardItemModel &model, const QList<Setup::Offer> &offers);
[[nodiscard]] QString idOf(const QModelIndex &offered);

// Ties a choice that is searched for by name to its field and to what is said below it: what is typed, offered, chosen,
// stopped and asked again.
template <typename Choice> void connectChoice(Choice &choice, QLineEdit *field, const StatusLine *info)
{
    auto *offered = new QStandardItemModel(field);
    QCompleter *completer = addCompleter(field, offered);
    QObject::connect(field, &QLineEdit::textEdited, &choice, &Choice::type);
    QObject::connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), &choice,
                     [&choice](const QModelIndex &one) { choice.choose(idOf(one)); });
    QObject::connect(info, &StatusLine::stopWanted, &choice, &Choice::stop);
    QObject::connect(info, &StatusLine::againWanted, &choice, &Choice::again);
    QObject::connect(&choice, &Choice::offersChanged, completer,
                     [&choice, offered] { offer(*offered, choice.offers()); });
    QObject::connect(&choice, &Choice::choiceWanted, completer, [field, completer] {
        if (field->hasFocus())
            completer->complete();
    });
}

} // namespace Ui
