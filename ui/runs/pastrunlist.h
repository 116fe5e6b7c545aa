#pragma once

#include "history/runrecord.h"

#include <QWidget>

class QGridLayout;

namespace Ui {

// The newest runs of a writeback, a line each: when, how it ended, and its symbol.
class PastRunList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRunList)

public:
    static constexpr int maxRuns = 10;

    explicit PastRunList(QWidget *parent = nullptr);

    void show(const QList<History::RunRecord> &runs, const QDateTime &now); // the newest first

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row;
    [[nodiscard]] Row row(int number);

    QGridLayout *m_grid;
    int m_rows = 0; // that have been created
};

} // namespace Ui
