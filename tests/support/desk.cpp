#include "support/desk.h"

#include "profiles/migrations.h"
#include "runs/runrequests.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Support {

Desk::Desk() : store(folder.path())
{
    QCoreApplication::setOrganizationName(u"test"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    data = std::make_unique<Runs::DataFolder>(folder.path(), History::Program{u"test"_s, {}});
    if (data->keeping() != Runs::DataFolder::Keeping::Persistent)
        qFatal("The history does not open: %s", qPrintable(data->fault()->detail));
    runs = std::make_unique<Runs::ProfileRuns>(store, secrets, *data, clock);
}

void Desk::remember(const Profiles::Profile &profile, const QDateTime &started,
                    const std::optional<Writeback::RunReport> &report, bool hasSent,
                    const Writeback::Occasion &occasion)
{
    const auto journal = data->books().openJournal();
    Writeback::JournalEntry entry = Runs::entryOf(profile, store.account(profile.accountId));
    entry.started = started;
    entry.occasion = occasion;
    const bool done = journal && (*journal)->begin(entry) && (!hasSent || (*journal)->sending(u"A1"_s))
        && (!report || (*journal)->end(*report));
    if (!done)
        qFatal("The run is not remembered");
}

void Desk::makeOfALaterVersion(const Profiles::Account &account)
{
    save(u"accounts"_s, account.id, Profiles::toJson(account));
}

void Desk::makeOfALaterVersion(const Profiles::Profile &profile)
{
    save(u"profiles"_s, profile.id, Profiles::toJson(profile));
}

void Desk::save(const QString &where, const QString &id, QJsonObject document)
{
    document.insert(Profiles::schemaVersionKey, 99);
    const Profiles::JsonFolder files(folder.filePath(where));
    if (const auto saved = files.write(id, document); !saved)
        qFatal("The file is not saved: %s", qPrintable(saved.error().detail));
    store.reload();
}

Profiles::Account accountOf(const SandboxProcess &sandbox)
{
    return {.id = Profiles::newId(),
            .name = u"Finance"_s,
            .domoClientId = sandbox.domo().clientId,
            .workivaClientId = sandbox.workiva().clientId,
            .baseUrlRegion = u"custom"_s,
            .domoUrl = sandbox.domo().baseUrl,
            .workivaUrl = sandbox.workiva().baseUrl,
            .unknown = {}};
}

Profiles::Account Desk::addAccount(const SandboxProcess &sandbox)
{
    Profiles::Account account = accountOf(sandbox);
    if (const auto saved = store.save(account); !saved)
        qFatal("The account is not saved: %s", qPrintable(saved.error().detail));
    const auto ignore = [](const Core::Result<void> &) {};
    secrets.write(account.id, Profiles::Secret::Domo, sandbox.domo().secret.text(), &secrets, ignore);
    secrets.write(account.id, Profiles::Secret::Workiva, sandbox.workiva().secret.text(), &secrets, ignore);
    return account;
}

Profiles::Profile Desk::addProfile(const SandboxProcess &sandbox, const QString &name, const QString &region,
                                   const QString &dataSetName)
{
    const Profiles::Account account = store.accounts().isEmpty() ? addAccount(sandbox) : store.accounts().first();
    const QJsonObject dataSet = sandbox.dataSet(dataSetName);
    Profiles::Profile profile;
    profile.id = Profiles::newId();
    profile.name = name;
    profile.accountId = account.id;
    profile.dataSetId = dataSet.value("id"_L1).toString();
    profile.dataSetName = dataSetName;
    profile.spreadsheetId = sandbox.spreadsheetId(u"Scratch"_s);
    profile.spreadsheetName = u"Scratch"_s;
    profile.sheetId = sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s);
    profile.sheetPath = u"Sheet1"_s;
    profile.region = *Sheet::Region::parse(region);
    if (const auto saved = store.save(profile); !saved)
        qFatal("The profile is not saved: %s", qPrintable(saved.error().detail));
    return profile;
}

} // namespace Support
