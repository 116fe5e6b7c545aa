#include "ui/forms/namesearch.h"

#include <QCompleter>
#include <QHash>
#include <QLineEdit>
#include <QRegularExpression>

namespace Desktop {

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

bool isIdOrAddress(const QString &text)
{
    static const QRegularExpression id(
        QStringLiteral("^[0-9a-f]{32}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(QStringLiteral("^https?://|^[a-z0-9.-]+\\.(domo|wdesk)\\.com/"),
                                            QRegularExpression::CaseInsensitiveOption);
    return id.match(text).hasMatch() || address.match(text).hasMatch();
}

bool mayBeId(const QString &text)
{
    return !text.isEmpty() && !text.contains(u' ') && !text.contains(u'/');
}

void offer(QStandardItemModel &model, const QList<NamedId> &records)
{
    QHash<QString, int> times;
    for (const NamedId &record : records)
        ++times[record.name.toCaseFolded()];
    model.clear();
    for (const NamedId &record : records) {
        const bool isTwin = times[record.name.toCaseFolded()] > 1;
        auto *item = new QStandardItem(isTwin ? QStringLiteral("%1 (%2)").arg(record.name, record.id) : record.name);
        item->setData(record.id, idRole);
        model.appendRow(item);
    }
}

QString idOf(const QModelIndex &offered)
{
    return offered.data(idRole).toString();
}

QString onlyIdOf(const QStandardItemModel &model, const QString &name)
{
    const QList<QStandardItem *> found = model.findItems(name, Qt::MatchFixedString); // whatever its case
    return found.size() == 1 ? found.first()->data(idRole).toString() : QString();
}

} // namespace Desktop
