#pragma once

#include "history/pastentry.h"

#include <QWidget>

class QGridLayout;

namespace Ui {

// The newest of what has happened to a writeback, a line each: when, how it ended or what was noted, and its symbol.
class PastRunList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRunList)

public:
    static constexpr int maxLines = 10;

    explicit PastRunList(QWidget *parent = nullptr);

    void show(const QList<History::PastEntry> &past, const QDateTime &now); // the newest first

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row;
    [[nodiscard]] Row row(int number);

    QGridLayout *m_grid;
    int m_rows = 0; // that have been created
};

} // namespace Ui
