#include "runs/runrequests.h"

#include <QTest>

class TestRunRequests final : public QObject
{
    Q_OBJECT

private:
    static Profiles::Profile profile()
    {
        Profiles::Profile profile;
        profile.id = QStringLiteral("p1");
        profile.name = QStringLiteral("Balance");
        profile.dataSetId = QStringLiteral("data");
        profile.spreadsheetId = QStringLiteral("a1b2");
        profile.spreadsheetName = QStringLiteral("Filing");
        profile.sheetId = QStringLiteral("c3d4");
        profile.sheetPath = QStringLiteral("Notes / Balance");
        profile.region = *Sheet::Region::parse(QStringLiteral("B3:"));
        profile.columnNames = false;
        profile.asKept = true;
        profile.datesAsText = true;
        return profile;
    }

private Q_SLOTS:
    void requestSaysWhoWhatAndWhere()
    {
        const Setup::Login login{.domoUrl = QUrl(QStringLiteral("https://api.domo.com")),
                                 .domoClientId = QStringLiteral("d"),
                                 .domoClientSecret = QStringLiteral("ds"),
                                 .workivaUrl = QUrl(QStringLiteral("https://api.app.wdesk.com")),
                                 .workivaClientId = QStringLiteral("w"),
                                 .workivaClientSecret = QStringLiteral("ws")};
        const Writeback::RunRequest request = Runs::requestOf(profile(), login);
        QCOMPARE(request.domo.baseUrl, login.domoUrl);
        QCOMPARE(request.domo.clientSecret, login.domoClientSecret);
        QCOMPARE(request.workiva.baseUrl, login.workivaUrl);
        QCOMPARE(request.workiva.clientSecret, login.workivaClientSecret);
        QCOMPARE(request.dataSetId, QStringLiteral("data"));
        QCOMPARE(request.spreadsheetId, QStringLiteral("a1b2"));
        QCOMPARE(request.sheetId, QStringLiteral("c3d4"));
        QCOMPARE(request.sheetPath, QStringLiteral("Notes / Balance"));
        QCOMPARE(request.region, profile().region);
        QVERIFY(!request.columnNames);
        QVERIFY(request.asKept);
        QVERIFY(request.datesAsText);
        QCOMPARE(request.profileId, QStringLiteral("p1"));
        QCOMPARE(request.profileName, QStringLiteral("Balance"));
        QCOMPARE(request.target, QStringLiteral("Filing / Notes / Balance / B3:"));
    }

    void entryIsOfTheSheetThatTheRunWouldHaveWritten()
    {
        Profiles::Account account;
        account.region = QStringLiteral("eu");
        const Writeback::JournalEntry entry = Runs::entryOf(profile(), &account);
        QCOMPARE(entry.profileId, QStringLiteral("p1"));
        QCOMPARE(entry.sheet.spreadsheetId, QStringLiteral("a1b2"));
        QCOMPARE(entry.sheet.sheetId, QStringLiteral("c3d4"));
        QVERIFY(entry.sheet.workiva.host().contains(QLatin1String("eu")));
        QCOMPARE(entry.region, QStringLiteral("B3:"));
        QVERIFY(!entry.isCheck);
    }

    void entryWithoutAnAccountKnowsNoService() { QVERIFY(Runs::entryOf(profile(), nullptr).sheet.workiva.isEmpty()); }
};

QTEST_GUILESS_MAIN(TestRunRequests)
#include "tst_runrequests.moc"
