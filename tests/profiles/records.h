#pragma once

#include "profiles/account.h"
#include "support/profiles.h"
#include "support/schedules.h"

#include <QRandomGenerator>

// Accounts for tests, and random accounts and profiles with values that are difficult for JSON and file names.
namespace Support {

using namespace Qt::StringLiterals;

[[nodiscard]] inline Profiles::Account account(const QString &name = u"Finance"_s)
{
    return {.id = Profiles::newId(),
            .name = name,
            .domoClientId = u"domo-client"_s,
            .workivaClientId = u"workiva-client"_s,
            .baseUrlRegion = u"eu"_s,
            .domoUrl = {},
            .workivaUrl = {},
            .unknown = {}};
}

[[nodiscard]] inline QString randomText(QRandomGenerator &random)
{
    static const QString alphabet = u"aZ09 \"\\/{}[]:,.-_%$\t\n\r\u0001\u007fäß€中\u202e\ufeff😀"_s;
    static const QList<uint> letters = alphabet.toUcs4();
    QString text;
    for (int left = random.bounded(40); left > 0; --left) {
        const char32_t letter = letters[random.bounded(int(letters.size()))];
        text += QString::fromUcs4(&letter, 1);
    }
    return text;
}

[[nodiscard]] inline QJsonObject randomUnknown(QRandomGenerator &random)
{
    QJsonObject unknown;
    for (int left = random.bounded(4); left > 0; --left) {
        const QString name = u"later "_s + randomText(random);
        switch (random.bounded(4)) {
        case 0: unknown.insert(name, randomText(random)); break;
        case 1: unknown.insert(name, random.generateDouble()); break;
        case 2: unknown.insert(name, QJsonValue::Null); break;
        default: unknown.insert(name, QJsonObject{{randomText(random), qint64(random.generate64() >> 1)}});
        }
    }
    return unknown;
}

[[nodiscard]] inline Sheet::Region randomRegion(QRandomGenerator &random)
{
    const Sheet::Address anchor = {random.bounded(Sheet::maxRows), random.bounded(Sheet::maxColumns)};
    std::optional<int> lastRow;
    std::optional<int> lastColumn;
    if (random.bounded(2))
        lastRow = random.bounded(anchor.row, Sheet::maxRows);
    if (random.bounded(2))
        lastColumn = random.bounded(anchor.column, Sheet::maxColumns);
    return Sheet::Region(anchor, lastRow, lastColumn);
}

[[nodiscard]] inline Profiles::Account randomAccount(QRandomGenerator &random)
{
    Profiles::Account account;
    account.id = Profiles::newId();
    account.name = randomText(random);
    account.domoClientId = randomText(random);
    account.workivaClientId = randomText(random);
    account.baseUrlRegion = Profiles::baseUrlRegions()[random.bounded(int(Profiles::baseUrlRegions().size()))];
    if (random.bounded(2)) {
        account.domoUrl = QUrl(u"http://127.0.0.1:%1/a%20b?c=%2"_s.arg(random.bounded(65536)));
        account.workivaUrl = QUrl(u"https://bücher.example/%C3%A4"_s);
    }
    account.domoInstance = randomText(random);
    account.unknown = randomUnknown(random);
    return account;
}

[[nodiscard]] inline Sheet::NullRule randomNulls(QRandomGenerator &random)
{
    const auto kind = Sheet::NullRule::Kind(random.bounded(3));
    return {kind, kind == Sheet::NullRule::Kind::Word ? randomText(random) : QString()};
}

[[nodiscard]] inline Sheet::Shaping randomShaping(QRandomGenerator &random)
{
    Sheet::Shaping shaping{.isChoice = random.bounded(2) > 0, .nulls = randomNulls(random)};
    for (int count = random.bounded(4); count > 0; --count) {
        Sheet::ColumnRule rule{.name = randomText(random), .as = randomText(random)};
        if (random.bounded(2))
            rule.kind = Sheet::ColumnKind(random.bounded(int(Sheet::lastColumnKind) + 1));
        if (random.bounded(2))
            rule.nulls = randomNulls(random);
        if (random.bounded(2))
            rule.decimals = random.bounded(Sheet::maxDecimals + 1);
        rule.isLeftOut = random.bounded(2);
        shaping.columns.append(rule);
    }
    return shaping;
}

[[nodiscard]] inline Profiles::Profile randomProfile(QRandomGenerator &random)
{
    Profiles::Profile profile;
    profile.id = Profiles::newId();
    for (QString *text :
         {&profile.name, &profile.description, &profile.accountId, &profile.dataSetId, &profile.dataSetName,
          &profile.spreadsheetId, &profile.spreadsheetName, &profile.sheetId, &profile.sheetPath})
        *text = randomText(random);
    profile.group = randomText(random).trimmed();
    profile.region = randomRegion(random);
    profile.query.sql = randomText(random);
    for (int count = random.bounded(3); count > 0; --count)
        profile.query.parameters.insert(randomText(random), randomText(random));
    profile.shaping = randomShaping(random);
    profile.period = QStringList{{}, u"2026"_s, u"2026-06"_s, u"2026-06-30"_s}[random.bounded(4)];
    profile.update.kind = Sheet::UpdateMethod::Kind(random.bounded(4));
    for (QStringList *columns : {&profile.update.keys, &profile.update.partition}) {
        for (int count = random.bounded(3); count > 0; --count)
            columns->append(randomText(random));
    }
    profile.update.keepsOrder = random.bounded(2);
    profile.update.formulas = Sheet::Formulas(random.bounded(int(Sheet::lastFormulas) + 1));
    for (int guard = 0; guard <= int(Sheet::lastGuard); ++guard) {
        const auto which = Sheet::Guard(guard);
        if (random.bounded(2))
            profile.guards.levels[which] = Sheet::GuardLevel(random.bounded(int(Sheet::lastGuardLevel) + 1));
        if (random.bounded(4) == 0)
            profile.guards.thresholds[which] = random.bounded(100'000);
        if (random.bounded(4) == 0)
            profile.guards.accepted.append({which, randomText(random), QDate(2026, 1, 1).addDays(random.bounded(900))});
    }
    profile.schedule = randomSchedule(random);
    profile.columnNames = random.bounded(2);
    profile.asKept = random.bounded(2);
    profile.datesAsText = random.bounded(2);
    profile.archived = random.bounded(2);
    profile.unknown = randomUnknown(random);
    return profile;
}

} // namespace Support
