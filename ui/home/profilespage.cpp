#include "ui/home/profilespage.h"

#include "ui/home/grouppane.h"
#include "words/kindtext.h"
#include "ui/home/profileactions.h"
#include "ui/home/profilesfilter.h"
#include "ui/home/rundelegate.h"
#include "ui/home/summarybar.h"
#include "ui/look/copyselection.h"
#include "ui/look/emphasis.h"
#include "ui/look/icons.h"
#include "ui/look/messagebar.h"
#include "ui/look/searchicon.h"
#include "ui/runs/livepane.h"
#include "ui/runs/runpane.h"
#include "words/batchtext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

const QString columnsKey = u"home/columns6"_s; // a different set of columns needs a new key
const QString splitKey = u"home/split"_s;

// A QToolBar would load a picture for its overflow button, which delays the first window.
QToolButton *buttonFor(QAction *action, bool isFlat)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(isFlat);
    button->setFocusPolicy(Qt::NoFocus); // keyboard users have the menu and shortcuts
    return button;
}

bool isHeading(const QModelIndex &index)
{
    return index.data(ProfilesModel::headingRole).toBool();
}

QString idOf(const QModelIndex &index)
{
    return index.data(ProfilesModel::idRole).toString();
}

} // namespace

ProfilesPage::ProfilesPage(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                           ProfileActions &actions, const Bar &bar, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_actions(actions)
    , m_model(new ProfilesModel(store, history, runs, this))
    , m_filter(new ProfilesFilter(this))
    , m_summary(new SummaryBar(this))
    , m_message(new MessageBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_search(new QLineEdit)
    , m_nothing(new QLabel(tr("No writebacks match the search or the filter.")))
    , m_table(new QTableView)
    , m_side(new QWidget)
    , m_pane(new RunPane(actions.all()))
    , m_live(new LivePane(store, history, runs, m_pane, this))
    , m_groupPane(new GroupPane)
{
    m_nothing->hide();
    m_nothing->setAlignment(Qt::AlignCenter);
    setUpSearch();
    setUpTable();
    setUpColumns();
    layOut(bar);
    connectPanes(store);
    showSummary();
    layOutHeadings();
    selectAgain();
    showGroup();
}

void ProfilesPage::layOut(const Bar &bar)
{
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins({});
    lines->setSpacing(0);
    lines->addWidget(m_summary);
    lines->addWidget(m_nothing);
    lines->addWidget(m_table);
    m_splitter->addWidget(list);
    auto *panes = new QVBoxLayout(m_side);
    panes->setContentsMargins({});
    panes->addWidget(m_pane);
    panes->addWidget(m_groupPane);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({2000, 1000}); // parts, at first
    m_splitter->restoreState(QSettings().value(splitKey).toByteArray());
    connect(m_splitter, &QSplitter::splitterMoved, this, &ProfilesPage::fitColumns);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(makeBar(bar));
    page->addWidget(m_message);
    page->addWidget(m_splitter, 1);
    setFocusProxy(m_table);
}

void ProfilesPage::connectPanes(const Profiles::ProfileStore &store)
{
    connect(m_pane, &RunPane::openInWorkivaWanted, m_actions.openWorkiva, &QAction::trigger);
    connect(m_pane, &RunPane::pastRunsWanted, m_actions.pastRuns, &QAction::trigger);
    connect(m_actions.openWorkiva, &QAction::enabledChanged, m_pane, &RunPane::setCanOpen);
    m_pane->setCanOpen(m_actions.openWorkiva->isEnabled());
    connect(m_model, &ProfilesModel::readAgain, m_live, &LivePane::readPast);
    connect(&store, &Profiles::ProfileStore::changed, this, &ProfilesPage::showGroup);
    connect(&m_runs, &Runs::ProfileRuns::batchStarted, this, [this] { m_message->show({}); }); // the last summary
    connect(&m_runs, &Runs::ProfileRuns::batchEnded, this, &ProfilesPage::showBatch);
    connect(m_groupPane, &GroupPane::runWanted, this,
            [this] { m_runs.startAll(m_filter->startableBelow(m_table->currentIndex())); });
    connect(&m_actions, &ProfileActions::undoable, this, [this](const QString &what) {
        m_message->show({Words::Tone::Note, what}, what.isEmpty() ? nullptr : m_actions.undo);
    });
}

QWidget *ProfilesPage::makeBar(const Bar &bar)
{
    auto *widget = new QWidget;
    widget->setBackgroundRole(QPalette::Base);
    widget->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(widget);
    auto *create = new QPushButton(bar.create->text());
    create->setToolTip(bar.create->toolTip());
    create->setFocusPolicy(Qt::NoFocus); // likewise
    makePrimary(create, Icon::Add);
    connect(create, &QPushButton::clicked, bar.create, &QAction::trigger);
    row->addWidget(create);
    row->addWidget(buttonFor(m_actions.run, false));
    row->addWidget(buttonFor(m_actions.edit, false));
    m_lesser = {buttonFor(bar.import, true), buttonFor(bar.accounts, true)};
    for (QToolButton *button : m_lesser)
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_search, 1);
    m_search->setMaximumWidth(m_search->fontMetrics().averageCharWidth() * 52);
    return widget;
}

void ProfilesPage::setUpSearch()
{
    m_filter->setSourceModel(m_model);
    m_search->setPlaceholderText(tr("Search writebacks"));
    m_search->setToolTip(tr("Search by name, description, group, DataSet, spreadsheet or sheet"));
    addSearchIcon(m_search);
    m_search->setAccessibleName(tr("Search"));
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setWhatsThis(tr("Search")); // in the list of shortcuts
    connect(find, &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_search, &QLineEdit::textChanged, m_filter, &ProfilesFilter::setText);
    connect(m_summary, &SummaryBar::chosen, this, &ProfilesPage::filter);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ProfilesPage::showSummary);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProfilesPage::showSummary);
    connect(new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            [this] {
                m_search->clear();
                m_table->setFocus();
            });
    // Loading its icon would delay the first window.
    connect(m_search, &QLineEdit::textChanged, m_search, [this] { m_search->setClearButtonEnabled(true); });
}

