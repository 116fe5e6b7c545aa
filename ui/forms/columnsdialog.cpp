#include "ui/forms/columnsdialog.h"

#include "ui/forms/nullsfield.h"
#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/tonelabel.h"
#include "ui/look/wraplabel.h"
#include "words/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Entry = Setup::ColumnChoice::Entry;
using Sheet::ColumnKind;
using Sheet::ColumnRule;

enum ListColumn { Column, Name, How };

QString kindText(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Number: return ColumnsDialog::tr("Numbers");
    case ColumnKind::Text: return ColumnsDialog::tr("Text");
    case ColumnKind::Date: return ColumnsDialog::tr("Dates");
    }
    Q_UNREACHABLE();
}

QString typeText(const Entry &entry)
{
    if (entry.isMissing())
        return ColumnsDialog::tr("not in the DataSet");
    if (entry.columns.size() > 1)
        return ColumnsDialog::tr("several columns");
    return entry.columns.constFirst().typeName;
}

QString howText(const Entry &entry)
{
    QStringList parts{entry.rule.kind ? kindText(*entry.rule.kind) : typeText(entry)};
    if (entry.rule.decimals)
        parts.append(ColumnsDialog::tr("decimals: %1").arg(*entry.rule.decimals));
    return parts.join(u", "_s);
}

QString whyNoRule(const Entry &entry)
{
    if (entry.isMissing())
        return ColumnsDialog::tr("The DataSet has no such column. Untick it to forget it.");
    if (entry.rule.name.isEmpty())
        return ColumnsDialog::tr("A column without a name can only be written as it is, with all others.");
    return ColumnsDialog::tr("The DataSet has several columns of this name. They can only be written as they are, with "
                             "all others.");
}

} // namespace

ColumnsDialog::ColumnsDialog(const Setup::DataSet &dataSet, const Sheet::Shaping &shaping, const Sheet::Update &update,
                             QWidget *parent)
    : QDialog(parent)
    , m_dataSet(dataSet)
    , m_update(update)
    , m_choice(dataSet.schema, shaping)
    , m_onlyThese(new QCheckBox(tr("&Only the ticked columns, in this order")))
    , m_list(new QTreeWidget)
    , m_up(new QPushButton(tr("Move &up")))
    , m_down(new QPushButton(tr("Move &down")))
    , m_rule(new QWidget)
    , m_name(new QLabel)
    , m_as(new QLineEdit)
    , m_kind(new QComboBox)
    , m_decimals(new QSpinBox)
    , m_nulls(new NullsField(tr("Nulls of the column"), tr("As in other columns")))
    , m_otherNulls(new NullsField(tr("Nulls in other columns"), {}))
    , m_fault(new ToneLabel)
    , m_ok(nullptr)
{
    setWindowTitle(tr("Columns"));
    auto *explanation = new WrapLabel;
    explanation->setText(tr("Which columns are written, and how. They are found by their names in the DataSet."));
    makeSecondary(explanation);
    auto *sides = new QHBoxLayout;
    sides->addWidget(makeList(), 3);
    sides->addSpacing(em(this));
    sides->addWidget(makeRule(), 2);
    m_fault->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(sides, 1);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    setFirstSize(this, {62 * em(this), 40 * em(this)});
    m_onlyThese->setChecked(m_choice.isOnlyThese());
    m_otherNulls->setRule(m_choice.nulls());
    list(0);
    listen();
    check();
}

