#include "ui/forms/updateform.h"

#include "ui/forms/columnlist.h"
#include "ui/forms/methodpicture.h"
#include "ui/look/emphasis.h"
#include "ui/look/tonelabel.h"
#include "ui/look/wraplabel.h"
#include "words/errortext.h"
#include "writeback/update.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace Ui {

namespace {

using Kind = Sheet::UpdateMethod::Kind;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Replace: return UpdateForm::tr("Rep&lace");
    case Kind::Append: return UpdateForm::tr("A&ppend");
    case Kind::Upsert: return UpdateForm::tr("&Upsert");
    case Kind::Partition: return UpdateForm::tr("Part&ition");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Kind kind)
{
    switch (kind) {
    case Kind::Replace: return UpdateForm::tr("The region holds the DataSet and nothing else.");
    case Kind::Append: return UpdateForm::tr("The DataSet's rows are added below the last row. The rows above stay.");
    case Kind::Upsert:
        return UpdateForm::tr("Rows with the same key are updated and new rows are added below. Other rows stay.");
    case Kind::Partition:
        return UpdateForm::tr("The rows of each partition in the DataSet, such as a month, are replaced. Other rows "
                              "stay.");
    }
    Q_UNREACHABLE();
}

QString columnsHelpOf(Kind kind)
{
    switch (kind) {
    case Kind::Replace:
        return UpdateForm::tr("Together they identify a row, such as entity and account, so that the preview lists the "
                              "changes by row. Without them, the preview looks for a key.");
    case Kind::Append:
        return UpdateForm::tr("Rows are added below the last row in which the first of them holds something. Without "
                              "one, the first column decides.");
    case Kind::Upsert: return UpdateForm::tr("Together they identify a row, such as entity and account.");
    case Kind::Partition:
        return UpdateForm::tr("Rows with the same values in these columns are replaced together, such as those of a "
                              "month.");
    }
    Q_UNREACHABLE();
}

QLabel *label(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setBuddy(buddy);
    return label;
}

} // namespace

UpdateForm::UpdateForm(QWidget *parent)
    : QWidget(parent)
    , m_methods(new QButtonGroup(this))
    , m_columnsLabel(label({}, nullptr))
    , m_columnsHelp(new WrapLabel(this))
    , m_keys(new ColumnList(this))
    , m_partition(new ColumnList(this))
    , m_fault(new ToneLabel(this))
    , m_dates(new WrapLabel(this))
    , m_keepOrder(new QCheckBox(tr("&Keep the order of rows that the sheet already has"), this))
    , m_formulas(new QComboBox(this))
{
    for (QLabel *text : std::initializer_list<QLabel *>{m_columnsHelp, m_dates})
        makeSecondary(text);
    m_fault->setWordWrap(true);
    m_dates->setText(tr("Columns with dates can be chosen if dates are written as text."));
    m_keys->setAccessibleName(tr("Key columns"));
    m_partition->setAccessibleName(tr("Partition columns"));
    m_keepOrder->setWhatsThis(
        tr("Rows whose key is in the sheet stay in their order, and new rows follow below them. Without this option, "
           "the rows have the DataSet's order, and a formula or a link that points at a row may point at another "
           "account afterwards."));
    m_formulas->setAccessibleName(tr("Formulas in the region"));
    m_formulas->setWhatsThis(tr("What happens to formulas where the DataSet has other values."));
    m_formulas->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_formulas->addItem(tr("Overwrite them"), int(Sheet::Formulas::Overwrite));
    m_formulas->addItem(tr("Keep them"), int(Sheet::Formulas::Keep));
    m_formulas->addItem(tr("Stop the run"), int(Sheet::Formulas::Stop));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(label(tr("Update method"), nullptr));
    layout->addWidget(makeMethods());
    const int gap = fontMetrics().height() / 2;
    layout->addSpacing(gap);
    layout->addWidget(m_columnsLabel);
    layout->addWidget(m_columnsHelp);
    layout->addWidget(m_keys);
    layout->addWidget(m_partition);
    layout->addWidget(m_fault);
    layout->addWidget(m_dates);
    layout->addWidget(m_keepOrder);
    layout->addSpacing(gap);
    layout->addWidget(label(tr("&Formulas in the region"), m_formulas));
    layout->addWidget(m_formulas);

    QWidget *before = m_methods->buttons().last();
    for (QWidget *after : std::initializer_list<QWidget *>{m_keys, m_partition, m_keepOrder, m_formulas}) {
        setTabOrder(before, after);
        before = after;
    }
    for (ColumnList *list : {m_keys, m_partition}) {
        connect(list, &ColumnList::tickedByUser, this, &UpdateForm::showMethod);
        connect(list, &ColumnList::tickedByUser, this, &UpdateForm::edited);
    }
    connect(m_methods, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (!isOn) // another one is
            return;
        showMethod();
        Q_EMIT edited();
    });
    // Not clicked() and activated(): assistive technologies toggle and select without them.
    connect(m_keepOrder, &QCheckBox::toggled, this, &UpdateForm::edited);
    connect(m_formulas, &QComboBox::currentIndexChanged, this, &UpdateForm::edited);
    showMethod();
}

