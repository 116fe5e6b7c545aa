#include "core/clock.h"
#include "runs/datafolder.h"
#include "runs/profileruns.h"
#include "support/sessionsecretstore.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool saveProfile(Profiles::ProfileStore &store, const QStringList &arguments)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    Profiles::Account account;
    account.id = Profiles::newId();
    account.name = u"Sandbox"_s;
    account.domoClientId = environment.value(u"DOMO_CLIENT_ID"_s);
    account.workivaClientId = environment.value(u"WORKIVA_CLIENT_ID"_s);
    account.baseUrlRegion = u"custom"_s;
    account.domoUrl = QUrl(arguments[2]);
    account.workivaUrl = QUrl(arguments[3]);
    Profiles::Profile profile;
    profile.id = Profiles::newId();
    profile.name = u"Run"_s;
    profile.accountId = account.id;
    profile.dataSetId = arguments[4];
    profile.spreadsheetId = arguments[5];
    profile.sheetId = arguments[6];
    profile.region = *Sheet::Region::parse(arguments[7]);
    return store.save(account) && store.save(profile);
}

} // namespace

// A window's run without the window: profilerun FOLDER DOMO-URL WORKIVA-URL DATASET SPREADSHEET SHEET REGION saves a
// profile in FOLDER, runs it like a click on Run, waits for earlier writes, answers yes to every question, and prints
// the state. With FOLDER alone it runs all profiles that are saved there, and prints the state of each. Secrets come
// from the environment. A separate program, so that it can be killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(Runs::productName);
    QCoreApplication::setOrganizationName(Runs::productName);
    const QStringList arguments = QCoreApplication::arguments();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString &folder = arguments[1];

    Profiles::ProfileStore store(folder);
    Support::SessionSecretStore secrets;
    Core::SystemClock clock;
    const Runs::DataFolder data(folder, {u"profilerun"_s, QStringLiteral(WRITEBACK_VERSION)});
    Runs::ProfileRuns runs(store, secrets, data, clock);

    if (arguments.size() > 2 && !saveProfile(store, arguments))
        return 2;
    QStringList ids;
    for (const Profiles::Profile &profile : store.profiles())
        ids.append(profile.id);

    QObject::connect(&runs, &Runs::ProfileRuns::asked, &application,
                     [&](const QString &id) { runs.answer(id, {.writes = true}); });
    QObject::connect(&runs, &Runs::ProfileRuns::ended, &application,
                     [](const QString &, const Writeback::RunReport &report) {
                         std::printf("%s\n", qPrintable(Writeback::name(report.state)));
                         std::fflush(stdout);
                     });
    QObject::connect(&runs, &Runs::ProfileRuns::batchEnded, &application, &QCoreApplication::quit);
    const QString accountId = store.accounts().first().id;
    secrets.write(accountId, Profiles::Secret::Domo, environment.value(u"DOMO_CLIENT_SECRET"_s), &application,
                  [](const Core::Result<void> &) {});
    secrets.write(accountId, Profiles::Secret::Workiva, environment.value(u"WORKIVA_CLIENT_SECRET"_s), &application,
                  [&](const Core::Result<void> &) { runs.startAll(ids); });
    return QCoreApplication::exec();
}
