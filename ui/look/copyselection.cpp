#include "ui/look/copyselection.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMessageBox>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// Quoted where a spreadsheet would otherwise read it as several cells.
QString field(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'"'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

bool isHidden(const QAbstractItemView *view, int column)
{
    const auto *table = qobject_cast<const QTableView *>(view);
    return table && table->isColumnHidden(column);
}

qint64 cellsIn(const QItemSelection &selection)
{
    qint64 cells = 0;
    for (const QItemSelectionRange &range : selection)
        cells += qint64(range.width()) * range.height();
    return cells;
}

QString textOf(const QAbstractItemView *view, const QItemSelection &selection)
{
    QModelIndexList cells = selection.indexes();
    std::ranges::sort(cells, [](const QModelIndex &one, const QModelIndex &other) {
        return std::pair(one.row(), one.column()) < std::pair(other.row(), other.column());
    });
    QString text;
    int row = -1;
    for (const QModelIndex &cell : cells) {
        if (isHidden(view, cell.column()))
            continue;
        if (row >= 0)
            text += cell.row() == row ? u'\t' : u'\n';
        row = cell.row();
        const QVariant raw = cell.data(Qt::EditRole); // what is shown may be for readers only
        text += field((raw.isValid() ? raw : cell.data()).toString());
    }
    return text;
}

} // namespace

void copyOnRequest(QAbstractItemView *view)
{
    auto *copy = new QShortcut(QKeySequence::Copy, view, nullptr, nullptr, Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, view, [view] {
        const QItemSelection selection = view->selectionModel()->selection();
        if (selection.isEmpty())
            return;
        if (cellsIn(selection) <= maxCopiedCells)
            return QGuiApplication::clipboard()->setText(textOf(view, selection));
        auto *box = new QMessageBox(
            QMessageBox::Information, QCoreApplication::applicationName(),
            QCoreApplication::translate("CopySelection", "Nothing was copied. Select at most %1 cells to copy.")
                .arg(QLocale().toString(maxCopiedCells)),
            QMessageBox::Ok, view);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

} // namespace Ui
