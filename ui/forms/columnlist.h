#pragma once

#include <QListWidget>

namespace Ui {

// Columns of a DataSet to tick, in its order. A ticked one that the DataSet does not have stays until it is unticked.
class ColumnList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnList)

public:
    struct Column
    {
        QString name;
        QString fault{}; // why it cannot be ticked; empty: it can
    };

    explicit ColumnList(QWidget *parent = nullptr);

    void setColumns(const QList<Column> &columns); // keeps what is ticked
    void setTicked(const QStringList &names);
    [[nodiscard]] QStringList ticked() const;

    [[nodiscard]] QSize sizeHint() const override; // a few rows, the others scroll
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void tickedByUser();

private:
    void list(const QStringList &ticked);

    QList<Column> m_columns;
};

} // namespace Ui
