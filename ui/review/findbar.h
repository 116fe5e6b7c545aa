#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace Ui {

// Finds text in a table: Ctrl+F opens it, F3 and Shift+F3 go to the next and to the previous cell that contains it,
// whatever the case, and Escape closes it. Looks at some cells in each pass of the event loop, so that a table of any
// size does not block the window.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(QTableView *table, QWidget *parent = nullptr); // hidden

    void open();
    void find(bool forward); // from the current cell on

private:
    void look();
    void show(const QString &said);
    using QWidget::show;

    QTableView *m_table;
    QLineEdit *m_text;
    QLabel *m_said;
    QTimer m_next; // pass
    bool m_isForward = true;
    qint64 m_at = 0; // the next cell to look at, by row
    qint64 m_left = 0; // cells to look at
};

} // namespace Ui
