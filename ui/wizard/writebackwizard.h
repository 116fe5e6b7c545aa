#pragma once

#include "ui/wizard/wizardcontext.h"

#include <QWizard>

class QShortcut;

namespace Desktop {

class DescribePage;

// The panes of the connector, one after the other: Credentials, Details, Preview, Name & Describe. Edits a new profile
// or an existing one. Nothing is stored before the end; then the account, its secrets and the profile are, in this
// order, and saved() comes. What could not be stored is said on the last page, and the wizard stays open.
class WritebackWizard final : public QWizard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritebackWizard)

public:
    enum class Then { Nothing, Run, New };

    WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Profiles::Profile &profile,
                    QWidget *parent = nullptr);

    void accept() override;
    [[nodiscard]] bool validateCurrentPage() override;
    void reject() override; // asks, when something has been entered

Q_SIGNALS:
    void saved(const QString &profileId, Desktop::WritebackWizard::Then then);

private:
    void watchFields();
    void sayWhy(); // there is no way on yet
    void giveUp();
    void storeSecrets();
    void storeProfile();
    void notSaved(const Core::Error &error);

    WizardContext m_context;
    Then m_then = Then::Nothing;
    DescribePage *m_describe = nullptr;
    bool m_touched = false; // by the user
    bool m_storing = false;
    bool m_stored = false; // all of it
    bool m_accountStored = false; // over what was stored before
    bool m_secretsStored = false;
    QList<std::pair<QWizard::WizardButton, QShortcut *>> m_waysOn; // and what tells why they are closed
    QString m_madeAccount; // the ID of one that was stored for the first time
};

} // namespace Desktop
