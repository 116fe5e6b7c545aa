#pragma once

#include "ui/wizard/wizardcontext.h"

#include <QPointer>
#include <QWizard>

class QShortcut;

namespace Ui {

class CredentialsPage;
class DescribePage;
class DetailsPage;
class PreviewPage;
class SchedulingPage;
class StepList;

// The panes of the connector in sequence: Credentials, Details, Preview, Scheduling, Name & Describe. Edits a new or
// existing profile. Starts with any of them: those that need the services sign in with the stored secrets, and if that
// takes the user, Credentials is shown; Scheduling and Name & Describe need no service. Nothing is stored before the
// end; then all of the draft is stored or none of it, and saved() is emitted. An error is shown on the last page, and
// the wizard stays open.
class WritebackWizard final : public QWizard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritebackWizard)

public:
    enum class Then { Nothing, Run, New };
    enum class Step { Credentials, Details, Preview, Scheduling, Describe };

    WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Profiles::Profile &profile,
                    const Core::ProxyChoice &proxy = {}, const WizardContext::Schedules &schedules = {},
                    QWidget *parent = nullptr);

    void openAt(Step step); // before it is shown; for a profile that is complete

    [[nodiscard]] bool validateCurrentPage() override;
    void accept() override;
    void reject() override; // asks if something was entered

Q_SIGNALS:
    void saved(const QString &profileId, Ui::WritebackWizard::Then then);

private:
    void makeButtons();
    void connectPages();
    void showStep();
    void goBackTo(Step step);
    void showReason(); // explains why Next is disabled
    void giveUp();
    void stored();
    void notStored(const Core::Error &error);

    WizardContext m_context;
    Then m_then = Then::Nothing;
    StepList *m_steps = nullptr;
    CredentialsPage *m_credentials = nullptr;
    DetailsPage *m_details = nullptr;
    PreviewPage *m_preview = nullptr;
    SchedulingPage *m_scheduling = nullptr;
    DescribePage *m_describe = nullptr;
    bool m_isPassing = false; // pages between the current one and the wanted one
    QPointer<Setup::Commit> m_commit; // while it is running
    // Buttons that lead on, each with the shortcut that explains why it is disabled.
    QList<std::pair<QWizard::WizardButton, QShortcut *>> m_forwardButtons;
};

} // namespace Ui
