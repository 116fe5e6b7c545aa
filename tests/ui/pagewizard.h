#pragma once

#include "ui/controls.h"
#include "ui/wizard/wizardcontext.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>
#include <QWizard>

namespace Support {

// A single page of the wizard, preceded by an empty page and, unless it is the last one, followed by another.
template <typename Page> class PageWizard final
{
public:
    enum Place { Before, Here, Behind };

    PageWizard(Desk &desk, Profiles::SecretStore &secrets, const Profiles::Profile &profile, bool isLast = false,
               const Ui::WizardContext::Schedules &schedules = {})
        : context{.store = desk.store,
                  .secrets = secrets,
                  .draft = {desk.store, secrets, profile},
                  .schedules = schedules}
        , page(new Page(context))
    {
        wizard.addPage(new QWizardPage);
        wizard.addPage(page);
        if (!isLast)
            wizard.addPage(new QWizardPage);
    }

    // Signs in like the Credentials page.
    void signIn(const SandboxProcess &sandbox)
    {
        const auto login = Setup::loginsOf(
            accountOf(sandbox), {.domo = sandbox.domo().secret.text(), .workiva = sandbox.workiva().secret.text()});
        catalogue = std::make_unique<Setup::Catalogue>(*login);
        context.catalogue = catalogue.get();
    }

    [[nodiscard]] bool open()
    {
        wizard.show();
        if (!QTest::qWaitForWindowActive(&wizard))
            return false;
        wizard.next();
        return wizard.currentId() == Here;
    }

    [[nodiscard]] bool reaches(Place place) const
    {
        return QTest::qWaitFor([&] { return wizard.currentId() == place; }, 15'000);
    }

    [[nodiscard]] bool canGoOn() const
    {
        return QTest::qWaitFor([&] { return wizard.button(QWizard::NextButton)->isEnabled(); }, 15'000);
    }

    std::unique_ptr<Setup::Catalogue> catalogue;
    Ui::WizardContext context;
    QWizard wizard;
    Page *page;
};

} // namespace Support
