#pragma once

#include <QWizardPage>

namespace Ui {

// A page of the wizard. It is complete when nothing is missing, and says otherwise what is. What the user enters in it
// is not to be lost by one key, so each says when something was.
class Page : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QWizardPage::QWizardPage;

    [[nodiscard]] virtual QString missing() const = 0; // what has to come before going on; empty: nothing
    [[nodiscard]] bool isComplete() const final { return missing().isEmpty(); }

Q_SIGNALS:
    void edited(); // by the user
};

} // namespace Ui
