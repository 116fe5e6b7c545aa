#include "ui/runs/runpane.h"

#include "ui/look/banner.h"
#include "ui/look/danger.h"
#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/layouthold.h"
#include "ui/look/linelist.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/scrolled.h"
#include "ui/look/tonelabel.h"
#include "ui/look/wraplabel.h"
#include "ui/runs/countsrow.h"
#include "ui/runs/pastrunlist.h"
#include "words/recordtext.h"
#include "ui/runs/runsteps.h"
#include "ui/runs/runsummary.h"
#include "words/findingtext.h"
#include "words/nowline.h"
#include "words/reviewtext.h"
#include "words/reporttext.h"
#include "words/scheduletext.h"
#include "words/spoken.h"
#include "words/steptext.h"
#include "words/waitingtext.h"
#include "words/whentext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// Moves the focus to another control if the one that has it went away.
class FocusKeeper
{
    Q_DISABLE_COPY_MOVE(FocusKeeper)

public:
    explicit FocusKeeper(const QWidget *pane)
        : m_focus(QApplication::focusWidget()), m_isInPane(pane->isAncestorOf(m_focus))
    {
    }
    ~FocusKeeper() = default;

    void settle(const QList<QWidget *> &others) const
    {
        if (!m_isInPane || (m_focus && m_focus->isVisible() && m_focus->isEnabled()))
            return;
        for (QWidget *other : others) {
            if (other->isVisible() && other->isEnabled())
                return other->setFocus();
        }
    }

private:
    QPointer<QWidget> m_focus; // deleted with the line that it shows
    bool m_isInPane;
};

// Whether the sheet may have been changed by now.
QString writingText(const Runs::RunProgress &progress)
{
    const bool writes =
        std::ranges::any_of(progress.steps, [](const auto &step) { return step.name == Writeback::StepName::Write; });
    return writes ? RunPane::tr("The sheet is being changed. Do not rely on it until the run has ended.")
                  : RunPane::tr("This run has written nothing so far.");
}

QPushButton *smallButton(const QString &text, Icon which)
{
    return new QPushButton(icon(which, QPalette::ButtonText), text);
}

} // namespace

RunPane::RunPane(const QList<QAction *> &more, QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel)
    , m_target(new WrapLabel)
    , m_schedule(new WrapLabel)
    , m_run(new QPushButton(tr("&Run")))
    , m_stop(new QPushButton(icon(Icon::Stop, QPalette::ButtonText), tr("S&top")))
    , m_more(new QToolButton)
    , m_banner(new Banner)
    , m_standing(new LineList(nullptr, LineList::Reading::Silent))
    , m_now(new ToneLabel)
    , m_bar(new QProgressBar)
    , m_wait(new ToneLabel)
    , m_loss(new ToneLabel)
    , m_notes(new ToneLabel)
    , m_write(new QPushButton(icon(Icon::Warning, Words::Tone::Error), tr("&Overwrite formulas")))
    , m_decline(new QPushButton(tr("Do &not write")))
    , m_review(new QPushButton(tr("Re&view changes…")))
    , m_counts(new CountsRow)
    , m_summary(new RunSummary(RunSummary::Extent::Brief))
    , m_retry(smallButton(tr("Wait &for the earlier write"), Icon::Clock))
    , m_goOn(smallButton(tr("Run an&yway"), Icon::Run))
    , m_check(smallButton(tr("Chec&k"), Icon::Search))
    , m_open(smallButton(tr("Open in &Workiva"), Icon::Open))
    , m_copy(smallButton(tr("C&opy details"), Icon::Copy))
    , m_steps(new RunSteps)
    , m_pastTitle(new QLabel(tr("Past runs")))
    , m_allPast(new QPushButton(tr("All past runs…")))
    , m_pastList(new PastRunList)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_more->setIcon(icon(Icon::More, QPalette::ButtonText));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_more);
    menu->addActions(more);
    m_more->setMenu(menu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(scrolled(makeBody()), 1);
    connectButtons();
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &RunPane::showAll);
}