void ProfilesPage::setUpTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Saved writebacks"));
    m_table->setWhatsThis(tr(
        "The saved writebacks. Press Run or F5 to run one. Double-click it, or press Enter or F4, to edit it. "
        "Select several to run them together, or the heading of a group to run the group. Drag one out of the window "
        "to share it as a file, or drop such a file here to import it."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ProfilesModel::Name, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->setMouseTracking(true); // buttons react to the pointer
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(TwoLineDelegate::rowHeight(m_table->fontMetrics()));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *delegate = new RunDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_actions.all());
    copyOnRequest(m_table);

    connect(delegate, &RunDelegate::clicked, this, &ProfilesPage::press);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != ProfilesModel::Action && !isHeading(index))
            m_actions.edit->trigger();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] {
            if (!isHeadingCurrent())
                m_actions.edit->trigger();
        });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProfilesPage::keepCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        keepGroup(); // a click selects a row after it has become current
        selectBelowHeadings();
        m_actions.choose(selectedIds());
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, change, this, &ProfilesPage::layOutHeadings);
        connect(m_filter, change, this, &ProfilesPage::selectAgain);
    }
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &ProfilesPage::layOutHeadings);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ProfilesPage::layOutHeadings);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ProfilesPage::selectAgain);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ProfilesPage::showGroup);
}

void ProfilesPage::setUpColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int unit = m_table->fontMetrics().averageCharWidth();
    const std::array widths{std::pair(ProfilesModel::Name, 60), std::pair(ProfilesModel::State, 43),
                            std::pair(ProfilesModel::LastVerified, 20), std::pair(ProfilesModel::Schedule, 17),
                            std::pair(ProfilesModel::Action, 16)};
    static_assert(std::tuple_size_v<decltype(widths)> == ProfilesModel::ColumnCount);
    for (const auto &[column, width] : widths)
        header->resizeSection(column, std::max(width * unit, header->sectionSizeHint(column)));
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(unit * 12);
    header->setSectionResizeMode(ProfilesModel::Name, QHeaderView::Stretch); // the others should be visible even in a
                                                                             // narrow window
    header->restoreState(QSettings().value(columnsKey).toByteArray());
    m_stateWidth = header->sectionSize(ProfilesModel::State);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (column == ProfilesModel::State && !m_isFitting)
            m_stateWidth = width;
    });
}

