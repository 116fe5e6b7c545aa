#include "ui/home/profilespage.h"

#include "ui/home/profileactions.h"
#include "ui/home/rundelegate.h"
#include "ui/runs/runpanel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

const QString columnsKey = u"home/columns4"_s; // a different set of columns needs a new key

// A QToolBar would load a picture for its overflow button, which delays the first window.
QLayout *makeBar(const QList<QAction *> &actions)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (QAction *action : actions) {
        if (!action) {
            row->addSpacing(row->sizeHint().height() / 2);
            continue;
        }
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // keyboard users have the menu and shortcuts
        row->addWidget(button);
    }
    row->addStretch();
    return row;
}

} // namespace

ProfilesPage::ProfilesPage(Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                           ProfileActions &actions, const QList<QAction *> &bar, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_runs(runs)
    , m_actions(actions)
    , m_model(new ProfilesModel(store, history, runs, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_search(new QLineEdit)
    , m_nothing(new QLabel(tr("No writebacks match the search.")))
    , m_table(new QTableView)
{
    m_nothing->hide();
    setUpSearch();
    setUpTable();
    setUpColumns();
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->addLayout(makeBar(bar));
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_table);
    m_splitter->addWidget(list);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setChildrenCollapsible(false);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(m_splitter);
    setFocusProxy(m_table);

    connect(&store, &Profiles::ProfileStore::changed, this, &ProfilesPage::showState);
    connect(&runs, &Runs::ProfileRuns::changed, this, [this](const QString &profileId) {
        if (profileId == selectedId())
            showState();
    });
    selectAgain();
    showState();
}

void ProfilesPage::setUpSearch()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterRole(ProfilesModel::searchRole);
    m_filter->setSortRole(ProfilesModel::sortRole);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search by name, description, DataSet, spreadsheet or sheet"));
    m_search->setAccessibleName(tr("Search"));
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
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
    m_table->setWhatsThis(
        tr("The saved writebacks. Press Run or F5 to run one. Double-click it, or press Enter or F4, to edit it. "
           "Drag one out of the window to share it as "
           "a file, or drop such a file here to import it."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ProfilesModel::Name, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // the region is at the end
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->setMouseTracking(true); // buttons react to the pointer
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 16);
    auto *delegate = new RunDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_actions.all());

    connect(delegate, &RunDelegate::clicked, this, &ProfilesPage::press);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != ProfilesModel::Action)
            m_actions.edit->trigger();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
                m_actions.edit, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const QString id = selectedId(); !id.isEmpty())
            m_chosen = id;
        showState();
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, change, this, &ProfilesPage::selectAgain);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ProfilesPage::selectAgain);
}

void ProfilesPage::setUpColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int unit = m_table->fontMetrics().averageCharWidth();
    const QString when =
        QLocale().toString(QDateTime({2026, 12, 28}, {22, 58}), QLocale::ShortFormat); // about the widest possible
    const int whenWidth = m_table->fontMetrics().horizontalAdvance(when) / unit + 4;
    const std::array widths{
        std::pair(ProfilesModel::Name, 44),           std::pair(ProfilesModel::Source, 18),
        std::pair(ProfilesModel::Target, 44),         std::pair(ProfilesModel::State, 50),
        std::pair(ProfilesModel::LastRun, whenWidth), std::pair(ProfilesModel::LastVerified, whenWidth),
        std::pair(ProfilesModel::NextRun, 12),        std::pair(ProfilesModel::Action, 14)};
    static_assert(std::tuple_size_v<decltype(widths)> == ProfilesModel::ColumnCount);
    for (const auto &[column, width] : widths)
        header->resizeSection(column, std::max(width * unit, header->sectionSizeHint(column)));
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(unit * 12);
    for (const int column :
         {ProfilesModel::Name, ProfilesModel::Target}) // the others should be visible even in a narrow window
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    header->restoreState(QSettings().value(columnsKey).toByteArray());
}

void ProfilesPage::refresh()
{
    m_model->refreshAll();
}

void ProfilesPage::rememberColumns() const
{
    QSettings().setValue(columnsKey, m_table->horizontalHeader()->saveState());
}

bool ProfilesPage::isDragging(const QObject *source) const
{
    return source == m_table;
}

QString ProfilesPage::selectedId() const
{
    return m_table->currentIndex().data(ProfilesModel::idRole).toString();
}

void ProfilesPage::select(const QString &profileId)
{
    m_search->clear();
    selectRow(profileId);
    m_table->setFocus();
}

void ProfilesPage::selectRow(const QString &profileId)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(ProfilesModel::idRole).toString() == profileId)
            m_table->setCurrentIndex(index);
    }
}

void ProfilesPage::selectAgain()
{
    selectRow(m_chosen);
    if (selectedId().isEmpty())
        m_table->setCurrentIndex(m_filter->index(0, 0));
    m_nothing->setVisible(m_filter->rowCount() == 0 && m_model->rowCount() > 0);
}

void ProfilesPage::showState()
{
    const QString id = selectedId();
    m_actions.choose(id);
    const Profiles::Profile *profile = m_store.profile(id);
    const Runs::RunProgress progress = m_runs.progress(id);
    const bool hasRun = profile && (progress.running || progress.report);
    if (hasRun)
        panel()->show(profile->name, progress);
    if (m_panel)
        m_panel->setVisible(hasRun);
}

RunPanel *ProfilesPage::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new RunPanel;
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({m_splitter->height() * 3 / 5, m_splitter->height() * 2 / 5});
    connect(m_panel, &RunPanel::cancelWanted, m_actions.cancel, &QAction::trigger);
    connect(m_panel, &RunPanel::answered, this, [this](bool write) { m_runs.answer(selectedId(), write); });
    connect(m_panel, &RunPanel::retryWanted, this,
            [this](Writeback::Unsettled unsettled) { m_runs.start(selectedId(), unsettled); });
    connect(m_panel, &RunPanel::checkWanted, m_actions.check, &QAction::trigger);
    connect(m_panel, &RunPanel::openInWorkivaWanted, m_actions.openWorkiva, &QAction::trigger);
    connect(m_panel, &RunPanel::dismissed, this, [this] {
        m_runs.dismiss(selectedId());
        m_table->setFocus();
    });
    return m_panel;
}

void ProfilesPage::press(const QModelIndex &index)
{
    const QString id = index.data(ProfilesModel::idRole).toString();
    m_table->setCurrentIndex(index); // shows its run
    switch (ProfilesModel::Press(index.data(ProfilesModel::pressRole).toInt())) {
    case ProfilesModel::Press::None: break;
    case ProfilesModel::Press::Run: m_runs.start(id); break;
    case ProfilesModel::Press::Cancel: m_runs.cancel(id); break;
    case ProfilesModel::Press::Check: m_runs.check(id); break;
    }
}

} // namespace Ui
