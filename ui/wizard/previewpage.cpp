#include "ui/wizard/previewpage.h"

#include "ui/look/emphasis.h"
#include "ui/look/statusline.h"
#include "ui/look/wraplabel.h"
#include "ui/review/regionmap.h"
#include "ui/review/reviewpanel.h"
#include "runs/runrequests.h"
#include "setup/columnchoice.h"
#include "words/errortext.h"
#include "words/regiontext.h"
#include "words/reviewtext.h"
#include "words/steptext.h"
#include "words/waitingtext.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

PreviewPage::PreviewPage(WizardContext &context, QWidget *parent)
    : Page(tr("Preview"), parent)
    , m_context(context)
    , m_summary(new StatusLine(this))
    , m_progress(new QProgressBar(this))
    , m_review(new ReviewPanel(this))
    , m_map(new RegionMap(this))
    , m_mapCaption(new WrapLabel(this))
    , m_offers(new QWidget(this))
{
    explain(tr("Every change, by key and cell by cell. Nothing has been written yet."));
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress of the preview"));
    auto *rows = new QGridLayout(m_offers);
    rows->setContentsMargins({});
    rows->setColumnStretch(1, 1);
    layOut();
    setFocusProxy(m_review);
    listen();
}

void PreviewPage::layOut()
{
    makeSecondary(m_mapCaption);
    m_mapCaption->setText(tr("The region (outlined) and the data (filled), not to scale"));
    showMap({});
    m_review->addToSide(m_map);
    m_review->addToSide(m_mapCaption);
    QVBoxLayout *layout = body();
    for (QWidget *part : std::initializer_list<QWidget *>{m_summary, m_offers, m_progress})
        layout->addWidget(part);
    layout->addWidget(m_review, 1);
}

void PreviewPage::listen()
{
    m_start.setSingleShot(true);
    m_start.setInterval(1); // 0 would be before the page has been painted: the run's threads would compete with it
    m_start.callOnTimeout(this, &PreviewPage::compare);
    connect(&m_controller, &Writeback::RunController::stepStarted, this,
            [this](Writeback::StepName step) { m_summary->showWaiting(Words::stepName(step, {})); });
    connect(&m_controller, &Writeback::RunController::waiting, this, [this](const Writeback::Waiting &waiting) {
        if (const QString text = Words::waitingText(waiting); !text.isEmpty())
            m_summary->showWaiting(text + u"…"_s);
    });
    connect(m_summary, &StatusLine::stopWanted, this,
            [this] { m_context.catalogue ? m_controller.cancel() : Q_EMIT signInStopped(); });
    connect(m_summary, &StatusLine::retryWanted, this, &PreviewPage::initializePage);
    connect(&m_controller, &Writeback::RunController::finished, this, &PreviewPage::show);
    m_review->offerAsText();
    connect(m_review, &ReviewPanel::asTextWanted, this, &PreviewPage::takeAsText);
    connect(m_review, &ReviewPanel::accepted, this, &PreviewPage::accept);
}

QString PreviewPage::missing() const
{
    if (m_ready)
        return {};
    if (!m_context.catalogue)
        return tr("Signing in to Domo and Workiva.");
    return m_controller.isRunning() || m_start.isActive() ? tr("Comparing the DataSet with the region.")
                                                          : tr("The data cannot be written. See the reason above.");
}

void PreviewPage::initializePage()
{
    m_ready = false;
    ++m_shown;
    m_context.preview.reset();
    m_review->clear();
    showMap({});
    showOffers({});
    m_progress->show();
    if (!m_context.catalogue)
        return m_summary->showWaiting(tr("Signing in to Domo and Workiva…"));
    m_summary->showWaiting(tr("Comparing the DataSet with the region…"));
    m_again = m_controller.isRunning(); // the previous dry run is still ending; show() starts a new one
    if (!m_again)
        m_start.start();
}

void PreviewPage::signedIn()
{
    initializePage();
    checkMissing();
}

void PreviewPage::compare()
{
    Writeback::RunRequest request = Runs::requestOf(m_context.draft.profile, m_context.catalogue->logins());
    request.dryRun = true;
    request.proxy = m_context.proxy;
    m_controller.start(request);
}

void PreviewPage::cleanupPage()
{
    m_again = false;
    ++m_shown;
    m_start.stop();
    m_controller.cancel();
}

