#include "ui/review/reviewpanel.h"

#include "review/extent.h"
#include "ui/look/announce.h"
#include "ui/look/copyselection.h"
#include "ui/look/danger.h"
#include "ui/look/diffcelldelegate.h"
#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/opendialog.h"
#include "ui/look/segments.h"
#include "ui/look/tonelabel.h"
#include "ui/look/twolineheader.h"
#include "ui/review/acceptdialog.h"
#include "ui/review/changechips.h"
#include "ui/review/changesexport.h"
#include "ui/review/findbar.h"
#include "ui/review/listings.h"
#include "ui/review/numberstyle.h"
#include "ui/review/reviewmodel.h"
#include "ui/review/reviewside.h"
#include "words/findingtext.h"
#include "words/reviewtext.h"
#include "words/shown.h"
#include "words/spoken.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

using Review::Lens;

namespace {

constexpr int rowsToFit = 25; // roughly the visible ones
constexpr int maxColumnWidth = 40; // characters
constexpr int maxTextWidth = 18; // characters, of a column of texts if not all columns fit
constexpr int minWidthBeside = 68; // em, for table and side beside each other
constexpr int sideWidth = 28; // em
constexpr int maxSortWidth = 30; // characters

// Wide enough, but no obstacle to a narrower window.
class SideArea final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize sizeHint() const override { return {sideWidth * em(this), QScrollArea::sizeHint().height()}; }
};

} // namespace

ReviewPanel::ReviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_listings(new Listings(this))
    , m_lens(new Segments(this))
    , m_key(new QLabel(this))
    , m_chips(new ChangeChips(this))
    , m_sort(new QComboBox(this))
    , m_atLeast(new QLineEdit(this))
    , m_fold(new QCheckBox(tr("&Hide equal columns"), this))
    , m_sides(new Segments(this))
    , m_before(new QToolButton(this))
    , m_outside(new QLabel(tr("▨ Outside the region"), this))
    , m_export(new QToolButton(this))
    , m_loss(new ToneLabel(this))
    , m_table(new QTableView(this))
    , m_model(new ReviewModel(this))
    , m_find(new FindBar(m_table, this))
    , m_cell(new QLabel(this))
    , m_keep(new QAction(this))
    , m_keepButton(new QToolButton(this))
    , m_said(new ToneLabel(this))
    , m_compared(new QLabel(this))
    , m_exporting(new ChangesExport(this))
    , m_side(new ReviewSide)
    , m_sideArea(new SideArea(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    for (QLabel *label : {m_key, m_cell, m_compared}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_key->setWordWrap(true);
    m_cell->setWordWrap(true);
    makeSecondary(m_key);
    makeSecondary(m_compared);
    m_lens->setAccessibleName(tr("How rows are compared"));
    m_lens->add(tr("By &key"));
    m_lens->add(tr("By c&ell"));
    m_sides->setAccessibleName(tr("Values to show"));
    m_sides->add(tr("&After the run"));
    m_sides->add(tr("N&ow in the sheet"));
    m_sides->setWhatsThis(
        tr("After the run: the values that a run would write now, at their addresses in the sheet. "
           "Now in the sheet: the current values of the region. Changed cells are bold, cleared cells are struck "
           "through, and unchanged cells are pale. Hatched cells are outside a region that is too small: they are "
           "neither read nor written."));
    setUpTable();
    m_before->setText(tr("Before &you write"));
    m_before->setCheckable(true);
    m_before->setFocusPolicy(Qt::TabFocus);
    m_loss->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showDanger(m_loss, true);

    auto *changes = new QVBoxLayout;
    addControls(changes);
    changes->addWidget(m_loss);
    changes->addWidget(m_find);
    changes->addWidget(m_table, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_cell, 1);
    below->addWidget(m_keepButton);
    below->addWidget(m_said);
    below->addWidget(m_compared);
    below->addWidget(m_outside);
    changes->addLayout(below);
    changes->addWidget(m_exporting);
    m_sideArea->setWidget(m_side);
    m_sideArea->setWidgetResizable(true);
    m_sideArea->setFrameShape(QFrame::NoFrame);
    m_sideArea->setFocusPolicy(Qt::NoFocus); // Tab should only visit what is in it
    m_sideArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_columns->addLayout(changes, 1);
    m_columns->addWidget(m_sideArea);
    m_columns->setSpacing(em(this));
    m_columns->setContentsMargins({});
    setLayout(m_columns);
    setFocusProxy(m_table);
    listen();
    clear();
}

void ReviewPanel::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new TwoLineHeader(m_table));
    m_table->setItemDelegate(new DiffCellDelegate(m_table));
    m_table->setAccessibleName(tr("Changes"));
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    copyOnRequest(m_table);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_keep->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_keep->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_keep->setIcon(icon(Icon::Lock));
    m_keep->setText(tr("Keep edited value"));
    m_keep->setVisible(false);
    m_keepButton->setDefaultAction(m_keep);
    m_keepButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_keepButton->setFocusPolicy(Qt::TabFocus);
    m_keepButton->hide();
    m_model->setNumberStyle(NumberStyle::saved());
    m_side->setNumberStyle(NumberStyle::saved());
}

