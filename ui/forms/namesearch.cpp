#include "ui/forms/namesearch.h"

#include "core/printable.h"

#include <QCompleter>
#include <QHash>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr int idRole = Qt::UserRole;

// An ID with a character in it that nobody sees is meant as an ID.
QString visible(const QString &text)
{
    QString seen;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (!Core::isUnseen(character))
            seen += QString::fromUcs4(&character, 1);
    }
    return seen;
}

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
        u"^[0-9a-f]{32}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(u"^https?://|^[a-z0-9.-]+\\.(domo|wdesk)\\.com/"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString seen = visible(text);
    return id.match(seen).hasMatch() || address.match(seen).hasMatch();
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
        auto *item = new QStandardItem(isTwin ? u"%1 (%2)"_s.arg(record.name, record.id) : record.name);
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
