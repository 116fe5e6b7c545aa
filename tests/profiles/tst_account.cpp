#include "core/laterversion.h"
#include "profiles/account.h"
#include "profiles/records.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;

class TestAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomAccountsComeBackIdentical()
    {
        QRandomGenerator random(20261);
        for (int i = 0; i < 500; ++i) {
            const Account account = Support::randomAccount(random);
            const auto back = accountFromJson(toJson(account));
            QVERIFY(back);
            QCOMPARE(*back, account);
        }
    }

    void unknownFieldsAreKept()
    {
        QJsonObject json = toJson(Support::account());
        json.insert(u"later"_s, QJsonObject{{u"deep"_s, 1.5}});
        const auto account = accountFromJson(json);
        QVERIFY(account);
        QCOMPARE(toJson(*account), json);
    }

    void userAndPasswordOfAnAddressAreNotStored()
    {
        Account account = Support::account();
        account.domoUrl = QUrl(u"https://user:pass-1@host.example/api"_s);
        account.workivaUrl = account.domoUrl;
        const QByteArray stored = QJsonDocument(toJson(account)).toJson();
        QVERIFY(stored.contains("https://host.example/api"));
        QVERIFY(!stored.contains("user"));
        QVERIFY(!stored.contains("pass-1"));
    }

    void missingAndMistypedMembersAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue missing(QJsonValue::Undefined);
        for (const char *field : {"id", "name", "domoClientId", "workivaClientId", "region"}) {
            QTest::addRow("no %s", field) << QString::fromLatin1(field) << missing;
            QTest::addRow("%s null", field) << QString::fromLatin1(field) << QJsonValue();
            QTest::addRow("%s number", field) << QString::fromLatin1(field) << QJsonValue(7);
        }
        QTest::newRow("no address") << u"domoUrl"_s << QJsonValue(u"http://["_s);
        QTest::newRow("address of another type") << u"workivaUrl"_s << QJsonValue(true);
    }
    void missingAndMistypedMembersAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(Support::account());
        json.insert(field, value); // undefined removes it
        const auto account = accountFromJson(json);
        QVERIFY(!account);
        QCOMPARE(account.error().kind, Core::ErrorKind::BadFile);
        QCOMPARE(account.error().subject, u"$."_s + field);
        QVERIFY(!account.error().cause.as<Core::LaterVersion>());
    }

    // And not another region, for which its credentials would not be valid.
    void unknownRegionMeansALaterVersion()
    {
        QJsonObject json = toJson(Support::account());
        for (const QString &region : baseUrlRegions()) {
            json.insert(u"region"_s, region);
            QVERIFY(accountFromJson(json));
        }
        json.insert(u"region"_s, u"ca"_s);
        const auto account = accountFromJson(json);
        QVERIFY(!account);
        QCOMPARE(account.error().kind, Core::ErrorKind::BadFile);
        QCOMPARE(account.error().subject, u"$.region"_s);
        QVERIFY(account.error().cause.as<Core::LaterVersion>());
    }

    void idsAreNeverGivenTwice()
    {
        static const QRegularExpression shape(u"^[0-9a-f]{32}$"_s);
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i) {
            ids.insert(newId());
            QVERIFY(shape.match(newId()).hasMatch());
        }
        QCOMPARE(ids.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
