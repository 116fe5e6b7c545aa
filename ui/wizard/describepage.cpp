#include "ui/wizard/describepage.h"

#include "ui/forms/statusline.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

QString proposedName(const Profiles::Profile &profile)
{
    return DescribePage::tr("%1 → %2 / %3").arg(profile.dataSetName, profile.spreadsheetName, profile.sheetPath);
}

// As it was proposed, before it was numbered to be told from another.
QString withoutNumber(QString name)
{
    static const QRegularExpression number(u" \\(\\d+\\)$"_s);
    return name.remove(number);
}

QString proposedDescription(const Profiles::Profile &profile)
{
    return DescribePage::tr("Writes the Domo DataSet \"%1\" into %2 of \"%3\" in the spreadsheet \"%4\".")
        .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath, profile.spreadsheetName);
}

} // namespace

DescribePage::DescribePage(WizardContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_status(new StatusLine(this))
{
    setTitle(tr("Name & Describe"));
    setSubTitle(tr("What this writeback is called in the list."));
    m_name->setAccessibleName(tr("Name"));
    m_name->setText(freeName(context.profile.name.trimmed()));
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
    page->addWidget(m_status);
    page->addStretch(1);
    if (context.store.profile(context.profile.id)) { // what it was saved with
        m_proposedName = proposedName(context.profile);
        m_proposedDescription = proposedDescription(context.profile);
    }
    const auto look = [this] {
        showState();
        Q_EMIT completeChanged();
    };
    connect(m_name, &QLineEdit::textChanged, this, look);
    connect(&context.store, &Profiles::ProfileStore::changed, this, look); // another copy may have taken the name
}

void DescribePage::initializePage()
{
    const Profiles::Profile &profile = m_context.profile;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name == m_proposedName || withoutNumber(name) == m_proposedName) {
        m_proposedName = proposedName(profile);
        m_name->setText(freeName(m_proposedName));
    }
    if (m_description->toPlainText().trimmed() == m_proposedDescription) {
        m_proposedDescription = proposedDescription(profile);
        m_description->setPlainText(m_proposedDescription);
    }
}

void DescribePage::setStoring(bool storing)
{
    m_storing = storing;
    showState();
    m_name->setReadOnly(storing);
    m_description->setReadOnly(storing);
    Q_EMIT completeChanged();
}

void DescribePage::showState()
{
    const QString name = m_name->text().trimmed();
    if (m_storing)
        m_status->say(tr("Asking the system's keychain to keep the secrets … Cancel leaves everything as it was."));
    else if (name != freeName(name))
        m_status->say(tr("✗ Another writeback has this name. Choose another one, so that you can tell them apart."));
    else
        m_status->clear();
}

QString DescribePage::freeName(const QString &name) const
{
    return m_context.store.freeName(name, m_context.profile.id);
}

QString DescribePage::missing() const
{
    const QString name = m_name->text().trimmed();
    if (m_storing)
        return tr("The secrets are being stored.");
    if (name.isEmpty())
        return tr("Enter a name.");
    return name == freeName(name) ? QString() : tr("Another writeback has this name.");
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