void PreviewPage::show(const Writeback::RunReport &report)
{
    if (m_again)
        return initializePage();
    m_found = report.review;
    m_review->show(report, restLines(report.review));
    // In later passes of the event loop, after what is before them has been painted (0 would be before that): all at
    // once would block the window.
    const auto later = [this](const auto &what) {
        QTimer::singleShot(1, this, [this, shown = m_shown, what] {
            if (shown == m_shown)
                what();
        });
    };
    later([this, later, report] {
        showWords(report);
        later([this] { checkMissing(); });
    });
}

void PreviewPage::showWords(const Writeback::RunReport &report)
{
    m_progress->hide();
    showMap(report.review.fit);
    if (report.error) {
        m_summary->showFailure(Words::errorLine(*report.error));
        if (report.error->kind == Core::ErrorKind::Overflow)
            showOffers(report.review.fit.alternatives);
        return;
    }
    const Writeback::ChangeCounts &changes = report.review.changes;
    const QLocale locale;
    QString summary =
        tr("Rows: %1, columns: %2, target: %3 of %8. Cells changed: %4, new: %5, cleared: %6, "
           "unchanged: %7.")
            .arg(locale.toString(report.review.sourceRows), locale.toString(report.review.sourceColumns),
                 Sheet::toA1(report.review.fit.data), locale.toString(changes.changed), locale.toString(changes.added),
                 locale.toString(changes.cleared), locale.toString(changes.unchanged),
                 tr("%1 › %2").arg(report.review.spreadsheetName, report.review.sheetPath));
    if (report.review.appended)
        summary += u' ' + Words::writeText(report.review) + u'.';
    m_summary->say(summary);
    m_context.preview = report.review;
    m_ready = true;
}

void PreviewPage::showMap(const Sheet::Fit &fit)
{
    if (fit.data.isEmpty())
        m_map->clear();
    else
        m_map->show(m_context.draft.profile.region, fit);
    for (QWidget *part : std::initializer_list<QWidget *>{m_map, m_mapCaption})
        part->setHidden(fit.data.isEmpty());
}

QList<Words::Line> PreviewPage::restLines(const Writeback::ReviewSummary &review) const
{
    if (review.fit.kind != Sheet::Fit::Kind::LeavesRest)
        return {};
    const QString rest = review.changes.cleared > 0 ? Words::restText(m_context.draft.profile.update.kind)
                                                    : tr("The rest is already empty, so nothing is cleared.");
    return {{Words::Tone::Note, Words::fitText(review.fit) + u' ' + rest}};
}

void PreviewPage::showOffers(const QList<Sheet::Region> &regions)
{
    qDeleteAll(m_offers->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    auto *rows = qobject_cast<QGridLayout *>(m_offers->layout());
    for (int row = 0; row < regions.size(); ++row) {
        const Sheet::Region &region = regions[row];
        auto *take = new QPushButton(Words::useRegionText(region));
        take->setAccessibleDescription(Words::regionText(region));
        const auto later = Qt::QueuedConnection; // choosing a region deletes the buttons
        connect(
            take, &QPushButton::clicked, this, [this, region] { takeRegion(region); }, later);
        const QString cleared = Words::restText(m_context.draft.profile.update.kind);
        auto *meaning = new QLabel(Words::regionText(region) + (region.isClosed() ? QString() : u' ' + cleared));
        meaning->setWordWrap(true);
        rows->addWidget(take, row, 0);
        rows->addWidget(meaning, row, 1);
    }
}

void PreviewPage::takeRegion(const Sheet::Region &region)
{
    if (m_controller.isRunning())
        return;
    m_review->setFocus(); // the pressed button is deleted
    m_context.draft.profile.region = region;
    Q_EMIT regionTaken(region);
    Q_EMIT edited();
    initializePage();
    checkMissing();
}

void PreviewPage::takeAsText(const QStringList &columns)
{
    if (m_controller.isRunning())
        return;
    Profiles::Profile &profile = m_context.draft.profile;
    profile.shaping = Setup::asText(profile.shaping, columns);
    Q_EMIT shapingTaken(profile.shaping);
    Q_EMIT edited();
    initializePage();
    checkMissing();
}

// Nothing has to be compared again: only what follows from the rules is another verdict.
void PreviewPage::accept(const Sheet::Acceptance &acceptance)
{
    m_context.draft.profile.guards.accept(acceptance);
    Writeback::ruleAgain(m_found.findings, {acceptance}, QDateTime::currentDateTimeUtc().date());
    if (m_context.preview)
        m_context.preview = m_found;
    m_review->setFindings(m_found.findings);
    Q_EMIT checkAccepted(acceptance);
    Q_EMIT edited();
}

} // namespace Ui