// Names are the last to shrink: first the less important columns make room for them, then the states.
void ProfilesPage::fitColumns()
{
    constexpr int name = 40; // characters, as below
    constexpr int fewest = 18; // of a state
    const int unit = m_table->fontMetrics().averageCharWidth();
    QHeaderView *header = m_table->horizontalHeader();
    const QScopedValueRollback isFitting(m_isFitting, true);
    const auto lacking = [this, header, unit] { // for the names
        const int others = header->length() - header->sectionSize(ProfilesModel::Name);
        return name * unit + others - m_table->viewport()->width();
    };
    header->resizeSection(ProfilesModel::State, m_stateWidth);
    for (const int column : {ProfilesModel::LastVerified, ProfilesModel::Schedule})
        m_table->setColumnHidden(column, false);
    for (const int column : {ProfilesModel::Schedule, ProfilesModel::LastVerified}) {
        if (lacking() > 0)
            m_table->setColumnHidden(column, true);
    }
    if (const int missing = lacking(); missing > 0)
        header->resizeSection(ProfilesModel::State, std::max(fewest * unit, m_stateWidth - missing));
}

void ProfilesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    constexpr int roomForAll = 150; // characters
    const bool isNarrow = width() < roomForAll * fontMetrics().averageCharWidth();
    for (QToolButton *button : m_lesser)
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void ProfilesPage::refresh()
{
    m_model->refreshAll();
}

void ProfilesPage::rememberColumns() const
{
    m_table->horizontalHeader()->resizeSection(ProfilesModel::State, m_stateWidth);
    QSettings().setValue(columnsKey, m_table->horizontalHeader()->saveState());
    QSettings().setValue(splitKey, m_splitter->saveState());
}

bool ProfilesPage::isDragging(const QObject *source) const
{
    return source == m_table;
}

QString ProfilesPage::currentId() const
{
    return idOf(m_table->currentIndex());
}

QStringList ProfilesPage::selectedIds() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex &row : rows) {
        if (!isHeading(row))
            ids.append(idOf(row));
    }
    return ids;
}

bool ProfilesPage::isHeadingCurrent() const
{
    return isHeading(m_table->currentIndex());
}

void ProfilesPage::select(const QString &profileId)
{
    m_search->clear();
    m_summary->clear();
    selectRow(profileId);
    m_table->setFocus();
}

// Alone, whatever key is held: the view itself would toggle the row while Ctrl is.
void ProfilesPage::makeCurrent(const QModelIndex &index)
{
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ProfilesPage::selectRow(const QString &profileId)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!isHeading(index) && idOf(index) == profileId)
            makeCurrent(index);
    }
}

void ProfilesPage::keepCurrent(const QModelIndex &current)
{
    keepGroup();
    QStringList kept; // a run may change their kind
    if (isHeading(current)) {
        for (const QModelIndex &row : m_filter->rowsBelow(current))
            kept.append(idOf(row));
    } else {
        if (current.isValid())
            m_chosen = idOf(current);
        kept.append(m_chosen);
    }
    m_filter->setKept(kept);
    m_live->setProfile(currentId());
    showGroup();
}

// A heading that takes the place of a hidden row is not selected: nobody chose it.
void ProfilesPage::keepGroup()
{
    const QModelIndex current = m_table->currentIndex().siblingAtColumn(ProfilesModel::Name);
    m_chosenGroup.reset();
    if (isHeading(current) && m_table->selectionModel()->isSelected(current))
        m_chosenGroup = current.data(ProfilesModel::groupRole).toString();
}

