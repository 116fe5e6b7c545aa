#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Ui {

class StatusLine;

// Name & Describe: the profile's name, which is proposed, and its description.
class DescribePage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DescribePage)

public:
    explicit DescribePage(WizardContext &context, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override { } // Back keeps what was entered
    void setStoring(bool storing); // entries are being stored, which may have to wait for the keychain

    [[nodiscard]] QString missing() const override;

private:
    void showState();
    void showSummary();
    void layOut();

    WizardContext &m_context;
    QLabel *m_summary; // what will be saved
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    StatusLine *m_status;
    bool m_storing = false;
};

} // namespace Ui