void ReviewPanel::addControls(QBoxLayout *layout)
{
    const auto pair = [this](const QString &text, QWidget *field) {
        auto *both = new QWidget(this);
        auto *row = new QHBoxLayout(both);
        row->setContentsMargins({});
        auto *label = new QLabel(text, both);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        return both;
    };
    const auto tool = [this](Icon which, const QString &name, const QKeySequence &keys, auto press) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(which));
        button->setAccessibleName(name);
        button->setToolTip(tr("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, this, press);
        return button;
    };
    m_sort->setAccessibleName(tr("Sort"));
    m_sort->view()->setAccessibleName(tr("Orders"));
    m_sort->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sort->setMaximumWidth(fontMetrics().averageCharWidth() * maxSortWidth);
    m_atLeast->setAccessibleName(tr("Only differences of at least"));
    m_atLeast->setToolTip(tr("Only rows whose values in this column differ by at least this much"));
    m_atLeast->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    m_export->setText(tr("E&xport changes…"));
    m_export->setIcon(icon(Icon::Export));
    m_export->setToolTip(tr("Save all changes as a file"));
    m_export->setFocusPolicy(Qt::TabFocus);

    auto *first = new QHBoxLayout;
    first->setSpacing(fontMetrics().height() / 2);
    first->addWidget(m_lens);
    first->addWidget(m_key, 1);
    first->addWidget(m_before);
    first->addWidget(m_export);
    layout->addLayout(first);
    auto *second = new QHBoxLayout;
    second->addWidget(m_chips, 1);
    second->addWidget(m_sides);
    second->addStrut(m_sides->sizeHint().height()); // also without them: the table below stays where it is
    layout->addLayout(second);
    auto *third = new FlowLayout(FlowLayout::Widths::Own);
    third->setSpacing(fontMetrics().height() / 2);
    m_least = pair(tr("At &least"), m_atLeast);
    m_order = pair(tr("&Sort"), m_sort);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_order, m_least, m_fold,
             tool(Icon::Up, tr("Previous change"), Qt::SHIFT | Qt::Key_F8, [this] { goToChange(false); }),
             tool(Icon::Down, tr("Next change"), Qt::Key_F8, [this] { goToChange(true); }),
             tool(Icon::Search, tr("Find"), QKeySequence::Find, [this] { m_find->open(); }), makeNumberMenu()})
        third->addWidget(part);
    layout->addLayout(third);
}

