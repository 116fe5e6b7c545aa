#pragma once

#include "setup/namesearch.h"
#include "ui/look/icons.h"
#include "ui/look/statusline.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

namespace Ui {

// Offers the model's names that contain the typed text; in an empty field all of them, on a click and on the Down key.
// The field owns it, and shows `which` as its offers do.
QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model, Icon which);

// Each with what tells it apart from others of its name.
void offer(QStandardItemModel &model, const QList<Setup::Offer> &offers);
[[nodiscard]] QString idOf(const QModelIndex &offered);

// Connects a choice that is searched by name with its field and the status line below it: typing, offering, choosing,
// stopping and retrying.
template <typename Choice> void connectChoice(Choice &choice, QLineEdit *field, const StatusLine *info, Icon which)
{
    auto *offered = new QStandardItemModel(field);
    QCompleter *completer = addCompleter(field, offered, which);
    QObject::connect(field, &QLineEdit::textEdited, &choice, &Choice::type);
    QObject::connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), &choice,
                     [&choice](const QModelIndex &one) { choice.choose(idOf(one)); });
    QObject::connect(info, &StatusLine::stopWanted, &choice, &Choice::stop);
    QObject::connect(info, &StatusLine::retryWanted, &choice, &Choice::again);
    QObject::connect(&choice, &Choice::offersChanged, completer,
                     [&choice, offered] { offer(*offered, choice.offers()); });
    QObject::connect(&choice, &Choice::choiceWanted, completer, [field, completer] {
        if (field->hasFocus())
            completer->complete();
    });
}

} // namespace Ui
