#include "ui/review/findbar.h"

#include "ui/look/icons.h"
#include "ui/look/searchicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

namespace Ui {

namespace {

constexpr int cellsInAPass = 5000; // some milliseconds

} // namespace

FindBar::FindBar(QTableView *table, QWidget *parent)
    : QWidget(parent), m_table(table), m_text(new QLineEdit(this)), m_said(new QLabel(this))
{
    m_text->setPlaceholderText(tr("Find in the table"));
    m_text->setAccessibleName(tr("Find"));
    addSearchIcon(m_text);
    m_said->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    const auto add = [this, layout](Icon which, const QString &name, const QKeySequence &keys, auto press) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(which));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(tr("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, press);
    };
    const auto next = [this] { find(true); };
    const auto previous = [this] { find(false); };
    const auto close = [this] {
        m_next.stop();
        hide();
        m_table->setFocus();
    };
    add(Icon::Down, tr("Next"), QKeySequence::FindNext, next);
    add(Icon::Up, tr("Previous"), QKeySequence::FindPrevious, previous);
    layout->addWidget(m_said, 1);
    add(Icon::Cross, tr("Close"), Qt::Key_Escape, close);
    QWidget *page = table->parentWidget();
    connect(new QShortcut(QKeySequence::Find, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &FindBar::open);
    connect(new QShortcut(QKeySequence::FindNext, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, next);
    connect(new QShortcut(QKeySequence::FindPrevious, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, previous);
    connect(new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            close);
    connect(m_text, &QLineEdit::returnPressed, this, next);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_next.stop();
        show(QString());
    });
    m_next.setInterval(0);
    m_next.callOnTimeout(this, &FindBar::look);
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::show(const QString &said)
{
    m_said->setText(said);
}

void FindBar::find(bool forward)
{
    const QAbstractItemModel *model = m_table->model();
    const qint64 cells = qint64(model->rowCount()) * model->columnCount();
    if (m_text->text().isEmpty() || cells == 0)
        return;
    m_isForward = forward;
    const QModelIndex current = m_table->currentIndex();
    const qint64 from = current.isValid() ? qint64(current.row()) * model->columnCount() + current.column() : cells - 1;
    m_at = (from + (forward ? 1 : cells - 1)) % cells;
    m_left = cells;
    show(tr("Searching…"));
    m_next.start();
}

void FindBar::look()
{
    const QAbstractItemModel *model = m_table->model();
    const int columns = model->columnCount();
    const qint64 cells = qint64(model->rowCount()) * columns;
    if (cells == 0) { // the table has changed
        m_next.stop();
        return show(QString());
    }
    for (int pass = 0; pass < cellsInAPass && m_left > 0; ++pass, --m_left) {
        const qint64 at = std::min(m_at, cells - 1);
        const QModelIndex cell = model->index(int(at / columns), int(at % columns));
        m_at = (at + (m_isForward ? 1 : cells - 1)) % cells;
        if (m_table->isColumnHidden(cell.column())
            || !cell.data().toString().contains(m_text->text(), Qt::CaseInsensitive))
            continue;
        m_next.stop();
        m_table->setCurrentIndex(cell);
        m_table->scrollTo(cell);
        return show(QString());
    }
    if (m_left > 0)
        return;
    m_next.stop();
    show(tr("No cell contains this text."));
}

} // namespace Ui
