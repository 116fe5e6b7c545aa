#pragma once

#include "ui/wizard/wizardcontext.h"

#include <QPointer>
#include <QWizard>

class QShortcut;

namespace Ui {

class DescribePage;

// The panes of the connector, one after the other: Credentials, Details, Preview, Name & Describe. Edits a new profile
// or an existing one. Nothing is stored before the end; then the draft is, all of it or nothing, and saved() comes.
// What could not be stored is said on the last page, and the wizard stays open.
class WritebackWizard final : public QWizard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritebackWizard)

public:
    enum class Then { Nothing, Run, New };

    WritebackWizard(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Profiles::Profile &profile,
                    QWidget *parent = nullptr);

    void accept() override;
    void reject() override; // asks, when something has been entered

Q_SIGNALS:
    void saved(const QString &profileId, Ui::WritebackWizard::Then then);

private:
    void sayWhy(); // there is no way on yet
    void giveUp();
    void stored();
    void notStored(const Core::Error &error);

    WizardContext m_context;
    Then m_then = Then::Nothing;
    DescribePage *m_describe = nullptr;
    QPointer<Setup::Commit> m_commit; // while it is under way
    QList<std::pair<QWizard::WizardButton, QShortcut *>> m_waysOn; // and what tells why they are closed
};

} // namespace Ui
