#pragma once

#include "core/strayanswer.h"
#include "ui/interaction.h"
#include "ui/wizard/writebackwizard.h"
#include "words/errortext.h"

#include <QAbstractButton>
#include <QTest>

// The whole wizard, as a person uses it.
namespace Support {

enum Page { Credentials, Details, Preview, Scheduling, Describe };

[[nodiscard]] inline QString dataSetId(const SandboxProcess &sandbox)
{
    return sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString();
}

// With the desk's keychain unless another one is given.
[[nodiscard]] inline Ui::WritebackWizard wizardOf(Desk &desk, const Profiles::Profile &profile = {},
                                                  Profiles::SecretStore *secrets = nullptr)
{
    return {desk.store, secrets ? *secrets : desk.secrets, profile};
}

[[nodiscard]] inline bool show(Ui::WritebackWizard &wizard)
{
    wizard.show();
    return QTest::qWaitForWindowActive(&wizard);
}

// Presses the button with that role in the current question; false if there is none.
[[nodiscard]] inline bool answer(const Ui::WritebackWizard &wizard, QMessageBox::ButtonRole role)
{
    auto *box = wizard.findChild<QMessageBox *>();
    if (!box)
        return false;
    buttonOf(*box, role)->click();
    return true;
}

[[nodiscard]] inline bool canGoOn(const Ui::WritebackWizard &wizard)
{
    return QTest::qWaitFor([&] { return wizard.button(QWizard::NextButton)->isEnabled(); }, deadline);
}

[[nodiscard]] inline bool reaches(const Ui::WritebackWizard &wizard, Page page)
{
    return QTest::qWaitFor([&] { return wizard.currentId() == page; }, deadline);
}

[[nodiscard]] inline bool enterCredentials(const Ui::WritebackWizard &wizard, const SandboxProcess &sandbox)
{
    wizard.findChild<QCheckBox *>(u"addresses"_s)->setChecked(true);
    return fill(wizard, u"Account name"_s, u"Finance"_s) && fill(wizard, u"Domo Client ID"_s, sandbox.domo().clientId)
        && fill(wizard, u"Domo Client Secret"_s, sandbox.domo().secret.text())
        && fill(wizard, u"Workiva Client ID"_s, sandbox.workiva().clientId)
        && fill(wizard, u"Workiva Client Secret"_s, sandbox.workiva().secret.text())
        && fill(wizard, u"Domo address"_s, sandbox.domo().baseUrl.toString())
        && fill(wizard, u"Workiva address"_s, sandbox.workiva().baseUrl.toString());
}

[[nodiscard]] inline bool enterDetails(const Ui::WritebackWizard &wizard, const SandboxProcess &sandbox,
                                       const QString &region)
{
    return fill(wizard, u"Domo DataSet ID"_s, dataSetId(sandbox))
        && fill(wizard, u"Spreadsheet ID"_s, sandbox.spreadsheetId(u"Scratch"_s)) && fill(wizard, u"Region"_s, region);
}

// With the desk's account, which is selected automatically.
[[nodiscard]] inline bool goToDetails(Ui::WritebackWizard &wizard)
{
    if (!show(wizard) || !canGoOn(wizard))
        return false;
    wizard.button(QWizard::NextButton)->click();
    return reaches(wizard, Details);
}

[[nodiscard]] inline bool goToPreview(Ui::WritebackWizard &wizard, const SandboxProcess &sandbox, const QString &region)
{
    if (!goToDetails(wizard) || !enterDetails(wizard, sandbox, region) || !canGoOn(wizard))
        return false;
    wizard.button(QWizard::NextButton)->click();
    return reaches(wizard, Preview);
}

[[nodiscard]] inline bool goToEnd(Ui::WritebackWizard &wizard, const SandboxProcess &sandbox)
{
    if (!goToPreview(wizard, sandbox, u"B3:"_s))
        return false;
    for (const Page page : {Scheduling, Describe}) {
        if (!canGoOn(wizard))
            return false;
        wizard.button(QWizard::NextButton)->click();
        if (!reaches(wizard, page))
            return false;
    }
    return true;
}

// With an account entered on the page.
[[nodiscard]] inline bool goToEndWithANewAccount(Ui::WritebackWizard &wizard, const SandboxProcess &sandbox)
{
    if (!show(wizard) || !enterCredentials(wizard, sandbox))
        return false;
    wizard.next();
    if (!reaches(wizard, Details) || !enterDetails(wizard, sandbox, u"B3:"_s))
        return false;
    for (const Page page : {Preview, Scheduling, Describe}) {
        if (!canGoOn(wizard))
            return false;
        wizard.next();
        if (!reaches(wizard, page))
            return false;
    }
    return true;
}

// Whether a field's status shows this error.
[[nodiscard]] inline bool says(const QWidget &wizard, const char *line, Core::ErrorKind kind, Core::Service service,
                               const QString &subject = {}, const Core::Cause &cause = {})
{
    const QString sentence =
        Words::errorText({.kind = kind, .service = service, .subject = subject, .cause = cause}).message;
    return tone(wizard, line) == Tone::Error && shown(wizard, line).contains(sentence.section(u':', 0, 0));
}

// The cause that the sandbox's fault results in.
[[nodiscard]] inline Core::Cause causeOf(const QString &fault)
{
    if (!fault.contains("html@"_L1))
        return {};
    return Core::WebPage{.title = u"Sign in"_s, .host = u"127.0.0.1"_s};
}

} // namespace Support
