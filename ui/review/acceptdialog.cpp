#include "ui/review/acceptdialog.h"

#include "core/pasted.h"
#include "ui/look/dayfield.h"
#include "ui/look/emphasis.h"
#include "ui/look/fonts.h"
#include "ui/look/wraplabel.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int daysAtFirst = 31; // over the next monthly load

} // namespace

AcceptDialog::AcceptDialog(Sheet::Guard guard, const QString &found, const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_guard(guard)
    , m_reason(new QLineEdit(this))
    , m_until(dayField(tr("Last day"), today.addDays(daysAtFirst), this))
    , m_accept(nullptr)
{
    setWindowTitle(tr("Accept"));
    auto *what = new WrapLabel;
    what->setText(found);
    auto *meaning = new WrapLabel;
    meaning->setText(tr("If this is right, say why. Until the last day, runs of this writeback go on past this check, "
                        "and the record of each has your reason."));
    makeSecondary(meaning);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Such as: the East unit was sold in May"));
    m_reason->setWhatsThis(tr("Why what was found is right. An auditor reads it in the record of the run."));
    m_until->setMinimumDate(today);
    m_until->setWhatsThis(
        tr("The last day on which this holds. It ends at midnight UTC, everywhere at the same time."));
    auto *form = new QFormLayout;
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Last day (UTC)"), m_until);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Accept"), QDialogButtonBox::AcceptRole);
    makePrimary(m_accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &AcceptDialog::check);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(em(this));
    layout->addWidget(what);
    layout->addWidget(meaning);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(36 * em(this));
    m_reason->setFocus();
    check();
}

void AcceptDialog::check()
{
    const bool hasReason = !Core::trimmed(m_reason->text()).isEmpty();
    m_accept->setEnabled(hasReason);
    m_accept->setToolTip(hasReason ? QString() : tr("Enter a reason."));
}

Sheet::Acceptance AcceptDialog::acceptance() const
{
    return {m_guard, Core::trimmed(m_reason->text()), m_until->date()};
}

} // namespace Ui
