#pragma once

#include "history/runrecord.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Ui {

class CountsRow;

// A run that has ended: as recorded, and what is known besides.
struct EndedRun
{
    History::RunRecord record{};
    std::optional<Writeback::RunReport> report{}; // of a run of this program, which knows more than the history
    QString dataSetName{}; // empty: only its ID is known
};

// What a run found and did: its counts, what went wrong and what to do, which a screen reader announces, and its facts.
// Names and texts of services are shown literally.
class RunSummary final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSummary)

public:
    enum class Extent {
        Brief, // beside a heading that names the target and the end
        Everything, // that the history has
    };

    explicit RunSummary(Extent extent, QWidget *parent = nullptr);

    void clear(); // takes no space
    void show(const EndedRun &run);

    struct Fact
    {
        QString name;
        QString value;

        friend bool operator==(const Fact &, const Fact &) = default;
    };
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; } // as shown

    // Those of a writeback that has no run.
    void show(const QList<Fact> &facts);

private:
    bool setFacts(QList<Fact> facts); // whether there are others now
    [[nodiscard]] QLabel *valueAt(qsizetype fact) const;

    Extent m_extent;
    CountsRow *m_counts;
    QGridLayout *m_grid;
    QList<Fact> m_facts;
};

// "Trial Balance, 1,200 rows"; without its rows if they are not known.
[[nodiscard]] QString dataSetText(const EndedRun &run);

} // namespace Ui
