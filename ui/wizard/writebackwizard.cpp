#include "ui/wizard/writebackwizard.h"

#include "ui/forms/ask.h"
#include "ui/forms/tell.h"
#include "ui/wizard/credentialspage.h"
#include "ui/wizard/describepage.h"
#include "ui/wizard/detailspage.h"
#include "ui/wizard/previewpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QShortcut>
#include <QToolTip>

#include <tuple>

namespace Desktop {

WritebackWizard::WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                                 const Profiles::Profile &profile, QWidget *parent)
    : QWizard(parent)
    , m_context{.store = store, .secrets = secrets, .entry = {}, .loaded = {}, .catalogue = nullptr, .profile = profile}
{
    setWindowTitle(!store.profile(profile.id) ? tr("New writeback") : tr("Edit %1").arg(profile.name));
    setWizardStyle(QWizard::ClassicStyle);
    setOptions(QWizard::NoBackButtonOnStartPage | QWizard::HaveCustomButton1 | QWizard::HaveCustomButton2);
    setButtonLayout({QWizard::CancelButton, QWizard::Stretch, QWizard::BackButton, QWizard::NextButton,
                     QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2});
    addPage(new CredentialsPage(m_context));
    auto *details = new DetailsPage(m_context);
    auto *preview = new PreviewPage(m_context);
    connect(preview, &PreviewPage::regionTaken, details, &DetailsPage::setRegion);
    addPage(details);
    addPage(preview);
    m_describe = new DescribePage(m_context);
    const int last = addPage(m_describe);

    setButtonText(QWizard::FinishButton, tr("&Save"));
    setButtonText(QWizard::CustomButton1, tr("Save and &Run"));
    setButtonText(QWizard::CustomButton2, tr("Save and Ne&w"));
    for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
        button(which)->hide();
    connect(this, &QWizard::currentIdChanged, this, [this, last](int id) {
        button(QWizard::CustomButton1)->setVisible(id == last);
        button(QWizard::CustomButton2)->setVisible(id == last);
    });
    const auto showWays = [this] {
        for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
            button(which)->setEnabled(m_describe->isComplete());
        button(QWizard::BackButton)->setEnabled(!m_storing);
    };
    connect(m_describe, &QWizardPage::completeChanged, this, showWays);
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (m_storing)
            return;
        m_then = which == QWizard::CustomButton1 ? Then::Run : Then::New;
        accept();
    });
    connect(preview, &PreviewPage::regionTaken, this, [this] { m_touched = true; });
    for (const WizardButton which :
         {QWizard::NextButton, QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2}) {
        auto *shortcut = new QShortcut(QKeySequence::mnemonic(buttonText(which)), this);
        m_waysOn.append({which, shortcut});
        connect(shortcut, &QShortcut::activated, this, [this, closed = button(which)] {
            QToolTip::showText(closed->mapToGlobal(QPoint()), closed->toolTip(), closed);
        });
    }
    for (const int id : pageIds())
        connect(page(id), &QWizardPage::completeChanged, this, &WritebackWizard::sayWhy);
    connect(this, &QWizard::currentIdChanged, this, &WritebackWizard::sayWhy);
    watchFields();
    resize(QSize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 44)
               .boundedTo(screen()->availableSize()));
}

// Connected behind what opens and closes the buttons. A closed one answers to its key by saying why.
void WritebackWizard::sayWhy()
{
    const auto *current = qobject_cast<const Page *>(currentPage());
    const QString why = current ? current->missing() : QString();
    for (const auto &[which, shortcut] : m_waysOn) {
        QAbstractButton *way = button(which);
        way->setToolTip(why);
        way->setAccessibleDescription(why);
        shortcut->setEnabled(way->isVisible() && !way->isEnabled() && !why.isEmpty());
    }
}

// What the user enters, wherever it is, is not to be lost by one key.
void WritebackWizard::watchFields()
{
    const auto touch = [this] { m_touched = true; };
    for (const QLineEdit *field : findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textEdited, this, touch);
    for (const QPlainTextEdit *field : findChildren<QPlainTextEdit *>())
        connect(field, &QPlainTextEdit::modificationChanged, this, [this](bool modified) { m_touched |= modified; });
    for (const QComboBox *box : findChildren<QComboBox *>())
        connect(box, &QComboBox::activated, this, touch);
    for (const QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::clicked, this, touch);
}

void WritebackWizard::accept()
{
    if (m_storing)
        return;
    if (!validateCurrentPage()) { // which QWizard does for Next alone
        m_then = Then::Nothing;
        return;
    }
    m_storing = true;
    Profiles::Account &account = m_context.entry.account;
    if (account.id.isEmpty()) {
        if (m_madeAccount.isEmpty())
            m_madeAccount = Profiles::newId();
        account.id = m_madeAccount;
    }
    if (account != m_context.loaded.account) {
        if (const auto stored = m_context.store.save(account); !stored)
            return notSaved(stored.error());
        m_accountStored = true;
    }
    storeSecrets();
}

void WritebackWizard::reject()
{
    if (!m_touched || m_storing)
        return giveUp();
    ask(this,
        {.title = windowTitle(),
         .text = tr("Close without saving? What you have entered is not kept."),
         .no = tr("&Go on editing"),
         .yes = tr("&Discard")},
        [this] { giveUp(); });
}

// Storing may take its time, or fail half-way: whoever gives it up leaves everything as it was.
void WritebackWizard::giveUp()
{
    m_storing = false;
    const CredentialsForm::Entry &before = m_context.loaded;
    const auto done = [](const Core::Result<void> &) {};
    if (!m_madeAccount.isEmpty()) {
        std::ignore = m_context.store.removeAccount(m_madeAccount);
        m_context.secrets.removeBoth(m_madeAccount, &m_context.secrets, done);
    } else {
        if (m_accountStored)
            std::ignore = m_context.store.save(before.account);
        if (m_secretsStored)
            m_context.secrets.writeBoth(before.account.id, before.domoSecret, before.workivaSecret, &m_context.secrets,
                                        done);
    }
    QWizard::reject();
}

void WritebackWizard::storeSecrets()
{
    const CredentialsForm::Entry &entry = m_context.entry;
    const CredentialsForm::Entry &before = m_context.loaded;
    if (entry.domoSecret == before.domoSecret && entry.workivaSecret == before.workivaSecret)
        return storeProfile();
    m_secretsStored = true;
    m_describe->setStoring(true);
    m_context.secrets.writeBoth(entry.account.id, entry.domoSecret, entry.workivaSecret, this,
                                [this](const Core::Result<void> &stored) {
                                    if (m_storing)
                                        stored ? storeProfile() : notSaved(stored.error());
                                });
}

void WritebackWizard::storeProfile()
{
    Profiles::Profile &profile = m_context.profile;
    profile.accountId = m_context.entry.account.id;
    if (profile.id.isEmpty())
        profile.id = Profiles::newId();
    profile.name = m_context.store.freeName(profile.name, profile.id);
    if (const auto stored = m_context.store.save(profile); !stored)
        return notSaved(stored.error());
    m_stored = true;
    QWizard::accept();
    Q_EMIT saved(profile.id, m_then);
}

// QWizard asks the page once more when all is stored, and another copy of the program may have taken the name.
bool WritebackWizard::validateCurrentPage()
{
    return m_stored || QWizard::validateCurrentPage();
}

void WritebackWizard::notSaved(const Core::Error &error)
{
    m_storing = false;
    m_then = Then::Nothing;
    m_describe->setStoring(false);
    tell(this, error);
}

} // namespace Desktop
