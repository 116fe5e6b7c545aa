#include "ui/wizard/writebackwizard.h"

#include "ui/look/prompt.h"
#include "ui/look/tell.h"
#include "ui/wizard/credentialspage.h"
#include "ui/wizard/describepage.h"
#include "ui/wizard/detailspage.h"
#include "ui/wizard/previewpage.h"

#include <QScreen>
#include <QShortcut>
#include <QToolTip>

namespace Ui {

WritebackWizard::WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                                 const Profiles::Profile &profile, const Core::ProxyChoice &proxy, QWidget *parent)
    : QWizard(parent), m_context{.store = store, .secrets = secrets, .draft = {store, secrets, profile}, .proxy = proxy}
{
    setWindowTitle(m_context.draft.isNew() ? tr("New writeback") : tr("Edit %1").arg(profile.name));
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
        button(QWizard::BackButton)->setEnabled(!m_commit);
    };
    connect(m_describe, &QWizardPage::completeChanged, this, showWays);
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (m_commit)
            return;
        m_then = which == QWizard::CustomButton1 ? Then::Run : Then::New;
        accept();
    });
    for (const WizardButton which :
         {QWizard::NextButton, QWizard::FinishButton, QWizard::CustomButton1, QWizard::CustomButton2}) {
        auto *shortcut = new QShortcut(QKeySequence::mnemonic(buttonText(which)), this);
        m_forwardButtons.append({which, shortcut});
        connect(shortcut, &QShortcut::activated, this, [this, closed = button(which)] {
            QToolTip::showText(closed->mapToGlobal(QPoint()), closed->toolTip(), closed);
        });
    }
    for (const int id : pageIds()) {
        const auto *one = qobject_cast<const Page *>(page(id));
        connect(one, &Page::completeChanged, this, &WritebackWizard::showReason);
        connect(one, &Page::edited, this, [this] { m_context.draft.touch(); });
    }
    connect(this, &QWizard::currentIdChanged, this, &WritebackWizard::showReason);
    resize(QSize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 44)
               .boundedTo(screen()->availableSize()));
}

// Connected after the code that enables the buttons. The shortcut of a disabled one shows why.
void WritebackWizard::showReason()
{
    const auto *current = qobject_cast<const Page *>(currentPage());
    const QString why = current ? current->missing() : QString();
    for (const auto &[which, shortcut] : m_forwardButtons) {
        QAbstractButton *way = button(which);
        way->setToolTip(why);
        way->setAccessibleDescription(why);
        shortcut->setEnabled(way->isVisible() && !way->isEnabled() && !why.isEmpty());
    }
}

void WritebackWizard::accept()
{
    if (m_commit)
        return;
    if (!m_describe->isComplete()) { // QWizard only checks this for Next
        m_then = Then::Nothing;
        return;
    }
    m_context.draft.giveIds();
    m_commit = new Setup::Commit(m_context.draft.entries(), &m_context.store);
    connect(m_commit, &Setup::Commit::stored, this, &WritebackWizard::stored);
    connect(m_commit, &Setup::Commit::notStored, this, &WritebackWizard::notStored);
    m_commit->start();
    if (m_commit)
        m_describe->setStoring(true);
}

void WritebackWizard::stored()
{
    m_commit.clear();
    QWizard::accept();
    Q_EMIT saved(m_context.draft.profile.id, m_then);
}

void WritebackWizard::notStored(const Core::Error &error)
{
    m_commit.clear();
    m_then = Then::Nothing;
    m_describe->setStoring(false);
    tell(this, error);
}

void WritebackWizard::reject()
{
    if (!m_context.draft.isChanged() || m_commit)
        return giveUp();
    prompt(this,
           {.title = windowTitle(),
            .text = tr("Close without saving? Your entries will be lost."),
            .no = tr("&Keep editing"),
            .yes = tr("&Discard")},
           [this] { giveUp(); });
}

void WritebackWizard::giveUp()
{
    if (m_commit)
        m_commit->cancel();
    m_commit.clear();
    QWizard::reject();
}

} // namespace Ui
