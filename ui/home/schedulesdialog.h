#pragma once

#include "core/latest.h"
#include "runs/schedules.h"
#include "words/line.h"

#include <QDialog>

class QPushButton;
class QScrollArea;
class QTreeWidget;

namespace Ui {

class LineList;
class StatusLine;

// What the scheduler of this computer has, compared with what is saved; hands schedules over to it, and removes them.
class SchedulesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulesDialog)

public:
    // In place of Schedule::ownSurroundings(); called on a thread of the pool.
    using Surroundings = std::function<Schedule::Surroundings()>;

    // `program` is the path of the command line, which the scheduler is to start.
    SchedulesDialog(const Profiles::ProfileStore &store, const Runs::DataFolder &folder, QString program,
                    Surroundings surroundings = Schedule::ownSurroundings, QWidget *parent = nullptr);
    ~SchedulesDialog() override;

    void choose(const QString &profileId); // once it is listed

private:
    struct Row
    {
        Schedule::Compared compared{};
        std::optional<QDateTime> next{};
    };
    struct Seen
    {
        Core::Result<QList<Row>> rows{};
        std::optional<Schedule::SchedulerKind> scheduler{}; // to hand over to; none: there is none
        std::optional<bool> lingers{};
        bool hasRepair = false; // something is not as it is saved, and can be
        QList<Words::Line> done{}; // how what was to be done ended
    };
    using Doing = std::function<QList<Words::Line>(const Runs::Schedules &, const std::stop_token &)>;

    void look(const Doing &first = {}); // does that first
    void showSeen(const Seen &seen);
    void handOverCurrent();
    void removeCurrent();
    void repair();
    void enable();
    [[nodiscard]] const Row *current() const;

    const Profiles::ProfileStore &m_store;
    const Runs::DataFolder &m_folder;
    const QString m_program;
    const Surroundings m_surroundings;
    QString m_chosen;
    bool m_hasRepair = false;
    bool m_isOutdated = false; // what is saved has changed since it was asked
    QList<Row> m_rows;
    Core::Latest<Seen> m_looking;
    QTreeWidget *m_list;
    StatusLine *m_state;
    LineList *m_done;
    QScrollArea *m_results = nullptr; // with those lines
    LineList *m_loggedOut;
    QPushButton *m_handOver;
    QPushButton *m_remove;
    QPushButton *m_repair;
    QPushButton *m_lookAgain;
};

} // namespace Ui
