#include "ui/wizard/describepage.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Desktop {

DescribePage::DescribePage(WizardContext &context, QWidget *parent)
    : QWizardPage(parent), m_context(context), m_name(new QLineEdit(this)), m_description(new QPlainTextEdit(this))
{
    setTitle(tr("Name & Describe"));
    setSubTitle(tr("What this writeback is called in the list."));
    m_name->setAccessibleName(tr("Name"));
    m_name->setText(context.profile.name);
    m_description->setAccessibleName(tr("Description"));
    m_description->setTabChangesFocus(true);
    m_description->setPlainText(context.profile.description);
    auto *layout = new QFormLayout;
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_description->setFixedHeight(m_description->fontMetrics().lineSpacing() * 8);
    layout->addRow(tr("&Name"), m_name);
    layout->addRow(tr("&Description"), m_description);
    auto *page = new QVBoxLayout(this);
    page->addLayout(layout);
    page->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &DescribePage::completeChanged);
}

void DescribePage::initializePage()
{
    const Profiles::Profile &profile = m_context.profile;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name == m_proposedName) {
        m_proposedName =
            tr("%1 → %2 / %3").arg(profile.dataSetName, profile.spreadsheetName, profile.sheetPath).trimmed();
        m_name->setText(m_proposedName);
    }
    const QString description = m_description->toPlainText().trimmed();
    if (description.isEmpty() || description == m_proposedDescription) {
        m_proposedDescription =
            tr("Writes the Domo DataSet \"%1\" into %2 of \"%3\" in the spreadsheet \"%4\".")
                .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath, profile.spreadsheetName);
        m_description->setPlainText(m_proposedDescription);
    }
}

bool DescribePage::isComplete() const
{
    return !m_name->text().trimmed().isEmpty();
}

bool DescribePage::validatePage()
{
    if (!isComplete())
        return false;
    m_context.profile.name = m_name->text().trimmed();
    m_context.profile.description = m_description->toPlainText().trimmed();
    return true;
}

} // namespace Desktop