// How numbers are read; what is written does not depend on it.
QWidget *ReviewPanel::makeNumberMenu()
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(Icon::Settings));
    button->setAccessibleName(tr("Number format"));
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
            m_side->setNumberStyle(style);
            m_cell->setText(m_model->cellText(m_table->currentIndex()));
        });
    };
    add(tr("&Thousands separators"), &NumberStyle::separators);
    add(tr("&Negative numbers in parentheses"), &NumberStyle::parentheses);
    button->setMenu(menu);
    return button;
}

void ReviewPanel::listen()
{
    connect(m_lens, &Segments::currentChanged, this, [this] {
        m_chips->clear(); // they count other things
        request();
    });
    connect(m_sides, &Segments::currentChanged, this, [this](int side) {
        m_model->setSide(side == 0 ? ReviewModel::Side::Desired : ReviewModel::Side::Existing);
    });
    connect(m_chips, &ChangeChips::chosen, this, &ReviewPanel::request);
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] {
        m_least->setVisible(m_sort->currentIndex() > 0);
        request();
    });
    connect(m_atLeast, &QLineEdit::textEdited, this, &ReviewPanel::request);
    connect(m_fold, &QCheckBox::toggled, this, &ReviewPanel::fold);
    connect(m_before, &QToolButton::toggled, this, &ReviewPanel::arrange);
    connect(m_export, &QToolButton::clicked, this, [this] {
        Writeback::RunReport report = *m_report;
        report.review = review();
        m_exporting->choose(report, m_comparedAt, m_keeping.keptCells());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_cell->setText(m_model->cellText(index));
        m_said->setLine({});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewPanel::offerKeep);
    connect(m_keep, &QAction::triggered, this, &ReviewPanel::keepSelected);
    connect(m_side, &ReviewSide::acceptWanted, this, &ReviewPanel::openAccept);
    connect(m_side, &ReviewSide::asTextWanted, this, &ReviewPanel::asTextWanted);
    connect(m_listings, &Listings::listed, this, &ReviewPanel::display);
    connect(m_listings, &Listings::addedUp, m_side, &ReviewSide::setTotals);
    connect(m_listings, &Listings::highlighted, m_side, &ReviewSide::setHighlights);
    for (const bool forward : {true, false}) {
        const QKeySequence keys(forward ? QKeySequence(Qt::Key_F8) : QKeySequence(Qt::SHIFT | Qt::Key_F8));
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, forward] { goToChange(forward); });
    }
}

void ReviewPanel::show(const Writeback::RunReport &report, const QList<Words::Line> &further)
{
    clear();
    m_report = std::make_shared<const Writeback::RunReport>(report);
    m_further = further;
    if (report.comparison)
        m_keeping = Review::Keeping(report.comparison->edited);
    m_model->setKeeping(m_keeping);
    showSide();
    if (!report.comparison)
        return;
    const bool canKeep = m_offersKeeping && m_keeping.edited() > 0;
    m_keep->setVisible(canKeep);
    m_keepButton->setVisible(canKeep);
    offerKeep();
    m_comparedAt = QDateTime::currentDateTimeUtc();
    m_export->setEnabled(true);
    if (report.review.fit.kind != Sheet::Fit::Kind::Overflows)
        m_compared->setText(Words::comparedText(report));
    offerLens();
    offerColumns();
    request();
    m_listings->addUp(report.comparison);
}

// What to know before writing, beside the table or above it.
void ReviewPanel::showSide()
{
    Writeback::RunReport report = *m_report;
    report.review = review();
    m_side->show(report, m_further);
    const Words::Line loss{Words::Tone::Warning, Words::lossTexts(report.review).join(u'\n')};
    const bool isNew = m_loss->text() != loss.text;
    m_loss->setLine(loss);
    arrange();
    if (isNew && !loss.text.isEmpty())
        announce(m_loss, loss); // if it is in sight
}

Writeback::ReviewSummary ReviewPanel::review() const
{
    if (!m_report)
        return {};
    return m_report->comparison ? Review::keeping(m_keeping, m_report->review, *m_report->comparison)
                                : m_report->review;
}

