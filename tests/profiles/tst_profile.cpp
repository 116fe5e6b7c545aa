#include "core/laterversion.h"
#include "profiles/profile.h"
#include "profiles/records.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;

class TestProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomProfilesComeBackIdentical()
    {
        QRandomGenerator random(20262);
        for (int i = 0; i < 500; ++i) {
            const Profile profile = Support::randomProfile(random);
            const auto back = profileFromJson(toJson(profile));
            QVERIFY(back);
            QCOMPARE(*back, profile);
        }
    }

    void unknownFieldsAreKept()
    {
        QJsonObject json = toJson(Support::profile());
        json.insert(u"later"_s, QJsonArray{1, u"two"_s, QJsonValue()});
        const auto profile = profileFromJson(json);
        QVERIFY(profile);
        QCOMPARE(toJson(*profile), json);
    }

    void optionalMembersHaveADefault()
    {
        QJsonObject json = toJson(Support::profile());
        for (const char *field : {"description", "accountId", "dataSetName", "spreadsheetName", "sheetPath",
                                  "columnNames", "asKept", "datesAsText", "group", "archived", "schedule"})
            json.remove(QLatin1String(field));
        const auto profile = profileFromJson(json);
        QVERIFY(profile);
        QCOMPARE(profile->accountId, QString());
        QCOMPARE(profile->sheetPath, QString());
        QCOMPARE(profile->columnNames, true);
        QCOMPARE(profile->asKept, false);
        QCOMPARE(profile->datesAsText, false);
        QCOMPARE(profile->group, QString());
        QCOMPARE(profile->archived, false);
        QVERIFY(profile->schedule == Schedule());
    }

    void groupIsTrimmed()
    {
        QJsonObject json = toJson(Support::profile());
        json.insert(u"group"_s, u" 10-K 2026\n"_s);
        QCOMPARE(profileFromJson(json)->group, u"10-K 2026"_s);
    }

    void missingAndMistypedMembersAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<Core::ErrorKind>("kind");
        const QJsonValue missing(QJsonValue::Undefined);
        for (const char *field :
             {"id", "name", "dataSetId", "spreadsheetId", "sheetId", "region", "updateMethod", "keyColumns",
              "partitionColumns", "keepOrder", "formulas", "guards", "sql", "parameters", "columns", "period"}) {
            QTest::addRow("no %s", field) << QString::fromLatin1(field) << missing << Core::ErrorKind::BadFile;
            QTest::addRow("%s number", field)
                << QString::fromLatin1(field) << QJsonValue(7) << Core::ErrorKind::BadFile;
        }
        for (const char *field : {"description", "accountId", "dataSetName", "spreadsheetName", "sheetPath",
                                  "columnNames", "asKept", "datesAsText", "group", "archived", "schedule"})
            QTest::addRow("%s list", field)
                << QString::fromLatin1(field) << QJsonValue(QJsonArray()) << Core::ErrorKind::BadFile;
        QTest::newRow("region wrong") << u"region"_s << QJsonValue(u"A0"_s) << Core::ErrorKind::InvalidRegion;
    }
    void missingAndMistypedMembersAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(Core::ErrorKind, kind);
        QJsonObject json = toJson(Support::profile());
        json.insert(field, value); // undefined removes it
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, kind);
        QVERIFY(!profile.error().cause.as<Core::LaterVersion>());
        if (kind == Core::ErrorKind::BadFile)
            QCOMPARE(profile.error().subject, u"$."_s + field);
    }

    void unknownUpdateMeansALaterVersion_data()
    {
        QTest::addColumn<QString>("member");
        QTest::newRow("update method") << u"updateMethod"_s;
        QTest::newRow("formulas") << u"formulas"_s;
    }
    // Whatever else the document contains or lacks.
    void unknownUpdateMeansALaterVersion()
    {
        QFETCH(const QString, member);
        QJsonObject json = toJson(Support::profile());
        json.insert(member, u"guess"_s);
        json.remove(u"sheetId"_s);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Core::ErrorKind::BadFile);
        QCOMPARE(profile.error().subject, u"$."_s + member);
        QVERIFY(profile.error().cause.as<Core::LaterVersion>());
    }

    void unknownRuleForAColumnMeansALaterVersion_data()
    {
        QTest::addColumn<QJsonObject>("columns");
        const auto columns = [](const QString &nulls, const QJsonObject &rule) {
            return QJsonObject{{u"onlyThese"_s, true}, {u"nulls"_s, nulls}, {u"columns"_s, QJsonArray{rule}}};
        };
        QTest::newRow("nulls") << columns(u"guess"_s, {{u"name"_s, u"Debit"_s}});
        QTest::newRow("nulls of a column") << columns(u"clear"_s, {{u"name"_s, u"Debit"_s}, {u"nulls"_s, u"guess"_s}});
        QTest::newRow("type") << columns(u"clear"_s, {{u"name"_s, u"Debit"_s}, {u"type"_s, u"colour"_s}});
    }
    void unknownRuleForAColumnMeansALaterVersion()
    {
        QFETCH(const QJsonObject, columns);
        QJsonObject json = toJson(Support::profile());
        json.insert(u"columns"_s, columns);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(profile.error().subject.startsWith("$.columns."_L1));
        QVERIFY(profile.error().cause.as<Core::LaterVersion>());
    }

    void valuesThatNothingCanMeanAreRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto rounded = [](const QJsonValue &decimals) {
            return QJsonObject{{u"onlyThese"_s, false},
                               {u"nulls"_s, u"clear"_s},
                               {u"columns"_s, QJsonArray{QJsonObject{{u"name"_s, u"a"_s}, {u"decimals"_s, decimals}}}}};
        };
        QTest::newRow("decimals below zero") << u"columns"_s << QJsonValue(rounded(-1));
        QTest::newRow("more decimals than a sheet has") << u"columns"_s << QJsonValue(rounded(16));
        QTest::newRow("decimals as text") << u"columns"_s << QJsonValue(rounded(u"2"_s));
        QTest::newRow("no period") << u"period"_s << QJsonValue(u"May"_s);
    }
    void valuesThatNothingCanMeanAreRefused()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject json = toJson(Support::profile());
        json.insert(member, value);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(profile.error().subject.startsWith(u"$."_s + member));
        QVERIFY(!profile.error().cause.as<Core::LaterVersion>());
    }

    void unknownCheckOrLevelMeansALaterVersion_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QJsonObject>("item");
        QTest::newRow("check") << u"levels"_s << QJsonObject{{u"guard"_s, u"moon-phase"_s}, {u"level"_s, u"stop"_s}};
        QTest::newRow("level") << u"levels"_s << QJsonObject{{u"guard"_s, u"rows-fell"_s}, {u"level"_s, u"sing"_s}};
        QTest::newRow("limit of a check")
            << u"thresholds"_s << QJsonObject{{u"guard"_s, u"moon-phase"_s}, {u"threshold"_s, 1}};
        QTest::newRow("accepted check") << u"accepted"_s
                                        << QJsonObject{{u"guard"_s, u"moon-phase"_s},
                                                       {u"reason"_s, u"why"_s},
                                                       {u"until"_s, u"2027-01-31"_s}};
    }
    void unknownCheckOrLevelMeansALaterVersion()
    {
        QFETCH(const QString, list);
        QFETCH(const QJsonObject, item);
        QJsonObject json = toJson(Support::profile());
        QJsonObject guards = json["guards"_L1].toObject();
        guards.insert(list, QJsonArray{item});
        json.insert(u"guards"_s, guards);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QVERIFY(profile.error().cause.as<Core::LaterVersion>());
    }

    void acceptanceNeedsADate()
    {
        QJsonObject json = toJson(Support::profile());
        QJsonObject guards = json["guards"_L1].toObject();
        guards.insert(u"accepted"_s,
                      QJsonArray{QJsonObject{
                          {u"guard"_s, u"rows-fell"_s}, {u"reason"_s, u"why"_s}, {u"until"_s, u"2027-02-30"_s}}});
        json.insert(u"guards"_s, guards);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(!profile.error().cause.as<Core::LaterVersion>());
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