QWidget *RunPane::makeHead()
{
    makeTitle(m_title);
    m_title->setMinimumWidth(fontMetrics().height() * 9); // for most words
    makePrimary(m_run, Icon::Run);
    m_run->setToolTip(tr("Write the differences and verify them"));
    m_stop->setToolTip(tr("Stop this run"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    const int margin = fontMetrics().height();
    row->setContentsMargins(margin, margin, margin, 0);
    row->addWidget(m_title, 1);
    for (QWidget *button :
         {static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_more)})
        row->addWidget(button, 0, Qt::AlignTop);
    return head;
}

QWidget *RunPane::makeBody()
{
    for (QLabel *label : {m_target, m_schedule})
        makeSecondary(label);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setTextVisible(false);
    for (ToneLabel *label : {m_loss, m_notes})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showDanger(m_loss, true);
    m_retry->setToolTip(tr("Run again once the earlier write has finished, or some minutes after it was sent"));
    m_goOn->setToolTip(tr("Run again without waiting for the earlier write"));
    m_check->setToolTip(tr("Compare the sheet with the DataSet without writing"));
    makeHeading(m_pastTitle);
    makeFlat(m_allPast);

    const int line = fontMetrics().height();
    auto *answers = new FlowLayout(FlowLayout::Widths::Own);
    auto *actions = new FlowLayout(FlowLayout::Widths::Own);
    for (FlowLayout *flow : {answers, actions})
        flow->setSpacing(line / 2);
    for (QPushButton *button : {m_review, m_write, m_decline})
        answers->addWidget(button);
    for (QPushButton *button : {m_retry, m_goOn, m_check, m_open, m_copy})
        actions->addWidget(button);
    auto *pastHead = new QHBoxLayout;
    pastHead->addWidget(m_pastTitle);
    pastHead->addStretch();
    pastHead->addWidget(m_allPast);

    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(line, line / 8, line, line);
    m_body->setSpacing(line);
    for (QWidget *part : std::initializer_list<QWidget *>{m_target, m_schedule, m_banner, m_standing, m_now, m_bar,
                                                          m_wait, m_loss, m_notes})
        m_body->addWidget(part);
    m_body->addLayout(answers);
    m_body->addWidget(m_counts);
    m_body->addWidget(m_summary);
    m_body->addLayout(actions);
    m_body->addWidget(m_steps);
    m_body->addLayout(pastHead);
    m_body->addWidget(m_pastList);
    m_body->addStretch();
    return body;
}

void RunPane::connectButtons()
{
    connect(m_run, &QPushButton::clicked, this, &RunPane::runWanted);
    connect(m_stop, &QPushButton::clicked, this, &RunPane::cancelWanted);
    connect(m_write, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(m_review, &QPushButton::clicked, this, &RunPane::reviewWanted);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(Writeback::Unsettled::Wait); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(Writeback::Unsettled::Proceed); });
    connect(m_check, &QPushButton::clicked, this, &RunPane::checkWanted);
    connect(m_open, &QPushButton::clicked, this, &RunPane::openInWorkivaWanted);
    connect(m_allPast, &QPushButton::clicked, this, &RunPane::pastRunsWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
}

void RunPane::show(const Profiles::Profile &profile, const Runs::RunProgress &progress,
                   const QList<History::RunRecord> &past, const QList<History::OtherChange> &others,
                   const QList<History::ScheduleNote> &notes)
{
    m_profile = profile;
    m_progress = progress;
    m_past = past;
    m_others = others;
    m_scheduleNotes = notes;
    m_isPastKnown = true;
    showAll();
}

void RunPane::showWithoutPast(const Profiles::Profile &profile, const Runs::RunProgress &progress)
{
    m_profile = profile;
    m_progress = progress;
    m_past.clear();
    m_others.clear();
    m_scheduleNotes.clear();
    m_isPastKnown = false;
    showAll();
}

void RunPane::setCanOpen(bool can)
{
    m_open->setEnabled(can);
}

void RunPane::showAll()
{
    const FocusKeeper focus(this);
    const LayoutHold hold(m_body);
    showHead();
    m_standing->setLines({});
    if (m_progress.running)
        showCurrent();
    else
        showLast();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    showPast(now);
    // Nothing that does harm if a key meant for the button that went away arrives late.
    focus.settle({m_decline, m_copy, m_more});
    m_midnight.start(
        std::chrono::milliseconds(now.toLocalTime().msecsTo(now.toLocalTime().date().addDays(1).startOfDay()) + 1));
}

void RunPane::showPast(const QDateTime &now)
{
    QList<History::PastEntry> past;
    for (const History::RunRecord &run : m_past) {
        if (!m_progress.running || !run.isRunning) // its record, too, may be among them
            past.append(History::entryOf(run));
    }
    for (const History::ScheduleNote &note : m_scheduleNotes) {
        if (!History::isOfForce(note.what))
            past.append({m_profile.id, m_profile.name, note});
    }
    m_pastTitle->setVisible(!past.isEmpty());
    m_allPast->setVisible(!past.isEmpty());
    m_pastList->show(History::newestFirst(past), now);
}

void RunPane::showHead()
{
    m_title->setText(m_profile.name);
    m_target->setText(Words::targetPath(m_profile));
    m_schedule->setText(Words::scheduleText(m_profile.schedule));
    m_schedule->setVisible(m_profile.schedule != Profiles::Schedule());
    const bool isAsked = m_progress.question.has_value();
    m_run->setVisible(!m_progress.running);
    m_stop->setVisible(m_progress.running && !isAsked);
    m_stop->setEnabled(!m_progress.cancelling);
}

void RunPane::showBanner(const Words::Answer &answer, const QDateTime &when)
{
    m_banner->show(answer.tone, answer.heading, answer.body);
    m_banner->bodyLabel()->setToolTip(when.isValid() ? plainToolTip(Words::exactTimeText(when)) : QString());
}

// A screen reader announces the banner, which therefore has no numbers that change each second.
void RunPane::showCurrent()
{
    using Words::Tone;
    const bool isAsked = m_progress.question.has_value();
    if (m_progress.cancelling)
        showBanner(
            {Tone::Waiting, tr("Stopping the run"), tr("If something was sent already, it is read back first.")});
    else if (isAsked)
        showBanner({Tone::Warning, Words::questionName(), writingText(m_progress)});
    else if (m_progress.queued)
        showBanner({Tone::Waiting,
                    m_progress.behind.isEmpty() ? tr("Waiting for other runs to end")
                                                : tr("Waiting for another run on this sheet"),
                    tr("Nothing has been requested yet.")});
    else if (m_progress.isCheck())
        showBanner({Tone::Waiting, tr("Checking the sheet"), tr("The check itself writes nothing.")});
    else
        showBanner({Tone::Waiting, tr("The run is in progress"), writingText(m_progress)});

    const Runs::RunProgress::Step *step = Words::currentStep(m_progress);
    const auto done = Words::doneOf(m_progress);
    m_now->setLine(step ? Words::stepLine(*step, m_progress.waiting.has_value()) : Words::nowLine(m_progress));
    m_now->setVisible(!isAsked && !m_progress.queued);
    m_bar->setVisible(!isAsked && !m_progress.queued);
    m_bar->setRange(0, done ? 1000 : 0);
    if (done)
        m_bar->setValue(int(*done * 1000));
    m_wait->setLine({Tone::Waiting, m_progress.waiting ? Words::waitingText(*m_progress.waiting) + u'.' : QString()});
    m_wait->setVisible(m_progress.waiting.has_value());
    hideQuestion();
    if (isAsked)
        showQuestion(*m_progress.question);

    if (m_progress.changes)
        m_counts->show(*m_progress.changes, CountsRow::Tense::Planned);
    else
        m_counts->clear();
    m_summary->clear();
    for (QPushButton *button : {m_retry, m_goOn, m_check, m_copy})
        button->hide();
    m_open->setVisible(isAsked);
    m_steps->showCurrent(m_progress.steps);
}

void RunPane::hideQuestion()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_loss, m_notes, m_review, m_write, m_decline})
        part->hide();
}

