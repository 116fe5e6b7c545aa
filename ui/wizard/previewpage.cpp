#include "ui/wizard/previewpage.h"

#include "ui/forms/fieldwidth.h"
#include "ui/look/copyselection.h"
#include "ui/look/danger.h"
#include "ui/look/diffcelldelegate.h"
#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/statusline.h"
#include "ui/look/linelist.h"
#include "ui/look/palette.h"
#include "ui/look/tonelabel.h"
#include "ui/look/twolineheader.h"
#include "ui/look/wraplabel.h"
#include "ui/review/findbar.h"
#include "ui/review/numberstyle.h"
#include "ui/review/previewmodel.h"
#include "ui/review/regionmap.h"
#include "runs/runrequests.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/regiontext.h"
#include "words/reporttext.h"
#include "words/steptext.h"
#include "words/waitingtext.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int rowsToFit = 25; // roughly the visible ones
constexpr int maxColumnWidth = 40; // characters
constexpr int minWidthWithMap = 52; // em

// How the table marks a change.
class Mark final : public QLabel
{
public:
    Mark(Words::Tone tone, const QString &text) : QLabel(text), m_tone(tone)
    {
        const int margin = fontMetrics().averageCharWidth() / 2;
        setContentsMargins(margin, 0, margin, 0);
        chooseFont();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            chooseFont();
    }

    void paintEvent(QPaintEvent *event) override
    {
        QPainter(this).fillRect(rect(), toneColors(m_tone, palette()).ground);
        QLabel::paintEvent(event);
    }

private:
    void chooseFont()
    {
        QFont marked = font();
        marked.setBold(m_tone == Words::Tone::Warning);
        marked.setStrikeOut(m_tone == Words::Tone::Error);
        marked.setUnderline(m_tone == Words::Tone::Ok && isHighContrast(palette()));
        setFont(marked);
    }

    Words::Tone m_tone;
};

} // namespace

PreviewPage::PreviewPage(WizardContext &context, QWidget *parent)
    : Page(tr("Preview"), parent)
    , m_context(context)
    , m_summary(new StatusLine(this))
    , m_loss(new ToneLabel(this))
    , m_findings(new LineList(this))
    , m_progress(new QProgressBar(this))
    , m_table(new QTableView(this))
    , m_model(new PreviewModel(this))
    , m_map(new RegionMap(this))
    , m_mapCaption(new WrapLabel(this))
    , m_sides(new QTabBar(this))
    , m_cell(new QLabel(this))
    , m_offers(new QWidget(this))
{
    explain(tr("Every change, cell by cell. Nothing has been written yet."));
    for (QLabel *label : std::initializer_list<QLabel *>{m_loss, m_cell}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    showDanger(m_loss, true);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress of the preview"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new TwoLineHeader(m_table));
    m_table->setItemDelegate(new DiffCellDelegate(m_table));
    copyOnRequest(m_table);
    m_model->setNumberStyle(NumberStyle::saved());
    m_table->setAccessibleName(tr("Preview"));
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    auto *rows = new QGridLayout(m_offers);
    rows->setContentsMargins({});
    rows->setColumnStretch(1, 1);
    m_sides->addTab(tr("&After the run"));
    m_sides->addTab(tr("N&ow in the sheet"));
    m_sides->setAccessibleName(tr("Values to show"));
    m_sides->setWhatsThis(
        tr("After the run: the values that a run would write now, at their addresses in the sheet. "
           "Now in the sheet: the current values of the region. Changed cells are bold, cleared cells are struck "
           "through, and unchanged cells are pale. Hatched cells are outside a region that is too small: they are "
           "neither read nor written."));
    m_sides->setExpanding(false);
    layOut();
    listen();
}

void PreviewPage::layOut()
{
    auto *top = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(m_summary);
    words->addWidget(m_loss);
    words->addWidget(m_findings);
    words->addWidget(m_offers);
    words->addWidget(m_progress);
    words->addStretch();
    top->addLayout(words, 1);
    m_mapCaption->setMaximumWidth(m_map->sizeHint().width());
    makeSecondary(m_mapCaption);
    auto *map = new QVBoxLayout;
    map->addWidget(m_map);
    map->addWidget(m_mapCaption);
    map->addStretch();
    top->addLayout(map);
    QVBoxLayout *layout = body();
    layout->addLayout(top);
    auto *line = new FlowLayout(FlowLayout::Widths::Own);
    line->setSpacing(fontMetrics().height() / 2);
    auto *unchanged = new QLabel(tr("Unchanged"));
    unchanged->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_sides, makeNumberMenu(), new Mark(Words::Tone::Ok, tr("New")),
             new Mark(Words::Tone::Warning, tr("Changed")), new Mark(Words::Tone::Error, tr("Cleared")), unchanged,
             new QLabel(tr("▨ Outside the region"))})
        line->addWidget(part);
    layout->addLayout(line);
    layout->addWidget(new FindBar(m_table, this));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_cell);
}

// How numbers are read; what is written does not depend on it.
QWidget *PreviewPage::makeNumberMenu()
{
    auto *button = new QToolButton(this);
    button->setText(tr("Nu&mber format"));
    button->setToolTip(tr("How numbers are displayed here. The values that are written stay as they are."));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    const auto add = [this, menu](const QString &text, bool NumberStyle::*part) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(NumberStyle::saved().*part);
        connect(action, &QAction::toggled, this, [this, part](bool on) {
            NumberStyle style = NumberStyle::saved();
            style.*part = on;
            style.save();
            m_model->setNumberStyle(style);
        });
    };
    add(tr("&Thousands separators"), &NumberStyle::separators);
    add(tr("&Negative numbers in parentheses"), &NumberStyle::parentheses);
    button->setMenu(menu);
    return button;
}