// So that what is marked is what the actions act on. As a part of the current selection, which Shift extends or
// reduces.
void ProfilesPage::selectBelowHeadings()
{
    QItemSelectionModel *selection = m_table->selectionModel();
    const auto isSelected = [selection](const QModelIndex &index) { return selection->isSelected(index); };
    QItemSelection all = selection->selection();
    const qsizetype before = all.size();
    for (const QModelIndex &heading : m_filter->headings()) {
        if (!isSelected(heading))
            continue;
        const QModelIndexList rows = m_filter->rowsBelow(heading);
        if (!rows.isEmpty() && std::ranges::none_of(rows, isSelected))
            all.select(rows.first(), rows.last());
    }
    if (all.size() > before)
        selection->select(all, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
}

void ProfilesPage::selectAgain()
{
    const QModelIndexList headings = m_filter->headings();
    const auto chosen = std::ranges::find_if(headings, [this](const QModelIndex &heading) {
        return heading.data(ProfilesModel::groupRole).toString() == m_chosenGroup;
    });
    if (chosen != headings.cend())
        makeCurrent(*chosen);
    else
        selectRow(m_chosen);
    // The row above one that is hidden becomes current, even if it is a heading.
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || (isHeading(current) && !m_chosenGroup)) {
        const QModelIndex place = m_filter->index(std::max(current.row(), 0), 0);
        makeCurrent(isHeading(place) ? place.siblingAtRow(place.row() + 1) : place);
    }
    if (m_filter->rowCount() == 0) { // without a signal of the selection
        m_actions.choose({});
        m_live->setProfile({});
        showGroup();
    }
    m_nothing->setVisible(m_filter->rowCount() == 0 && m_model->rowCount() > 0);
}

void ProfilesPage::filter()
{
    m_filter->setKept({});
    m_filter->setKind(m_summary->kind());
    m_filter->setGroup(m_summary->group());
    showSummary(); // of the group
}

void ProfilesPage::showSummary()
{
    m_summary->show(*m_model);
}

// The heading of a group has the width of the columns before the button.
void ProfilesPage::layOutHeadings()
{
    m_table->clearSpans();
    for (const QModelIndex &heading : m_filter->headings()) {
        m_table->setSpan(heading.row(), ProfilesModel::Name, 1, ProfilesModel::Action - ProfilesModel::Name);
        m_table->setRowHeight(heading.row(), RunDelegate::headingHeight(m_table->fontMetrics()));
    }
}

void ProfilesPage::showGroup()
{
    const QModelIndex heading = m_table->currentIndex().siblingAtColumn(ProfilesModel::Name);
    const bool isShown = isHeading(heading);
    m_groupPane->setVisible(isShown);
    m_side->setHidden(m_pane->isHidden() && !isShown);
    if (!isShown)
        return;
    QList<Words::Line> states;
    const QMap<ProfilesModel::Kind, int> kinds = m_filter->kindsBelow(heading);
    int count = 0;
    for (const auto &[kind, number] : kinds.asKeyValueRange()) {
        count += number;
        states.append({Words::kindTone(kind), Words::kindText(kind, number)});
    }
    const bool canRun = heading.data(ProfilesModel::pressRole).toInt() == int(ProfilesModel::Press::RunAll);
    m_groupPane->show(
        {.name = heading.data().toString(), .count = Words::writebacksText(count), .states = states, .canRun = canRun});
}

void ProfilesPage::showBatch(const Runs::BatchSummary &summary)
{
    QList<Writeback::State> ends;
    for (const Runs::BatchSummary::Run &run : summary.runs)
        ends.append(run.state);
    m_message->show(Words::batchLine(ends));
}

void ProfilesPage::press(const QModelIndex &index)
{
    const QString id = idOf(index);
    makeCurrent(index); // shows its run
    switch (ProfilesModel::Press(index.data(ProfilesModel::pressRole).toInt())) {
    case ProfilesModel::Press::None: break;
    case ProfilesModel::Press::Run: m_runs.start(id); break;
    case ProfilesModel::Press::Cancel: m_runs.cancel(id); break;
    case ProfilesModel::Press::Check: m_runs.check(id); break;
    case ProfilesModel::Press::RunAll: m_runs.startAll(m_filter->startableBelow(index)); break;
    }
}

} // namespace Ui