void RunPane::showQuestion(const Writeback::ReviewSummary &review)
{
    using Kind = Writeback::Finding::Kind;
    const auto has = [&review](Kind kind) {
        return std::ranges::any_of(review.findings, [kind](const auto &finding) { return finding.kind == kind; });
    };
    const bool clears = has(Kind::EmptySource) || has(Kind::ClearsMoreThanItWrites);
    const bool overwrites = has(Kind::FormulasOverwritten);
    const bool edits = has(Kind::CellsEdited);
    m_write->setText(clears && overwrites ? tr("Cl&ear and overwrite")
                         : clears         ? tr("Cl&ear %1 cells").arg(Words::number(review.changes.cleared))
                         : overwrites     ? tr("&Overwrite formulas")
                         : edits          ? tr("&Overwrite edited cells")
                                          : u'&' + Words::writeText(review));
    const bool loses = clears || overwrites || edits; // otherwise every run is to be confirmed
    m_write->setIcon(loses ? icon(Icon::Warning, Words::Tone::Error) : icon(Icon::Run, QPalette::ButtonText));
    for (QWidget *part : {m_review, m_write, m_decline})
        part->show();
    m_loss->setVisible(loses);
    m_loss->announce({Words::Tone::Warning, Words::lossTexts(review).join(u' ')});
    QStringList others;
    for (const Writeback::Finding &finding : review.findings) {
        if (!Writeback::isLoss(finding.kind))
            others.append(Words::findingText(finding, review));
    }
    others.append(Words::undecidedText(review));
    others.removeAll(QString());
    m_notes->setLine({Words::Tone::Note, others.join(u' ')});
    m_notes->setVisible(!others.isEmpty());
}