void PreviewPage::listen()
{
    m_start.setSingleShot(true);
    m_start.setInterval(1); // 0 would be before the page has been painted: the run's threads would compete with it
    m_start.callOnTimeout(this, &PreviewPage::compare);
    connect(m_sides, &QTabBar::currentChanged, this, [this](int tab) {
        m_model->setSide(tab == 0 ? PreviewModel::Side::Desired : PreviewModel::Side::Existing);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { m_cell->setText(m_model->cellText(index)); });
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
}

void PreviewPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showDanger(m_loss, true);
}

// Without room for both, the words matter more.
void PreviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    for (QWidget *part : std::initializer_list<QWidget *>{m_map, m_mapCaption})
        part->setHidden(width() < minWidthWithMap * em(this));
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
    m_context.preview.reset();
    m_model->show(nullptr);
    m_map->clear();
    m_mapCaption->clear();
    m_cell->clear();
    showFindings({});
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
    m_start.stop();
    m_controller.cancel();
}

void PreviewPage::show(const Writeback::RunReport &report)
{
    if (m_again)
        return initializePage();
    m_model->show(report.comparison);
    // Each in a later pass of the event loop, after what is before it has been painted (0 would be before that): all at
    // once would block the window.
    const auto later = [this](const auto &what) {
        QTimer::singleShot(1, this, [this, what] {
            if (!m_controller.isRunning())
                what();
        });
    };
    later([this, later, report] {
        fitColumns();
        later([this, report] { showWords(report); });
    });
}

void PreviewPage::showWords(const Writeback::RunReport &report)
{
    m_progress->hide();
    m_cell->setText(report.comparison ? tr("Select a cell to see its current and new value.") : QString());
    m_map->show(m_context.draft.profile.region, report.review.fit);
    m_mapCaption->setText(
        report.review.fit.data.isEmpty() ? QString() : tr("The region (outlined) and the data (filled), not to scale"));
    showFindings(report.review);
    if (report.error) {
        m_summary->showFailure(Words::errorLine(*report.error));
        if (report.error->kind == Core::ErrorKind::Overflow)
            showOffers(report.review.fit.alternatives);
        checkMissing();
        return;
    }
    const Writeback::ChangeCounts &changes = report.review.changes;
    const QLocale locale;
    m_summary->say(tr("Rows: %1, columns: %2, target: %3 of %8. Cells changed: %4, new: %5, cleared: %6, "
                      "unchanged: %7.")
                       .arg(locale.toString(report.review.sourceRows), locale.toString(report.review.sourceColumns),
                            Sheet::toA1(report.review.fit.data), locale.toString(changes.changed),
                            locale.toString(changes.added), locale.toString(changes.cleared),
                            locale.toString(changes.unchanged),
                            tr("%1 › %2").arg(report.review.spreadsheetName, report.review.sheetPath)));
    m_context.preview = report.review;
    m_ready = true;
    checkMissing();
}

void PreviewPage::showFindings(const Writeback::ReviewSummary &review)
{
    const QStringList losses = Words::lossTexts(review);
    m_loss->setVisible(!losses.isEmpty());
    m_loss->announce({Words::Tone::Warning, losses.join(u'\n')});
    QList<Words::Line> lines;
    bool saidAlready = false; // the first finding that refuses is the report's error
    for (const Writeback::Finding &finding : review.findings) {
        if (Writeback::isLoss(finding.kind) && !finding.refuses)
            continue; // already shown above
        if (!finding.refuses || std::exchange(saidAlready, true))
            lines.append(Words::findingLine(finding, review));
    }
    if (const auto &byKey = review.byKey; byKey && byKey->changed + byKey->moved + byKey->equal > 0) // some match
        lines.append({Words::Tone::Note, tr("Rows %1.").arg(Words::keyText(*byKey))});
    if (review.fit.kind == Sheet::Fit::Kind::LeavesRest) {
        const QString rest = review.changes.cleared > 0 ? Words::restText(m_context.draft.profile.update.kind)
                                                        : tr("The rest is already empty, so nothing is cleared.");
        lines.append({Words::Tone::Note, Words::fitText(review.fit) + u' ' + rest});
    }
    m_findings->setLines(lines);
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

// Widths that fit the first rows, within limits: the data will have other columns next month. The view's own
// measurement lays out every text, which would block the window.
void PreviewPage::fitColumns()
{
    QFont bold = m_table->font(); // the font of changed cells
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int padding = 4 * metrics.averageCharWidth();
    const int rows = std::min(rowsToFit, m_model->rowCount());
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QString longest; // by number of characters: measuring each would take ten times as long
        for (int row = 0; row < rows; ++row) {
            const QModelIndex cell = m_model->index(row, column);
            const QString text = cell.data(DiffCellDelegate::beforeRole).toString() + cell.data().toString();
            if (text.size() > longest.size())
                longest = text;
        }
        const int width = std::max(m_table->horizontalHeader()->sectionSizeHint(column),
                                   metrics.horizontalAdvance(longest) + padding);
        m_table->setColumnWidth(column, std::min(width, metrics.averageCharWidth() * maxColumnWidth));
    }
}

void PreviewPage::takeRegion(const Sheet::Region &region)
{
    if (m_controller.isRunning())
        return;
    m_table->setFocus(); // the pressed button is deleted
    m_context.draft.profile.region = region;
    Q_EMIT regionTaken(region);
    Q_EMIT edited();
    initializePage();
    checkMissing();
}

} // namespace Ui
