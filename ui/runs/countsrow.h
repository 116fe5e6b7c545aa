#pragma once

#include "history/runrecord.h"

#include <QWidget>

#include <array>

class QLabel;

namespace Ui {

// How many cells a run changes, adds, clears and leaves unchanged, as numbers in a row. Only what is known is shown.
class CountsRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountsRow)

public:
    enum class Tense {
        Done, // the cells are in the sheet
        Planned, // a run is to do this, or would
        NotDone, // a run that has ended was to do this, and the cells are not all known to be in the sheet
    };

    explicit CountsRow(QWidget *parent = nullptr);

    void clear(); // takes no space
    void show(const Writeback::ChangeCounts &changes, Tense tense);
    void show(const History::RunRecord &run);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Count { Changed, Added, Cleared, Unchanged, CountOfCounts };
    using Values = std::array<std::optional<qint64>, CountOfCounts>;

    void show(const Values &values, Tense tense);

    struct Column
    {
        QWidget *widget;
        QLabel *number;
        QLabel *name;
    };
    std::array<Column, CountOfCounts> m_columns{};
};

} // namespace Ui
