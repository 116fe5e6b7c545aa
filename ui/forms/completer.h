#pragma once

#include "setup/namesearch.h"

#include <QStandardItemModel>

class QCompleter;
class QLineEdit;

namespace Desktop {

// Offers the model's names that contain what is typed. The field owns it.
QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model);

void offer(QStandardItemModel &model, const QList<Setup::Offer> &offers);
[[nodiscard]] QString idOf(const QModelIndex &offered);

} // namespace Desktop
