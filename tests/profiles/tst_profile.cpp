#include "profiles/profile.h"
#include "profiles/records.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomProfilesComeBackIdentical();
    void unknownFieldsAreKept();
    void whatMayBeMissingHasADefault();
    void whatIsMissingOrOfAnotherTypeIsRefused_data();
    void whatIsMissingOrOfAnotherTypeIsRefused();
};

void TestProfile::randomProfilesComeBackIdentical()
{
    QRandomGenerator random(20262);
    for (int i = 0; i < 500; ++i) {
        const Profile profile = Records::randomProfile(random);
        const auto back = profileFromJson(toJson(profile));
        QVERIFY(back);
        QCOMPARE(*back, profile);
    }
}

void TestProfile::unknownFieldsAreKept()
{
    QJsonObject json = toJson(Records::profile());
    json.insert(u"later"_s, QJsonArray{1, u"two"_s, QJsonValue()});
    const auto profile = profileFromJson(json);
    QVERIFY(profile);
    QCOMPARE(toJson(*profile), json);
}

void TestProfile::whatMayBeMissingHasADefault()
{
    QJsonObject json = toJson(Records::profile());
    for (const char *field : {"description", "accountId", "dataSetName", "spreadsheetName", "sheetPath", "columnNames",
                              "asKept", "datesAsText"})
        json.remove(QLatin1String(field));
    const auto profile = profileFromJson(json);
    QVERIFY(profile);
    QCOMPARE(profile->accountId, QString());
    QCOMPARE(profile->sheetPath, QString());
    QCOMPARE(profile->columnNames, true);
    QCOMPARE(profile->asKept, false);
    QCOMPARE(profile->datesAsText, false);
}

void TestProfile::whatIsMissingOrOfAnotherTypeIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Core::ErrorKind>("kind");
    const QJsonValue missing(QJsonValue::Undefined);
    for (const char *field : {"id", "name", "dataSetId", "spreadsheetId", "sheetId", "region", "updateMethod"}) {
        QTest::addRow("no %s", field) << QString::fromLatin1(field) << missing << Core::ErrorKind::BadReply;
        QTest::addRow("%s number", field) << QString::fromLatin1(field) << QJsonValue(7) << Core::ErrorKind::BadReply;
    }
    for (const char *field : {"description", "accountId", "dataSetName", "spreadsheetName", "sheetPath", "columnNames",
                              "asKept", "datesAsText"})
        QTest::addRow("%s list", field) << QString::fromLatin1(field) << QJsonValue(QJsonArray())
                                        << Core::ErrorKind::BadReply;
    QTest::newRow("method unknown") << u"updateMethod"_s << QJsonValue(u"guess"_s) << Core::ErrorKind::BadReply;
    QTest::newRow("region wrong") << u"region"_s << QJsonValue(u"A0"_s) << Core::ErrorKind::InvalidRegion;
}

void TestProfile::whatIsMissingOrOfAnotherTypeIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(Core::ErrorKind, kind);
    QJsonObject json = toJson(Records::profile());
    json.insert(field, value); // undefined removes it
    const auto profile = profileFromJson(json);
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, kind);
    if (kind == Core::ErrorKind::BadReply)
        QCOMPARE(profile.error().subject, field);
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
