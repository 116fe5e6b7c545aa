#include "ui/home/schedulesdialog.h"

#include "profiles/profilestore.h"
#include "schedule/lingering.h"
#include "ui/look/firstsize.h"
#include "ui/look/icons.h"
#include "ui/look/linelist.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/scrolled.h"
#include "ui/look/statusline.h"
#include "ui/look/wraplabel.h"
#include "words/errortext.h"
#include "words/handovertext.h"
#include "words/shown.h"
#include "words/whentext.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Schedule::Compared;
using Words::Line;
using Words::Tone;

enum Column { NameColumn, StateColumn, NextColumn, SchedulerColumn };

QString nameOf(const Compared &one)
{
    return Words::shown(one.name.isEmpty() ? one.profileId : one.name);
}

Line failureLine(const QString &name, const Core::Error &error)
{
    const Line line = Words::errorLine(error);
    return {line.tone, u"%1: %2"_s.arg(Words::shown(name), line.text)};
}

Line testLine(const QString &name, const Core::Result<Schedule::CommandResult> &tested)
{
    if (!tested)
        return failureLine(name, tested.error());
    if (tested->code == 0)
        return {Tone::Ok,
                SchedulesDialog::tr("%1: tested through the scheduler just now; nothing is broken, and nothing was "
                                    "written.")
                    .arg(Words::shown(name))};
    const QJsonDocument document = QJsonDocument::fromJson(tested->output);
    const QJsonValue broken = document["firstBroken"_L1]["error"_L1];
    const QJsonValue error = broken.isObject() ? broken : document["error"_L1];
    QString found = QStringList{error["message"_L1].toString(), error["next"_L1].toString()}.join(u' ').trimmed();
    if (found.isEmpty())
        found = QString::fromUtf8(tested->errors).trimmed();
    if (found.isEmpty())
        found = SchedulesDialog::tr("The exit code was %1.").arg(tested->code);
    return {Tone::Warning,
            SchedulesDialog::tr("%1: tested through the scheduler just now, which found something broken; nothing was "
                                "written. %2")
                .arg(Words::shown(name), Words::shown(found))};
}

QList<Line> handOver(const Runs::Schedules &schedules, const Schedule::Handover &handover, const std::stop_token &stop)
{
    const QString &name = handover.profileName;
    if (const auto done = schedules.handOver(handover); !done)
        return {failureLine(name, done.error())};
    QList<Line> lines{{Tone::Ok,
                       SchedulesDialog::tr("%1: handed over to %2.")
                           .arg(Words::shown(name), Words::schedulerName(schedules.first()->kind()))}};
    if (stop.stop_requested()) // nobody would see what the test found
        return lines;
    const auto tested = schedules.test(handover, {u"--json"_s}, stop);
    lines.append(tested ? testLine(name, *tested)
                        : Line{Tone::Note,
                               SchedulesDialog::tr("%1: this scheduler cannot be asked to test it. A run needs a "
                                                   "keychain that can be read without a person.")
                                   .arg(Words::shown(name))});
    return lines;
}

Line remove(const Runs::Schedules &schedules, const Schedule::Repair::Removal &removal, const QString &name)
{
    if (const auto done = schedules.remove(removal); !done)
        return failureLine(name, done.error());
    return {Tone::Ok,
            SchedulesDialog::tr("%1: removed from %2. What is saved stays.")
                .arg(name, Words::schedulerName(removal.scheduler))};
}

} // namespace

SchedulesDialog::SchedulesDialog(const Profiles::ProfileStore &store, const Runs::DataFolder &folder, QString program,
                                 Surroundings surroundings, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_folder(folder)
    , m_program(std::move(program))
    , m_surroundings(std::move(surroundings))
    , m_looking([this](const Seen &seen) { showSeen(seen); })
    , m_list(new QTreeWidget)
    , m_state(new StatusLine(this))
    , m_done(new LineList)
    , m_loggedOut(new LineList(nullptr, LineList::Reading::Silent))
{
    setWindowTitle(tr("Schedules on this computer"));
    auto *about = new WrapLabel;
    about->setText(tr("A schedule is handed over to the scheduler of this computer, which starts the program's command "
                      "line at its times, whether this window is open or not."));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Writeback"), tr("On this computer"), tr("Next start"), tr("Scheduler")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_handOver = buttons->addButton(tr("&Hand over"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    m_repair = buttons->addButton(tr("Repair &all"), QDialogButtonBox::ActionRole);
    m_lookAgain = buttons->addButton(tr("&Look again"), QDialogButtonBox::ActionRole);
    m_handOver->setToolTip(tr("Hand the chosen schedule over as it is saved, and test it"));
    m_remove->setToolTip(tr("Remove the chosen schedule from the scheduler; what is saved stays"));
    m_repair->setToolTip(tr("Hand over every schedule that is not handed over as it is saved, and remove those whose "
                            "writeback is gone, archived or no longer scheduled"));
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the others have none
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_state);
    layout->addWidget(m_results = scrolled(m_done), 2);
    m_results->hide();
    layout->addWidget(m_loggedOut);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (const Row *row = current())
            m_chosen = row->compared.profileId;
        enable();
    });
    connect(m_handOver, &QPushButton::clicked, this, &SchedulesDialog::handOverCurrent);
    connect(m_remove, &QPushButton::clicked, this, &SchedulesDialog::removeCurrent);
    connect(m_repair, &QPushButton::clicked, this, &SchedulesDialog::repair);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] { look(); });
    connect(m_state, &StatusLine::retryWanted, this, [this] { look(); });
    connect(&m_store, &Profiles::ProfileStore::changed, this, [this] {
        if (m_looking.isRunning())
            m_isOutdated = true; // a hand-over may be under way
        else
            look();
    });
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 34));
    look();
}