void ReviewPanel::setFindings(const QList<Writeback::Finding> &findings)
{
    if (!m_report)
        return;
    Writeback::RunReport report = *m_report;
    report.review.findings = findings;
    m_report = std::make_shared<const Writeback::RunReport>(report);
    showSide();
}

void ReviewPanel::openAccept(Sheet::Guard guard, const QString &found)
{
    auto *dialog = new AcceptDialog(guard, found, QDateTime::currentDateTimeUtc().date(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_table->setFocus(); // the pressed button goes
        Q_EMIT accepted(dialog->acceptance());
    });
    openDialog(dialog);
}

void ReviewPanel::offerAsText()
{
    m_side->offerAsText();
}

void ReviewPanel::offerKeeping()
{
    m_offersKeeping = true;
    m_table->addAction(m_keep);
    addAction(m_keep);
}

std::vector<Sheet::Span> ReviewPanel::selectedEdits() const
{
    std::vector<Sheet::Span> edits;
    if (!m_listing || m_keeping.edited() == 0)
        return edits;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const std::vector<Sheet::Span> found = m_model->editedIn(row, range.left(), range.right());
            edits.insert(edits.end(), found.begin(), found.end());
        }
    }
    return edits;
}

void ReviewPanel::keepSelected()
{
    const std::vector<Sheet::Span> edits = selectedEdits();
    m_keeping.set(edits, !m_keeping.areKept(edits));
    showKeeping();
}

void ReviewPanel::keepAll(bool keeps)
{
    m_keeping.setAll(keeps);
    showKeeping();
    if (query().isFilter())
        request(); // what is hidden adds up to something else
}

void ReviewPanel::showKeeping()
{
    m_model->setKeeping(m_keeping);
    if (m_table->currentIndex().isValid())
        m_cell->setText(m_model->cellText(m_table->currentIndex()));
    m_listings->addUp(m_report->comparison, m_keeping.keptCells());
    showSide();
    offerKeep();
    Q_EMIT keepingChanged();
}

void ReviewPanel::offerKeep()
{
    if (!m_keep->isVisible())
        return;
    const std::vector<Sheet::Span> edits = selectedEdits();
    const qint64 cells = Sheet::cellsOf(edits);
    const QString count = Words::number(cells);
    const bool isKept = cells > 0 && m_keeping.areKept(edits);
    m_keep->setEnabled(cells > 0);
    m_keep->setText(isKept ? cells == 1 ? tr("Overwrite edited value") : tr("Overwrite %1 edited values").arg(count)
                        : cells > 1 ? tr("Keep %1 edited values").arg(count)
                                    : tr("Keep edited value"));
    const QString keys = m_keep->shortcut().toString(QKeySequence::NativeText);
    m_keep->setToolTip(
        cells == 0   ? tr("Select cells that were edited in the sheet. In a row that moves, they can be kept by cell.")
            : isKept ? tr("Write the data's value after all (%1)").arg(keys)
                     : tr("Leave what was edited in the sheet as it is (%1)").arg(keys));
    m_keep->setWhatsThis(
        tr("Decides for the selected cells that were edited in the sheet since the last verified run: "
           "keep what is in the sheet, or overwrite it with the data. Cells that are kept have a lock, "
           "and the next run names them again."));
}

void ReviewPanel::clear()
{
    m_listings->stop();
    m_report.reset();
    m_listing.reset();
    m_further.clear();
    m_keeping = {};
    m_keep->setVisible(false);
    m_keepButton->hide();
    m_model->clear();
    m_isFitted = false;
    m_table->setUpdatesEnabled(true);
    m_side->clear();
    m_chips->clear();
    m_chips->show(Lens::ByCell, {});
    m_atLeast->clear();
    m_least->hide();
    m_export->setEnabled(false);
    m_outside->hide();
    m_cell->clear();
    m_compared->clear();
    m_said->setLine({});
    m_loss->setLine({});
    m_loss->hide();
}

