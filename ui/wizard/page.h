#pragma once

#include <QWizardPage>

namespace Ui {

// A page of the wizard. Complete if nothing is missing; otherwise it says what is. Entries must not be lost by a single
// key press, so each page emits when one was made.
class Page : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QWizardPage::QWizardPage;

    [[nodiscard]] virtual QString missing() const = 0; // what is still required; empty: nothing
    [[nodiscard]] bool isComplete() const final { return missing().isEmpty(); }

Q_SIGNALS:
    void edited(); // by the user
};

} // namespace Ui