QWidget *UpdateForm::makeMethods()
{
    auto *methods = new QWidget;
    auto *grid = new QGridLayout(methods);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(0);
    for (const Kind kind : {Kind::Replace, Kind::Append, Kind::Upsert, Kind::Partition}) {
        auto *button = new QRadioButton(nameOf(kind));
        button->setAccessibleDescription(explanationOf(kind));
        button->setChecked(kind == Kind::Replace);
        m_methods->addButton(button, int(kind));
        auto *explanation = new WrapLabel;
        explanation->setText(explanationOf(kind));
        makeSecondary(explanation);
        const int row = 3 * int(kind);
        grid->addWidget(new MethodPicture(kind), row, 0, 2, 1, Qt::AlignVCenter);
        grid->addWidget(button, row, 1, Qt::AlignBottom);
        grid->addWidget(explanation, row + 1, 1, Qt::AlignTop);
        grid->setRowMinimumHeight(row + 2, fontMetrics().height() / 2);
    }
    return methods;
}

void UpdateForm::load(const Sheet::Update &update)
{
    const QSignalBlocker noEdit(this);
    m_methods->button(int(update.kind))->setChecked(true);
    m_keys->setTicked(update.keys);
    m_partition->setTicked(update.partition);
    m_keepOrder->setChecked(update.keepsOrder);
    m_formulas->setCurrentIndex(m_formulas->findData(int(update.formulas)));
    showMethod();
}

Sheet::Update UpdateForm::update() const
{
    const auto kind = Kind(m_methods->checkedId());
    const bool isPartition = kind == Kind::Partition;
    return {.kind = kind,
            .keys = isPartition ? QStringList() : m_keys->ticked(),
            .partition = isPartition ? m_partition->ticked() : QStringList(),
            .keepsOrder = m_keepOrder->isEnabled() && m_keepOrder->isChecked() && kind == Kind::Replace,
            .formulas = Sheet::Formulas(m_formulas->currentData().toInt())};
}

void UpdateForm::setDataSet(const Setup::DataSet *dataSet, bool datesAsText)
{
    const std::optional<Setup::DataSet> known = dataSet ? std::optional(*dataSet) : std::nullopt;
    if (known == m_dataSet && datesAsText == m_datesAsText)
        return;
    m_dataSet = known;
    m_datesAsText = datesAsText;
    QList<ColumnList::Column> columns;
    if (m_dataSet) {
        for (const auto &column : m_dataSet->schema) {
            const auto asKey = Writeback::methodOf({.keys = {column.name}}, m_dataSet->schema, datesAsText);
            if (!column.name.isEmpty())
                columns.append({column.name, asKey ? QString() : Words::errorText(asKey.error()).message});
        }
    }
    m_keys->setColumns(columns);
    m_partition->setColumns(columns);
    showMethod();
}

void UpdateForm::showMethod()
{
    const auto kind = Kind(m_methods->checkedId());
    const bool isPartition = kind == Kind::Partition;
    const bool isOptional = kind == Kind::Replace || kind == Kind::Append;
    m_columnsLabel->setText(isPartition      ? tr("Partition columns")
                                : isOptional ? tr("Key columns (optional)")
                                             : tr("Key columns"));
    m_columnsHelp->setText(columnsHelpOf(kind));
    m_keys->setVisible(!isPartition);
    m_partition->setVisible(isPartition);
    m_keepOrder->setVisible(kind == Kind::Replace);
    m_keepOrder->setEnabled(!m_keys->ticked().isEmpty());
    const QString fault = missing();
    m_fault->setVisible(!fault.isEmpty());
    m_fault->announce({Words::Tone::Warning, fault});
    m_dates->setVisible(!m_datesAsText && m_dataSet && std::ranges::any_of(m_dataSet->schema, [](const auto &column) {
        return column.type == Sheet::ColumnType::Date || column.type == Sheet::ColumnType::DateTime;
    }));
}

QString UpdateForm::missing() const
{
    if (!m_dataSet)
        return {};
    const auto method = Writeback::methodOf(update(), m_dataSet->schema, m_datesAsText);
    return method ? QString() : Words::errorText(method.error()).message;
}

} // namespace Ui
