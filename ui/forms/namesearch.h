#pragma once

#include <QStandardItemModel>
#include <QString>

#include <chrono>

class QCompleter;
class QLineEdit;

// What DataSets and spreadsheets have in common while their names are typed: records are offered by name, and an ID or
// an address is taken as it is.
namespace Desktop {

constexpr auto typingPause = std::chrono::milliseconds(300); // after which a name is taken to be typed

// Offers the model's names that contain what is typed. The field owns it.
QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model);

// What can only be meant as an ID or an address, by its form. IDs of another form are looked up once no name is found.
[[nodiscard]] bool isIdOrAddress(const QString &text);
[[nodiscard]] bool mayBeId(const QString &text);

struct NamedId
{
    QString id;
    QString name;
};

// Names that several have are offered with their IDs.
void offer(QStandardItemModel &model, const QList<NamedId> &records);
[[nodiscard]] QString idOf(const QModelIndex &offered);
[[nodiscard]] QString onlyIdOf(const QStandardItemModel &model,
                               const QString &name); // empty when it is none's or several's

template <typename Record> void offer(QStandardItemModel &model, const QList<Record> &records)
{
    QList<NamedId> named;
    for (const Record &record : records)
        named.append({record.id, record.name});
    offer(model, named);
}

} // namespace Desktop