void ReviewPanel::addToSide(QWidget *widget)
{
    m_side->add(widget);
}

void ReviewPanel::setLens(Lens lens)
{
    m_lens->setCurrent(int(lens));
}

void ReviewPanel::offerLens()
{
    const Writeback::ReviewSummary &review = m_report->review;
    const bool overflows = review.fit.kind == Sheet::Fit::Kind::Overflows;
    const bool hasKey = m_report->comparison->byKey && review.byKey && !overflows;
    QString why;
    if (overflows)
        why = tr("The data does not fit the region, so its rows are compared by position.");
    else if (review.sourceRows == 0)
        why = tr("The DataSet has no rows to match by a key.");
    else if (!hasKey)
        why = tr("No key of up to three columns identifies every row, so rows are compared by position.");
    m_outside->setVisible(overflows);
    for (QWidget *part : std::initializer_list<QWidget *>{m_order, m_fold}) // nothing is written
        part->setHidden(overflows);
    m_lens->setUsable(int(Lens::ByKey), hasKey, why);
    m_key->setText(hasKey ? Words::keyName(*review.byKey) : why);
    const QSignalBlocker quiet(m_lens);
    setLens(hasKey ? Lens::ByKey : Lens::ByCell);
}

void ReviewPanel::offerColumns()
{
    const QSignalBlocker quiet(m_sort);
    m_sort->clear();
    m_sort->addItem(tr("Order of the rows"));
    const Writeback::Comparison &comparison = *m_report->comparison;
    for (int column = 0; column < comparison.types.size(); ++column) {
        if (Sheet::isNumeric(comparison.types[column]))
            m_sort->addItem(tr("Difference in %1").arg(Words::shown(Review::columnName(comparison, column))), column);
    }
}

Review::Query ReviewPanel::query() const
{
    Review::Query query{.lens = Lens(m_lens->current()), .kinds = m_chips->kinds()};
    if (m_sort->currentIndex() > 0) {
        query.column = m_sort->currentData().toInt();
        query.atLeast = magnitudeOf(m_atLeast->text());
    }
    return query;
}

void ReviewPanel::request()
{
    if (!m_report || !m_report->comparison)
        return;
    const Review::Query wanted = query();
    m_sides->setVisible(wanted.lens == Lens::ByCell);
    if (wanted.lens == Lens::ByKey)
        m_sides->setCurrent(0);
    const bool isMisread = wanted.column && !m_atLeast->text().trimmed().isEmpty() && !wanted.atLeast;
    m_said->setLine(isMisread ? Words::Line{Words::Tone::Warning, tr("\"%1\" is not a number.").arg(m_atLeast->text())}
                              : Words::Line());
    m_listings->list(m_report->comparison, wanted, m_keeping.keptCells());
}

// Each part in a later pass of the event loop, after what is before it has been painted (0 would be before that): all
// at once would block the window. The rows are first painted when their columns have their widths.
void ReviewPanel::display(const std::shared_ptr<const Review::Listing> &listing)
{
    m_listing = listing;
    m_table->setUpdatesEnabled(m_isFitted);
    m_model->show(m_report->comparison, listing);
    m_table->doItemsLayout(); // in the middle of its painting, it would add its scroll bars and be painted once more
    m_cell->setText(tr("Select a cell to see what happens to it."));
    offerKeep();
    const auto later = [this, listing](const auto &what) {
        QTimer::singleShot(1, this, [this, listing, what] {
            if (listing == m_listing)
                what();
        });
    };
    later([this, later] {
        if (!std::exchange(m_isFitted, true))
            fitColumns();
        fold();
        later([this, later] {
            m_table->setUpdatesEnabled(true);
            later([this] { displayCounts(); });
        });
    });
}

