#include "ui/forms/completer.h"

namespace Ui {

namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model)
{
    auto *completer = new QCompleter(model, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    field->setCompleter(completer);
    return completer;
}

void offer(QStandardItemModel &model, const QList<Setup::Offer> &offers)
{
    model.clear();
    for (const Setup::Offer &one : offers) {
        auto *item = new QStandardItem(one.label);
        item->setData(one.id, idRole);
        model.appendRow(item);
    }
}

QString idOf(const QModelIndex &offered)
{
    return offered.data(idRole).toString();
}

} // namespace Ui