// The run of this program that has ended, unless another program has run the writeback since.
std::optional<History::RunRecord> RunPane::own() const
{
    if (!m_progress.report || (!m_past.isEmpty() && m_past.first().entry.started > m_progress.facts.ended))
        return {};
    return Runs::recordOf(m_progress);
}

void RunPane::showLast()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (QWidget *part : std::initializer_list<QWidget *>{m_now, m_bar, m_wait})
        part->hide();
    hideQuestion();
    m_counts->clear();
    m_open->show();

    const auto own = this->own();
    const Runs::Standing standing = Runs::standingOf(m_profile, Runs::withLatest(m_past, m_progress), m_others);
    const auto last = own ? own : standing.last;
    m_copy->setVisible(last.has_value());
    m_check->setVisible(standing.unknown || standing.overwritten);
    if (standing.unknown) { // what to do first
        makePrimary(m_check, Icon::Search);
        makeOrdinary(m_run, Icon::Run);
    } else {
        makePrimary(m_run, Icon::Run);
    }
    const bool isBlocked = own && own->error && own->error->kind == Core::ErrorKind::EarlierWrite;
    m_retry->setVisible(isBlocked);
    m_goOn->setVisible(isBlocked);
    if (!last) {
        m_steps->show(QList<Writeback::StepTime>());
        m_summary->show({{tr("DataSet"), m_profile.dataSetName}, {tr("Region"), m_profile.region.toString()}});
        return showBanner(m_isPastKnown ? Words::neverRunAnswer() : Words::unknownPastAnswer());
    }
    m_details = own ? Words::factsText(m_progress.facts) + u"\n\n"_s + Words::reportText(*m_progress.report)
                    : Words::recordDetails(*last);
    QList<Words::Line> lines;
    if (standing.isUnknownSinceEarlier())
        lines.append(Words::leftUnknownLine(Words::pastRunOf(*standing.unknown), now));
    if (standing.changed != Writeback::Changed::Nothing && !standing.isOutdated())
        lines.append(
            {Words::Tone::Note, Words::changedAnswer(Words::pastRunOf(*standing.last), standing.changed, now).body});
    if (standing.verified && standing.verified->ended < last->entry.started)
        lines.append(Words::lastVerifiedLine(Words::pastRunOf(*standing.verified), now));
    m_standing->setLines(lines);
    // A check that found nothing out has its own answer.
    const bool isInconclusive =
        own && m_progress.isCheck() && !Runs::isConclusive(m_progress.report->state, m_progress.pendingChanges);
    const Writeback::Changed changed = Runs::changedSince(*last, m_profile);
    if (isInconclusive ? changed != Writeback::Changed::Nothing : standing.isOutdated())
        return showOutdated(Words::changedAnswer(Words::pastRunOf(*last), changed, now), last->entry.started);
    if (!isInconclusive && standing.overwritten)
        return showOutdated(Words::overwrittenAnswer(*standing.overwritten), standing.overwritten->sent);

    Words::PastRun run = Words::pastRunOf(*last);
    run.pendingChanges = own ? m_progress.pendingChanges : 0;
    showBanner(Words::answer(run, now), run.ended.isValid() ? run.ended : run.started);
    EndedRun shown{.record = *last};
    if (own) {
        shown.report = m_progress.report;
        shown.dataSetName = m_progress.report->review.dataSetName;
    }
    if (shown.dataSetName.isEmpty() && last->entry.dataSetId == m_profile.dataSetId)
        shown.dataSetName = m_profile.dataSetName;
    m_summary->show(shown);
    m_steps->show(last->steps);
}

// The counts, facts and steps of the last run say nothing about the current target, or no longer do.
void RunPane::showOutdated(const Words::Answer &answer, const QDateTime &when)
{
    showBanner(answer, when);
    m_summary->show({{tr("DataSet"), m_profile.dataSetName}, {tr("Region"), m_profile.region.toString()}});
    m_steps->show(QList<Writeback::StepTime>());
}

void RunPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showDanger(m_loss, true);
}

} // namespace Ui
