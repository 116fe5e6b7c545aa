#include "cli/profiletext.h"

#include "cli/table.h"
#include "runs/runrequests.h"
#include "words/optiontext.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// As the options of `copy` have them.
QString checksText(const Sheet::GuardRules &rules)
{
    QStringList texts;
    for (int each = 0; each <= int(Sheet::lastGuard); ++each) {
        const auto guard = Sheet::Guard(each);
        const bool isChosen = rules.levels.contains(guard) || rules.thresholds.contains(guard);
        if (!isChosen)
            continue;
        QString text = u"%1=%2"_s.arg(Sheet::name(guard), Sheet::name(rules.level(guard)));
        if (rules.thresholds.contains(guard))
            text += u':' + Sheet::thresholdText(rules.threshold(guard));
        texts.append(text);
    }
    return texts.join(u", "_s);
}

QString acceptedText(const Sheet::GuardRules &rules)
{
    QStringList texts;
    for (const Sheet::Acceptance &one : rules.accepted)
        texts.append(u"%1 until %2: %3"_s.arg(Sheet::name(one.guard), one.until.toString(Qt::ISODate), one.reason));
    return texts.join(u"; "_s);
}

QString named(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : u"%1 (%2)"_s.arg(name, id);
}

} // namespace

QString accountName(const Profiles::Profile &profile, const Profiles::ProfileStore &store)
{
    const Profiles::Account *account = store.account(profile.accountId);
    return account ? account->name : QString();
}

QJsonObject profileJson(const Profiles::Profile &profile, const Profiles::ProfileStore &store)
{
    QJsonObject object = Profiles::toJson(profile);
    object.insert(u"account"_s, accountName(profile, store));
    return object;
}

QString profileText(const Profiles::Profile &profile, const Profiles::ProfileStore &store)
{
    const QString options = Writeback::optionsText(Runs::requestOf(profile, {}));
    QList<QStringList> rows{{u"Name"_s, profile.name},
                            {u"ID"_s, profile.id},
                            {u"Description"_s, profile.description},
                            {u"Group"_s, profile.group},
                            {u"Account"_s, accountName(profile, store)},
                            {u"DataSet"_s, named(profile.dataSetName, profile.dataSetId)},
                            {u"Spreadsheet"_s, named(profile.spreadsheetName, profile.spreadsheetId)},
                            {u"Sheet"_s, named(profile.sheetPath, profile.sheetId)},
                            {u"Region"_s, profile.region.toString()},
                            {u"Options"_s, Words::optionNames(options)},
                            {u"SQL"_s, profile.query.sql},
                            {u"Period"_s, profile.period},
                            {u"Checks"_s, checksText(profile.guards)},
                            {u"Accepted"_s, acceptedText(profile.guards)},
                            {u"Archived"_s, profile.archived ? u"yes"_s : QString()}};
    rows.removeIf([](const QStringList &row) { return row.last().isEmpty(); });
    return tableText(rows);
}

} // namespace Cli
