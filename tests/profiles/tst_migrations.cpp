#include "profiles/migrations.h"

#include "core/laterversion.h"
#include "profiles/account.h"
#include "profiles/jsonfile.h"
#include "profiles/profile.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using namespace Profiles;

namespace {

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject firstStep(QJsonObject document)
{
    document.insert(u"b"_s, document.take(u"a"_s));
    return document;
}

QJsonObject secondStep(QJsonObject document)
{
    document.insert(u"c"_s, document.take(u"b"_s));
    return document;
}

constexpr std::array<Migration, 2> steps{firstStep, secondStep};

// As stored by that version of the program. These documents never change.
QJsonObject stored(const QString &kind, int version)
{
    const QString path = QFINDTESTDATA("stored") + u"/%1-%2.json"_s.arg(kind, QString::number(version));
    return readJsonFile(path).value_or(QJsonObject());
}

const QJsonObject unknown{{u"note"_s, u"of a later version"_s}};

Account expectedAccount()
{
    return {.id = u"0123456789abcdef0123456789abcdef"_s,
            .name = u"Finance"_s,
            .domoClientId = u"domo-client"_s,
            .workivaClientId = u"workiva-client"_s,
            .baseUrlRegion = u"custom"_s,
            .domoUrl = QUrl(u"https://domo.example/api"_s),
            .workivaUrl = QUrl(u"https://workiva.example"_s),
            .domoInstance = u"acme"_s,
            .unknown = unknown};
}

Profile expectedProfile(int version)
{
    Profile profile;
    profile.id = u"fedcba9876543210fedcba9876543210"_s;
    profile.name = u"Trial balance"_s;
    profile.description = u"Every month"_s;
    profile.accountId = u"0123456789abcdef0123456789abcdef"_s;
    profile.dataSetId = u"7d9f0a3e-0000-4000-8000-000000000001"_s;
    profile.dataSetName = u"TB 2026"_s;
    profile.spreadsheetId = u"a1b2"_s;
    profile.spreadsheetName = u"10-K"_s;
    profile.sheetId = u"c3d4"_s;
    profile.sheetPath = u"Balance / TB"_s;
    profile.region = Sheet::Region::parse(u"B3:F"_s).value();
    if (version > 1)
        profile.update = {.kind = Sheet::UpdateMethod::Kind::Upsert,
                          .keys = {u"Entity"_s, u"Account"_s},
                          .formulas = Sheet::Formulas::Keep};
    if (version > 1)
        profile.guards = {.levels = {{Sheet::Guard::RowsFell, Sheet::GuardLevel::Stop}},
                          .thresholds = {{Sheet::Guard::RowsFell, 250}},
                          .accepted = {{Sheet::Guard::RowsFell, u"a unit was sold"_s, QDate(2027, 1, 31)}}};
    if (version > 2) {
        profile.shaping = {.columns = {{.name = u"Entity"_s},
                                       {.name = u"Account"_s, .as = u"Acct"_s, .kind = Sheet::ColumnKind::Text},
                                       {.name = u"Debit"_s,
                                        .nulls = Sheet::NullRule{Sheet::NullRule::Kind::Word, u"n/a"_s},
                                        .decimals = 2},
                                       {.name = u"Comment"_s, .isLeftOut = true}},
                           .isChoice = true,
                           .nulls = {.kind = Sheet::NullRule::Kind::Keep}};
        profile.query = {.sql = u"SELECT * FROM table WHERE `Entity` = '{{entity}}'"_s,
                         .parameters = {{u"entity"_s, u"North"_s}}};
        profile.period = u"2026-05"_s;
    }
    profile.columnNames = false;
    profile.asKept = true;
    profile.datesAsText = true;
    profile.unknown = unknown;
    return profile;
}

} // namespace

class TestMigrations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedAccountOfEveryVersionIsRead()
    {
        for (int version = 1; version <= currentVersion(accountMigrations()); ++version) {
            const QJsonObject document = stored(u"account"_s, version);
            QCOMPARE(document[schemaVersionKey].toInt(), version);
            const auto account = accountFromJson(document);
            QVERIFY(account);
            QCOMPARE(*account, expectedAccount());
        }
    }

    void storedProfileOfEveryVersionIsRead()
    {
        for (int version = 1; version <= currentVersion(profileMigrations()); ++version) {
            const QJsonObject document = stored(u"profile"_s, version);
            QCOMPARE(document[schemaVersionKey].toInt(), version);
            const auto profile = profileFromJson(document);
            QVERIFY(profile);
            QCOMPARE(*profile, expectedProfile(version));
        }
    }

    void whatIsSavedIsOfTheCurrentVersion()
    {
        QCOMPARE(toJson(expectedAccount())[schemaVersionKey].toInt(), currentVersion(accountMigrations()));
        const int current = currentVersion(profileMigrations());
        QCOMPARE(toJson(expectedProfile(current)), stored(u"profile"_s, current));
    }

    void documentGoesThroughTheStepsThatItLacks_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("key");
        QTest::newRow("from the first") << 1 << u"a"_s;
        QTest::newRow("from the second") << 2 << u"b"_s;
        QTest::newRow("current") << 3 << u"c"_s;
    }
    void documentGoesThroughTheStepsThatItLacks()
    {
        QFETCH(const int, version);
        QFETCH(const QString, key);
        const auto current = migrated({{schemaVersionKey, version}, {key, u"x"_s}, {u"other"_s, true}}, steps);
        QVERIFY(current);
        QCOMPARE(*current, (QJsonObject{{schemaVersionKey, 3}, {u"c"_s, u"x"_s}, {u"other"_s, true}}));
    }

    void laterVersionIsReported()
    {
        const auto later = migrated({{schemaVersionKey, 4}}, steps);
        QVERIFY(!later);
        QCOMPARE(later.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(later.error().cause.as<Core::LaterVersion>());
    }

    void documentWithoutAVersionIsRefused_data()
    {
        QTest::addColumn<QJsonValue>("version");
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("null") << QJsonValue();
        QTest::newRow("zero") << QJsonValue(0);
        QTest::newRow("below zero") << QJsonValue(-1);
        QTest::newRow("text") << QJsonValue(u"1"_s);
        QTest::newRow("a fraction") << QJsonValue(1.5);
        QTest::newRow("larger than a number of versions") << QJsonValue(1e300);
    }
    void documentWithoutAVersionIsRefused()
    {
        QFETCH(const QJsonValue, version);
        const auto none = migrated(with({}, schemaVersionKey, version), steps);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Core::ErrorKind::BadFile);
        QCOMPARE(none.error().subject, u"$.schemaVersion"_s);
        QVERIFY(!none.error().cause.as<Core::LaterVersion>());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
