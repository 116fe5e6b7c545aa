#include "ui/forms/querydialog.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/tonelabel.h"
#include "ui/look/wraplabel.h"
#include "words/errortext.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

QueryDialog::QueryDialog(const Sheet::RowQuery &query, const QString &period, QWidget *parent)
    : QDialog(parent)
    , m_period(period)
    , m_sql(new QPlainTextEdit(query.sql))
    , m_parameters(new QWidget)
    , m_form(new QFormLayout(m_parameters))
    , m_periodNote(new WrapLabel)
    , m_fault(new ToneLabel)
    , m_ok(nullptr)
{
    setWindowTitle(tr("Rows by SQL"));
    for (const auto &[name, value] : query.parameters.asKeyValueRange())
        m_values[name] = value;
    auto *explanation = new WrapLabel;
    explanation->setText(tr("Domo runs this query on the DataSet, and its result is written instead of all rows. The "
                            "DataSet is called \"table\", and names of columns are in backticks. Without SQL, all "
                            "rows are written."));
    auto *label = new QLabel(tr("&SQL"));
    label->setBuddy(m_sql);
    m_sql->setAccessibleName(tr("SQL"));
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setTabChangesFocus(true);
    m_sql->setPlaceholderText(
        u"SELECT `Account`, SUM(`Amount`) AS `Amount` FROM table WHERE `Period` = '{{period}}' GROUP BY `Account`"_s);
    m_sql->setWhatsThis(tr("{{name}} stands for a value that you enter below: in single quotes for a text, in "
                           "backticks for a column, elsewhere for a number. {{period}} is the period of the data."));
    m_form->setContentsMargins({});
    for (QLabel *text : std::initializer_list<QLabel *>{explanation, m_periodNote})
        makeSecondary(text);
    m_fault->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{explanation, label})
        layout->addWidget(part);
    layout->addWidget(m_sql, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_parameters, m_periodNote, m_fault, buttons})
        layout->addWidget(part);
    setFirstSize(this, {52 * em(this), 36 * em(this)});
    connect(m_sql, &QPlainTextEdit::textChanged, this, &QueryDialog::showParameters);
    showParameters();
}

Sheet::RowQuery QueryDialog::query() const
{
    Sheet::RowQuery query{.sql = m_sql->toPlainText().trimmed()};
    for (const auto &[name, field] : m_fields)
        query.parameters.insert(name, field->text());
    return query;
}

void QueryDialog::showParameters()
{
    QStringList names = Sheet::parametersOf(m_sql->toPlainText());
    const bool hasPeriod = names.removeAll(Sheet::periodParameter) > 0;
    const auto isListed = [this](const QString &name) { return m_fields.contains(name); };
    if (names.size() != qsizetype(m_fields.size()) || !std::ranges::all_of(names, isListed)) {
        while (m_form->rowCount() > 0)
            m_form->removeRow(0);
        m_fields.clear();
        for (const QString &name : names) {
            auto *field = new QLineEdit(m_values[name]);
            field->setAccessibleName(tr("Value of %1").arg(name));
            m_form->addRow(name, field);
            m_fields[name] = field;
            connect(field, &QLineEdit::textChanged, this, [this, name](const QString &value) {
                m_values[name] = value;
                check();
            });
        }
    }
    m_parameters->setHidden(m_fields.empty());
    m_periodNote->setVisible(hasPeriod);
    m_periodNote->setText(m_period.isEmpty()
                              ? tr("{{period}} is the period of the data, which is to be entered on the Details pane.")
                              : tr("{{period}} is the period of the data: %1.").arg(m_period));
    check();
}

void QueryDialog::check()
{
    const auto with = Sheet::withPeriod(query(), m_period);
    const auto filled = with ? Sheet::filled(*with) : Core::propagate(with);
    // The period is entered elsewhere, and nothing is sent without it.
    const auto *fault = filled ? nullptr : filled.error().cause.as<Sheet::RowQueryFault>();
    const bool isPeriodMissing = fault && fault->reason == Sheet::RowQueryFault::Reason::NoValue
        && filled.error().subject == Sheet::periodParameter;
    const bool isPossible = filled || isPeriodMissing;
    m_fault->setVisible(!isPossible);
    m_fault->announce({Words::Tone::Warning, isPossible ? QString() : Words::errorText(filled.error()).message});
    m_ok->setEnabled(isPossible);
}

} // namespace Ui