SchedulesDialog::~SchedulesDialog() = default;

void SchedulesDialog::choose(const QString &profileId)
{
    m_chosen = profileId;
}

void SchedulesDialog::look(const Doing &first)
{
    m_looking.start([first, wanted = Runs::Schedules::wantedBy(m_store, m_folder, m_program),
                     around = m_surroundings](const std::stop_token &stop) -> std::optional<Seen> {
        const Runs::Schedules schedules(wanted, around());
        Seen seen;
        if (first)
            seen.done = first(schedules, stop);
        seen.scheduler = schedules.saved().scheduler;
        if (seen.scheduler == Schedule::SchedulerKind::Systemd)
            seen.lingers = Schedule::isLingering(schedules.surroundings().run);
        const auto compared = schedules.compared();
        seen.hasRepair = compared && Schedule::repairOf(*compared) != Schedule::Repair();
        seen.rows = compared.map([](const QList<Compared> &all) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            QList<Row> rows;
            for (const Compared &one : all)
                rows.append({one, Runs::Schedules::nextOf(one, now)});
            return rows;
        });
        return seen;
    });
    m_isOutdated = false;
    if (first)
        m_results->hide();
    m_state->say(Line{Tone::Waiting, tr("Asking the scheduler of this computer…")});
    enable();
}

void SchedulesDialog::showSeen(const Seen &seen)
{
    m_rows = seen.rows.value_or(QList<Row>());
    m_hasRepair = seen.hasRepair;
    const QString chosen = m_chosen; // clearing the list chooses another one
    m_list->clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Row &row : std::as_const(m_rows)) {
        const Compared &one = row.compared;
        const Line state = Words::comparedLine(one);
        auto *item =
            new QTreeWidgetItem(m_list,
                                {nameOf(one), state.text, row.next ? Words::whenText(*row.next, now) : QString(),
                                 one.scheduler ? Words::schedulerName(*one.scheduler) : QString()});
        item->setIcon(StateColumn, toneIcon(state.tone));
        item->setToolTip(NameColumn, plainToolTip(nameOf(one)));
        if (!m_list->currentItem() || one.profileId == chosen)
            m_list->setCurrentItem(item);
    }
    if (!seen.done.isEmpty()) {
        m_done->setLines(seen.done);
        m_results->show();
    }
    m_loggedOut->setLines(seen.scheduler && !m_rows.isEmpty()
                              ? QList<Line>{Words::loggedOutLine(*seen.scheduler, seen.lingers)}
                              : QList<Line>());
    if (!seen.rows)
        m_state->showFailure(Words::errorLine(seen.rows.error()));
    else if (!seen.scheduler)
        m_state->say(Words::errorLine(Runs::noScheduler()));
    else if (!QFileInfo(m_program).isExecutable())
        m_state->say(Line{Tone::Error,
                          tr("Nothing can be handed over: %1, which the scheduler would start, is missing. Install the "
                             "program again.")
                              .arg(Words::shown(m_program))});
    else if (m_rows.isEmpty())
        m_state->say(tr("No writeback is scheduled. Choose Schedule… of a writeback to say when it runs."));
    else
        m_state->clear();
    enable();
    if (m_isOutdated)
        look();
}

const SchedulesDialog::Row *SchedulesDialog::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

void SchedulesDialog::enable()
{
    const bool isIdle = !m_looking.isRunning();
    const bool canStart = QFileInfo(m_program).isExecutable();
    const Row *row = current();
    m_handOver->setEnabled(isIdle && canStart && row && row->compared.wanted
                           && row->compared.state != Compared::State::Unreadable); // what it would replace is not known
    m_remove->setEnabled(isIdle && row && row->compared.installed && row->compared.state != Compared::State::Elsewhere);
    m_repair->setEnabled(isIdle && canStart && m_hasRepair);
    m_lookAgain->setEnabled(isIdle);
}

void SchedulesDialog::handOverCurrent()
{
    look([handover = *current()->compared.wanted](const Runs::Schedules &schedules, const std::stop_token &stop) {
        return Ui::handOver(schedules, handover, stop);
    });
}

void SchedulesDialog::removeCurrent()
{
    const Compared one = current()->compared;
    look([one](const Runs::Schedules &schedules, const std::stop_token & /*stop*/) {
        return QList<Line>{Ui::remove(schedules, {*one.scheduler, one.profileId}, nameOf(one))};
    });
}

void SchedulesDialog::repair()
{
    look([](const Runs::Schedules &schedules, const std::stop_token &stop) {
        const auto compared = schedules.compared();
        if (!compared)
            return QList<Line>{Words::errorLine(compared.error())};
        QList<Line> lines;
        const Schedule::Repair repair = Schedule::repairOf(*compared);
        for (const Schedule::Repair::Removal &removal : repair.removals) {
            const auto of = std::ranges::find(*compared, removal.profileId, &Compared::profileId);
            lines.append(Ui::remove(schedules, removal, nameOf(*of)));
        }
        for (const Schedule::Handover &handover : repair.installs) {
            if (!stop.stop_requested()) // the dialog was closed
                lines.append(Ui::handOver(schedules, handover, stop));
        }
        return lines;
    });
}

} // namespace Ui