QWidget *ColumnsDialog::makeList()
{
    m_onlyThese->setWhatsThis(
        tr("A column that is added to the DataSet later is not written then, and moves no other column. Without this "
           "option, it is written too, and the columns have the DataSet's order."));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Column"), tr("In the sheet"), tr("Written as")});
    m_list->setAccessibleName(tr("Columns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_onlyThese);
    column->addWidget(m_list, 1);
    auto *moves = new QHBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch();
    column->addLayout(moves);
    return side;
}

QWidget *ColumnsDialog::makeRule()
{
    makeHeading(m_name);
    m_name->setWordWrap(true);
    m_as->setAccessibleName(tr("Name in the sheet"));
    m_kind->setAccessibleName(tr("Write as"));
    m_kind->setWhatsThis(tr("What the values are in the sheet. As text, every value stays as it is, also 00123. Texts "
                            "that are no numbers or dates stay text, and the preview counts them."));
    m_decimals->setAccessibleName(tr("Round to"));
    m_decimals->setRange(-1, Sheet::maxDecimals);
    m_decimals->setSpecialValueText(tr("All digits"));
    m_decimals->setWhatsThis(tr("The number of decimals. Half is rounded away from zero."));
    m_nulls->setWhatsThis(tr("What the sheet gets where the DataSet has no value. An old value can stay only with the "
                             "update method Upsert, which finds its row."));
    auto *form = new QFormLayout(m_rule);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Name in the sheet"), m_as);
    form->addRow(tr("&Write as"), m_kind);
    form->addRow(tr("&Round to"), m_decimals);
    form->addRow(tr("Nu&lls"), m_nulls);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_name);
    column->addWidget(m_rule);
    column->addStretch();
    auto *others = new QFormLayout;
    others->setRowWrapPolicy(QFormLayout::WrapAllRows);
    others->addRow(tr("Nulls in o&ther columns"), m_otherNulls);
    column->addLayout(others);
    return side;
}

void ColumnsDialog::listen()
{
    connect(m_onlyThese, &QCheckBox::toggled, this, [this](bool onlyThese) {
        m_choice.setOnlyThese(onlyThese);
        list(0);
        check();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ColumnsDialog::showRule);
    connect(m_list, &QTreeWidget::itemChanged, this,
            [this](QTreeWidgetItem *item) { takeTick(m_list->indexOfTopLevelItem(item)); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_as, &QLineEdit::textChanged, this, &ColumnsDialog::takeRule);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ColumnsDialog::takeRule);
    connect(m_decimals, &QSpinBox::valueChanged, this, &ColumnsDialog::takeRule);
    connect(m_nulls, &NullsField::edited, this, &ColumnsDialog::takeRule);
    connect(m_otherNulls, &NullsField::edited, this, [this] {
        m_choice.setNulls(m_otherNulls->rule().value_or(Sheet::NullRule()));
        check();
    });
}

void ColumnsDialog::list(qsizetype current)
{
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_list->clear();
        for (qsizetype row = 0; row < m_choice.entries().size(); ++row) {
            m_list->addTopLevelItem(new QTreeWidgetItem);
            showEntry(int(row));
        }
        m_list->setCurrentItem(m_list->topLevelItem(int(current)));
        for (const int column : {Column, Name})
            m_list->resizeColumnToContents(column);
    }
    showRule();
}

void ColumnsDialog::showEntry(int row)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const Entry &entry = m_choice.entries()[row];
    QTreeWidgetItem *item = m_list->topLevelItem(row);
    // What takes no rule cannot be chosen or left out by its name, but what is missing can be forgotten.
    const bool canTick = entry.takesRule() || entry.isMissing();
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (canTick ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
    item->setText(Column, entry.rule.name.isEmpty() ? tr("(no name)") : entry.rule.name);
    item->setCheckState(Column, entry.rule.isLeftOut ? Qt::Unchecked : Qt::Checked);
    item->setText(Name, entry.rule.isLeftOut ? QString() : entry.rule.as.isEmpty() ? entry.rule.name : entry.rule.as);
    item->setText(How, entry.rule.isLeftOut ? tr("not written") : howText(entry));
}

void ColumnsDialog::showRule()
{
    if (m_isShowing)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const bool isRow = row >= 0;
    const Entry entry = isRow ? m_choice.entries()[row] : Entry();
    m_up->setEnabled(isRow && row > 0);
    m_down->setEnabled(isRow && row + 1 < m_list->topLevelItemCount());
    m_name->setText(isRow && !entry.takesRule() ? whyNoRule(entry) : entry.rule.name);
    m_rule->setVisible(entry.takesRule());
    m_rule->setEnabled(!entry.rule.isLeftOut);
    m_as->setText(entry.rule.as);
    m_as->setPlaceholderText(entry.rule.name);
    m_kind->clear();
    m_kind->addItem(tr("As in the DataSet (%1)", "type").arg(typeText(entry)));
    for (int kind = 0; kind <= int(Sheet::lastColumnKind); ++kind)
        m_kind->addItem(kindText(ColumnKind(kind)), kind);
    m_kind->setCurrentIndex(entry.rule.kind ? m_kind->findData(int(*entry.rule.kind)) : 0);
    m_decimals->setValue(entry.rule.decimals.value_or(-1));
    m_nulls->setRule(entry.rule.nulls);
}

void ColumnsDialog::takeRule()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (m_isShowing || row < 0)
        return;
    ColumnRule rule = m_choice.entries()[row].rule;
    rule.as = m_as->text() == rule.name ? QString() : m_as->text();
    const QVariant kind = m_kind->currentData();
    rule.kind = kind.isValid() ? std::optional(ColumnKind(kind.toInt())) : std::nullopt;
    rule.decimals = m_decimals->value() < 0 ? std::nullopt : std::optional(m_decimals->value());
    rule.nulls = m_nulls->rule();
    m_choice.setRule(row, rule);
    showEntry(row);
    check();
}

void ColumnsDialog::takeTick(int row)
{
    if (m_isShowing)
        return;
    ColumnRule rule = m_choice.entries()[row].rule;
    rule.isLeftOut = m_list->topLevelItem(row)->checkState(Column) != Qt::Checked;
    m_choice.setRule(row, rule);
    showEntry(row);
    showRule();
    check();
}

void ColumnsDialog::move(int by)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const bool hasOrder = m_choice.isOnlyThese();
    m_choice.setOnlyThese(true); // only that has an order of its own
    m_choice.move(row, row + by);
    if (!hasOrder) {
        const QSignalBlocker blocked(m_onlyThese);
        m_onlyThese->setChecked(true);
    }
    list(row + by);
    check();
}

void ColumnsDialog::check()
{
    const auto shaped = Setup::shaped(m_dataSet, shaping());
    const auto possible = shaped ? Sheet::check(shaping(), m_update) : Core::propagate(shaped);
    m_fault->setVisible(!possible);
    m_fault->announce({Words::Tone::Warning, possible ? QString() : Words::errorText(possible.error()).message});
    m_ok->setEnabled(possible.has_value());
}

} // namespace Ui
