#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

class QLineEdit;
class QPlainTextEdit;

namespace Ui {

class StatusLine;

// Name & Describe: what the profile is called. A name is proposed.
class DescribePage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DescribePage)

public:
    explicit DescribePage(WizardContext &context, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override { } // Back keeps what was entered
    void setStoring(bool storing); // what was entered is being stored, which the keychain may make wait

    [[nodiscard]] QString missing() const override;

private:
    void showState();

    WizardContext &m_context;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    StatusLine *m_status;
    bool m_storing = false;
};

} // namespace Ui
