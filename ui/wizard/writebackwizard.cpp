#include "ui/wizard/writebackwizard.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/prompt.h"
#include "ui/look/steplist.h"
#include "ui/look/tell.h"
#include "ui/wizard/credentialspage.h"
#include "ui/wizard/describepage.h"
#include "ui/wizard/detailspage.h"
#include "ui/wizard/previewpage.h"
#include "ui/wizard/schedulingpage.h"

#include <QPushButton>
#include <QShortcut>
#include <QToolTip>

namespace Ui {

WritebackWizard::WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                                 const Profiles::Profile &profile, const Core::ProxyChoice &proxy,
                                 const WizardContext::Schedules &schedules, QWidget *parent)
    : QWizard(parent)
    , m_context{.store = store,
                .secrets = secrets,
                .draft = {store, secrets, profile},
                .proxy = proxy,
                .schedules = schedules}
    , m_steps(new StepList(this))
    , m_credentials(new CredentialsPage(m_context))
    , m_details(new DetailsPage(m_context))
    , m_preview(new PreviewPage(m_context))
    , m_scheduling(new SchedulingPage(m_context))
    , m_describe(new DescribePage(m_context))
{
    const Setup::WritebackDraft &draft = m_context.draft;
    setWindowTitle(draft.isImport()    ? tr("Import %1").arg(profile.name)
                       : draft.isNew() ? tr("New writeback")
                                       : tr("Edit %1").arg(profile.name));
    setWizardStyle(QWizard::ModernStyle);
    setOptions(QWizard::NoBackButtonOnStartPage | QWizard::HaveCustomButton1 | QWizard::HaveCustomButton2);
    setPage(int(Step::Credentials), m_credentials);
    setPage(int(Step::Details), m_details);
    setPage(int(Step::Preview), m_preview);
    setPage(int(Step::Scheduling), m_scheduling);
    setPage(int(Step::Describe), m_describe);
    QStringList names;
    for (const int id : pageIds())
        names.append(page(id)->accessibleName());
    m_steps->setSteps(names);
    m_steps->setFixedWidth(m_steps->sizeHint().width()); // QWizard lets the page take it otherwise
    setSideWidget(m_steps);
    makeButtons();
    connectPages();
    setFirstSize(this, {em(this) * 116, em(this) * 72});
}

void WritebackWizard::makeButtons()
{
    setButtonLayout({QWizard::CancelButton, QWizard::Stretch, QWizard::BackButton, QWizard::NextButton,
                     QWizard::CustomButton2, QWizard::FinishButton, QWizard::CustomButton1});
    setButtonText(QWizard::FinishButton, tr("&Save"));
    setButtonText(QWizard::CustomButton1, tr("Save and &Run"));
    setButtonText(QWizard::CustomButton2, tr("Save and Ne&w"));
    // An edited writeback is not necessarily to be run.
    for (const WizardButton which :
         {QWizard::NextButton, m_context.draft.isNew() ? QWizard::CustomButton1 : QWizard::FinishButton})
        makePrimary(qobject_cast<QPushButton *>(button(which)));
    for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
        button(which)->hide();
    const auto showWays = [this] {
        for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
            button(which)->setEnabled(m_describe->isComplete());
        button(QWizard::BackButton)->setEnabled(!m_commit);
        m_steps->setEnabled(!m_commit);
    };
    connect(m_describe, &Page::missingChanged, this, showWays);
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
        connect(shortcut, &QShortcut::activated, this, [closed = button(which)] {
            QToolTip::showText(closed->mapToGlobal(QPoint()), closed->toolTip(), closed);
        });
    }
}

void WritebackWizard::connectPages()
{
    connect(this, &QWizard::currentIdChanged, this, &WritebackWizard::showStep);
    connect(m_steps, &StepList::chosen, this, [this](int step) { goBackTo(Step(step)); });
    connect(m_preview, &PreviewPage::regionTaken, m_details, &DetailsPage::setRegion);
    connect(m_preview, &PreviewPage::shapingTaken, m_details, &DetailsPage::setShaping);
    connect(m_preview, &PreviewPage::checkAccepted, m_details, &DetailsPage::accept);
    connect(m_credentials, &CredentialsPage::signedIn, this, [this] {
        if (currentPage() == m_details)
            m_details->showSignIn();
        else if (currentPage() == m_preview)
            m_preview->signedIn();
    });
    const auto showCredentials = [this] { goBackTo(Step::Credentials); };
    connect(m_credentials, &CredentialsPage::notSignedIn, this, [this, showCredentials] {
        if (currentPage() != m_scheduling && currentPage() != m_describe)
            showCredentials();
    });
    for (const int id : pageIds()) {
        const auto *one = qobject_cast<const Page *>(page(id));
        connect(one, &Page::missingChanged, this, &WritebackWizard::showReason);
        connect(one, &Page::edited, this, [this] { m_context.draft.touch(); });
        connect(one, &Page::signInStopped, m_credentials, &CredentialsPage::stopSignIn);
        connect(one, &Page::signInStopped, this, showCredentials);
    }
    connect(this, &QWizard::currentIdChanged, this, &WritebackWizard::showReason);
}

void WritebackWizard::openAt(Step step)
{
    m_isPassing = true;
    restart();
    while (currentId() < int(step))
        next();
    m_isPassing = false;
    showStep();
}

bool WritebackWizard::validateCurrentPage()
{
    return m_isPassing || QWizard::validateCurrentPage();
}

void WritebackWizard::showStep()
{
    if (m_isPassing || currentId() < 0)
        return;
    const auto step = Step(currentId());
    m_steps->setCurrent(int(step));
    const QString entered = m_context.draft.account.entered.account.id; // empty: not accepted yet
    const QString account = entered.isEmpty() ? m_context.draft.profile.accountId : entered;
    if (auto *current = qobject_cast<Page *>(currentPage()); current && step != Step::Credentials)
        current->setSample(m_context.store.isForSession(account));
    m_steps->setReached(int(step)); // those after it follow from what is entered before them
    for (const WizardButton which : {QWizard::CustomButton1, QWizard::CustomButton2})
        button(which)->setVisible(step == Step::Describe);
    if (currentPage()->focusProxy() && !currentPage()->isAncestorOf(focusWidget()))
        currentPage()->setFocus(); // where one types
    if (step == Step::Details)
        m_details->showSignIn(); // possibly while another page was shown
    if (step == Step::Details || step == Step::Preview)
        m_credentials->signIn();
}

void WritebackWizard::goBackTo(Step step)
{
    if (m_commit)
        return;
    m_isPassing = true;
    while (currentId() > int(step))
        back();
    m_isPassing = false;
    showStep();
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