void ReviewPanel::displayCounts()
{
    m_chips->show(m_listing->query.lens, m_listing->counts);
    m_side->setHidden(*m_listing);
    Q_EMIT listed();
}

// Columns in which no cell of any row is written; not those of the key, by which a row is known.
void ReviewPanel::fold()
{
    if (!m_listing)
        return;
    const auto &byKey = m_report->comparison->byKey;
    const bool showsKey = m_listing->query.lens == Lens::ByKey && byKey;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isKey = showsKey && std::ranges::find(byKey->key, column) != byKey->key.end();
        const bool isFolded = m_fold->isChecked() && !isKey && !m_listing->isChanged[size_t(column)];
        if (isFolded != m_table->isColumnHidden(column))
            m_table->setColumnHidden(column, isFolded);
    }
}

void ReviewPanel::goToChange(bool forward)
{
    if (!m_listing)
        return;
    const QModelIndex current = m_table->currentIndex();
    const auto next = Review::nextChange(*m_report->comparison, *m_listing, {current.row(), current.column()}, forward);
    if (!next)
        return say({Words::Tone::Note, tr("Nothing that is listed changes.")});
    const QModelIndex index = m_model->index(next->at.row, next->at.column);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    if (next->isAround)
        say({Words::Tone::Note, forward ? tr("Continued from the top.") : tr("Continued from the bottom.")});
}

void ReviewPanel::say(const Words::Line &line)
{
    m_said->setLine({}); // the same words again are another message
    m_said->announce(line);
}

// Widths that fit the first rows, within limits: the data will have other columns next month. Where not all columns fit
// beside each other, texts that stay are cut, so that the amounts come into view. The view's own measurement lays out
// every text, which would block the window.
void ReviewPanel::fitColumns()
{
    QFont bold = m_table->font(); // the font of changed cells
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int padding = 4 * metrics.averageCharWidth();
    const int rows = std::min(rowsToFit, m_model->rowCount());
    int all = m_table->verticalHeader()->width();
    QList<int> needed; // of each column, for what may not be cut
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QString longest; // by number of characters: measuring each would take ten times as long
        QString longestChange;
        for (int row = 0; row < rows; ++row) {
            const QModelIndex cell = m_model->index(row, column);
            const QString before = cell.data(DiffCellDelegate::beforeRole).toString();
            const QString text = before + cell.data().toString();
            if (text.size() > longest.size())
                longest = text;
            if (!before.isEmpty() && text.size() > longestChange.size())
                longestChange = text;
        }
        const int most = metrics.averageCharWidth() * maxColumnWidth;
        const int header = m_table->horizontalHeader()->sectionSizeHint(column);
        const auto widthOf = [&](const QString &text) {
            return std::min(std::max(header, metrics.horizontalAdvance(text) + padding), most);
        };
        m_table->setColumnWidth(column, widthOf(longest));
        needed.append(std::max(widthOf(longestChange), metrics.averageCharWidth() * maxTextWidth + padding));
        all += m_table->columnWidth(column);
    }
    if (all <= m_table->width())
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int side = m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        if (side != Qt::AlignRight)
            m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), needed[column]));
    }
}

void ReviewPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showDanger(m_loss, true);
}

void ReviewPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Where there is no room beside the table, a button shows the side in its place; what would be lost is then above both.
void ReviewPanel::arrange()
{
    const bool isBeside = width() >= minWidthBeside * em(this);
    const bool isInPlace = !isBeside && m_before->isChecked();
    m_columns->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(1, isBeside ? 0 : 1);
    m_before->setHidden(isBeside);
    m_export->setToolButtonStyle(isBeside ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_loss->setHidden(isBeside || m_loss->text().isEmpty());
    m_table->setHidden(isInPlace);
    m_sideArea->setVisible(isBeside || isInPlace);
    m_sideArea->setSizePolicy(isBeside ? QSizePolicy::Maximum : QSizePolicy::Expanding, QSizePolicy::Expanding);
}

} // namespace Ui
