#include "runs/runrequests.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRunRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestSaysWhoWhatAndWhere()
    {
        const Setup::Logins login{.domo = {QUrl(u"https://api.domo.com"_s), u"d"_s, Core::Secret(u"ds"_s)},
                                  .workiva = {QUrl(u"https://api.app.wdesk.com"_s), u"w"_s, Core::Secret(u"ws"_s)}};
        const Writeback::RunRequest request = Runs::requestOf(profile(), login);
        QVERIFY(request.dataSet()->domo == login.domo);
        QVERIFY(request.workiva == login.workiva);
        QCOMPARE(request.dataSet()->dataSetId, u"data"_s);
        QCOMPARE(request.spreadsheetId, u"a1b2"_s);
        QCOMPARE(request.sheetId, u"c3d4"_s);
        QCOMPARE(request.sheetPath, u"Notes / Balance"_s);
        QCOMPARE(request.region, profile().region);
        QVERIFY(!request.dataSet()->columnNames);
        QVERIFY(request.asKept);
        QVERIFY(request.dataSet()->datesAsText);
        QCOMPARE(request.profileId, u"p1"_s);
        QCOMPARE(request.profileName, u"Balance"_s);
        QCOMPARE(request.target, u"Filing / Notes / Balance / B3:"_s);
    }

    void entryIsOfTheSheetThatTheRunWouldHaveWritten()
    {
        Profiles::Account account;
        account.baseUrlRegion = u"eu"_s;
        const Writeback::JournalEntry entry = Runs::entryOf(profile(), &account);
        QCOMPARE(entry.profileId, u"p1"_s);
        QCOMPARE(entry.sheet.spreadsheetId, u"a1b2"_s);
        QCOMPARE(entry.sheet.sheetId, u"c3d4"_s);
        QVERIFY(entry.sheet.workiva.host().contains("eu"_L1));
        QCOMPARE(entry.region, u"B3:"_s);
        QVERIFY(!entry.isCheck);
    }

    void entryWithoutAnAccountKnowsNoService() { QVERIFY(Runs::entryOf(profile(), nullptr).sheet.workiva.isEmpty()); }

private:
    static Profiles::Profile profile()
    {
        Profiles::Profile profile;
        profile.id = u"p1"_s;
        profile.name = u"Balance"_s;
        profile.dataSetId = u"data"_s;
        profile.spreadsheetId = u"a1b2"_s;
        profile.spreadsheetName = u"Filing"_s;
        profile.sheetId = u"c3d4"_s;
        profile.sheetPath = u"Notes / Balance"_s;
        profile.region = *Sheet::Region::parse(u"B3:"_s);
        profile.columnNames = false;
        profile.asKept = true;
        profile.datesAsText = true;
        return profile;
    }
};

QTEST_GUILESS_MAIN(TestRunRequests)
#include "tst_runrequests.moc"
