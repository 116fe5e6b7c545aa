#include "ui/wizard/writebackwizard.h"

#include "ui/wizard/credentialspage.h"
#include "ui/wizard/describepage.h"
#include "ui/wizard/detailspage.h"
#include "ui/wizard/previewpage.h"
#include "words/errortext.h"

#include <QMessageBox>
#include <QScreen>

namespace Desktop {

WritebackWizard::WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                                 const Profiles::Profile &profile, QWidget *parent)
    : QWizard(parent)
    , m_context{.store = store, .secrets = secrets, .entry = {}, .catalogue = nullptr, .profile = profile}
{
    setWindowTitle(profile.id.isEmpty() ? tr("New writeback") : tr("Edit %1").arg(profile.name));
    setWizardStyle(QWizard::ClassicStyle);
    setOptions(QWizard::NoBackButtonOnStartPage | QWizard::HaveCustomButton1 | QWizard::HaveCustomButton2
               | QWizard::HaveNextButtonOnLastPage);
    setOption(QWizard::HaveNextButtonOnLastPage, false);
    setOption(QWizard::CancelButtonOnLeft, true);
    addPage(new CredentialsPage(m_context));
    auto *details = new DetailsPage(m_context);
    auto *preview = new PreviewPage(m_context);
    connect(preview, &PreviewPage::regionTaken, details, &DetailsPage::setRegion);
    addPage(details);
    addPage(preview);
    const int last = addPage(new DescribePage(m_context));

    setButtonText(QWizard::FinishButton, tr("&Save"));
    setButtonText(QWizard::CustomButton1, tr("Save and &Run"));
    setButtonText(QWizard::CustomButton2, tr("Save and Ne&w"));
    for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
        button(which)->hide();
    connect(this, &QWizard::currentIdChanged, this, [this, last](int id) {
        button(QWizard::CustomButton1)->setVisible(id == last);
        button(QWizard::CustomButton2)->setVisible(id == last);
    });
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (m_storing)
            return;
        m_then = which == QWizard::CustomButton1 ? Then::Run : Then::New;
        accept();
    });
    resize(QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 44)
               .boundedTo(screen()->availableSize()));
}

void WritebackWizard::accept()
{
    if (m_storing || !validateCurrentPage()) // which QWizard does for Next alone
        return;
    m_storing = true;
    Profiles::Account &account = m_context.entry.account;
    if (account.id.isEmpty())
        account.id = Profiles::newId();
    if (const auto stored = m_context.store.save(account); !stored)
        return tell(stored.error());
    storeSecrets();
}

void WritebackWizard::storeSecrets()
{
    const CredentialsForm::Entry &entry = m_context.entry;
    using Profiles::Secret;
    m_context.secrets.write(entry.account.id, Secret::Domo, entry.domoSecret, this,
                            [this](const Core::Result<void> &domo) {
                                if (!domo)
                                    return tell(domo.error());
                                const CredentialsForm::Entry &kept = m_context.entry;
                                m_context.secrets.write(kept.account.id, Secret::Workiva, kept.workivaSecret, this,
                                                        [this](const Core::Result<void> &workiva) {
                                                            if (!workiva)
                                                                return tell(workiva.error());
                                                            storeProfile();
                                                        });
                            });
}

void WritebackWizard::storeProfile()
{
    Profiles::Profile &profile = m_context.profile;
    profile.accountId = m_context.entry.account.id;
    if (profile.id.isEmpty())
        profile.id = Profiles::newId();
    if (const auto stored = m_context.store.save(profile); !stored)
        return tell(stored.error());
    QWizard::accept();
    Q_EMIT saved(profile.id, m_then);
}

void WritebackWizard::tell(const Core::Error &error)
{
    m_storing = false;
    m_then = Then::Nothing;
    const Words::ErrorText text = Words::errorText(error);
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Not saved"), text.message + u'\n' + text.next, QMessageBox::Ok, this);
    box->setDetailedText(text.quote);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Desktop
