#include "cli/commands/profiles/validateprofiles.h"

#include "cli/advice.h"
#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/savedchoice.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "core/laterversion.h"
#include "profiles/keychainsecretstore.h"
#include "profiles/profilefile.h"
#include "setup/named.h"
#include "setup/soundness.h"
#include "words/errortext.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

ValidateProfiles::ValidateProfiles(CLI::App &profiles, QObject *parent)
    : Command(parent)
    , m_app(profiles.add_subcommand("validate",
                                    "Tell without a request what is wrong with writebacks: what is saved, "
                                    "the account, and whether its secrets are there"))
{
    addRepeatable(m_app, "PROFILE", m_profiles,
                  "Saved writebacks, by name or ID, or files of writebacks (default: all that are saved)")
        ->expected(-1);
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print the result as one JSON document");
    m_app->footer("The exit code is " + std::to_string(int(ExitCode::NeedsAttention)) + " if something is wrong.");
}

ValidateProfiles::~ValidateProfiles() = default;

bool ValidateProfiles::isAskedFor() const
{
    return m_app->parsed();
}

void ValidateProfiles::start()
{
    m_data = std::make_unique<SavedData>(m_dataDir);
    m_data->reportFaults();
    const auto credentials = credentialsIn(QProcessEnvironment::systemEnvironment());
    if (!credentials) {
        Q_EMIT finished(refuse(credentials.error(), m_json));
        return;
    }
    m_credentials = *credentials;
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_secrets = std::make_unique<HeadlessSecrets>(m_credentials, *m_keychain);
    checkAll();
    for (const Checked &one : std::as_const(m_checked)) {
        if (!one.accountId.isEmpty() && !m_accounts.contains(one.accountId))
            m_accounts.append(one.accountId);
    }
    readSecrets();
}

void ValidateProfiles::checkAll()
{
    for (const QString &text : std::as_const(m_profiles))
        m_checked.append(checkOf(text));
    if (!m_profiles.isEmpty())
        return;
    for (const Profiles::Profile &profile : m_data->store().profiles())
        m_checked.append(checkOf(profile));
    for (const Profiles::LaterRecord &later : m_data->store().laterProfiles())
        m_checked.append(checkOf(later.id));
    for (const Profiles::JsonFolder::Fault &fault : m_data->store().faults())
        m_checked.append(
            {.name = fault.path,
             .faults = {{.kind = Core::ErrorKind::BadFile, .subject = fault.path, .detail = fault.detail}}});
}

ValidateProfiles::Checked ValidateProfiles::checkOf(const QString &text) const
{
    if (isProfileFile(text)) {
        const auto profile = Profiles::readProfileFile(text);
        return {.name = text, .faults = profile ? Setup::faultsOf(*profile) : QList{profile.error()}};
    }
    const auto saved = Setup::profileNamed(m_data->store(), text);
    return saved ? checkOf(**saved) : Checked{.name = text, .faults = {saved.error()}};
}

ValidateProfiles::Checked ValidateProfiles::checkOf(const Profiles::Profile &profile) const
{
    Checked checked{.id = profile.id, .name = profile.name, .faults = Setup::faultsOf(profile, m_data->store())};
    const Profiles::Account *account = m_data->store().account(profile.accountId);
    if (!account)
        return checked;
    checked.accountId = account->id;
    if (const auto agreed = agree(m_credentials, *account); !agreed)
        checked.faults.append(agreed.error());
    return checked;
}

void ValidateProfiles::readSecrets()
{
    if (m_accounts.isEmpty())
        return show();
    const QString id = m_accounts.takeFirst();
    m_secrets->readBoth(id, this, [this, id](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
        for (Checked &one : m_checked) {
            if (one.accountId == id && (!domo || !workiva))
                one.faults.append({.kind = Core::ErrorKind::Keychain,
                                   .subject = m_data->store().account(id)->name,
                                   .detail = (domo ? workiva : domo).error().detail});
        }
        readSecrets();
    });
}

void ValidateProfiles::show()
{
    QList<QStringList> rows;
    QJsonArray array;
    bool isSound = true;
    for (const Checked &one : std::as_const(m_checked)) {
        QJsonArray faults;
        for (const Core::Error &fault : one.faults) {
            const QString next = savedAdvice(refusalBy(fault), one.name);
            const Words::ErrorText text = Words::errorText(fault);
            faults.append(refusalJson(fault, next)["error"_L1]);
            rows.append({one.name, u"%1 %2"_s.arg(text.message, next.isEmpty() ? text.next : next).trimmed()});
        }
        if (one.faults.isEmpty())
            rows.append({one.name, u"OK"_s});
        isSound = isSound && one.faults.isEmpty();
        array.append(QJsonObject{{u"id"_s, one.id.isEmpty() ? QJsonValue() : QJsonValue(one.id)},
                                 {u"name"_s, one.name},
                                 {u"isValid"_s, one.faults.isEmpty()},
                                 {u"faults"_s, faults}});
    }
    const QString text = rows.isEmpty() ? u"No writebacks are saved."_s : tableText(rows);
    const ExitCode code = isSound ? ExitCode::Done : ExitCode::NeedsAttention;
    Q_EMIT finished(print(m_json ? jsonText(QJsonObject{{u"writebacks"_s, array}}) : text) ? code
                                                                                           : withoutReport(code));
}

} // namespace Cli
