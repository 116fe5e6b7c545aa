#include "runs/runrequests.h"

#include "support/profiles.h"

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
        QCOMPARE(request.dataSet()->dataSetId, profile().dataSetId);
        QCOMPARE(request.spreadsheetId, u"a1b2"_s);
        QCOMPARE(request.sheetId, u"c3d4"_s);
        QCOMPARE(request.sheetPath, u"Balance / TB"_s);
        QCOMPARE(request.region, profile().region);
        QVERIFY(!request.dataSet()->columnNames);
        QVERIFY(request.asKept);
        QVERIFY(request.dataSet()->datesAsText);
        QCOMPARE(request.update, profile().update);
        QCOMPARE(request.guards, profile().guards);
        QCOMPARE(request.period, profile().period);
        QCOMPARE(request.dataSet()->shaping, profile().shaping);
        QCOMPARE(request.profileId, u"p1"_s);
        QCOMPARE(request.profileName, u"Balance"_s);
        QCOMPARE(request.target, u"10-K / Balance / TB / A:C"_s);
    }

    void targetWithoutNamesGoesByItsIds()
    {
        Profiles::Profile nameless = profile();
        nameless.spreadsheetName.clear();
        nameless.sheetPath.clear();
        QCOMPARE(Runs::targetText(nameless), u"a1b2 / c3d4 / A:C"_s);
    }

    void entryIsOfTheSheetThatTheRunWouldHaveWritten()
    {
        Profiles::Account account;
        account.name = u"Finance"_s;
        account.workivaClientId = u"w"_s;
        account.baseUrlRegion = u"eu"_s;
        const Writeback::JournalEntry entry = Runs::entryOf(profile(), &account);
        QCOMPARE(entry.profileId, u"p1"_s);
        QCOMPARE(entry.account, u"Finance"_s);
        QCOMPARE(entry.clientId, u"w"_s);
        QCOMPARE(entry.sheet.spreadsheetId, u"a1b2"_s);
        QCOMPARE(entry.sheet.sheetId, u"c3d4"_s);
        QVERIFY(entry.sheet.workiva.host().contains("eu"_L1));
        QCOMPARE(entry.region, u"A:C"_s);
        QCOMPARE(entry.kind, Writeback::RunKind::Writeback);
    }

    void entryTellsTheClientOfAnAccountWithoutAnAddress()
    {
        Profiles::Account account;
        account.workivaClientId = u"w"_s;
        const Writeback::JournalEntry entry = Runs::entryOf(profile(), &account);
        QCOMPARE(entry.clientId, u"w"_s);
        QVERIFY(entry.sheet.workiva.isEmpty());
    }

    void entryWithoutAnAccountKnowsNoService() { QVERIFY(Runs::entryOf(profile(), nullptr).sheet.workiva.isEmpty()); }

private:
    static Profiles::Profile profile()
    {
        Profiles::Profile profile = Support::profile(u"Balance"_s, u"p1"_s);
        profile.columnNames = false;
        profile.asKept = true;
        profile.datesAsText = true;
        profile.period = u"2026-05"_s;
        profile.shaping = {.columns = {{.name = u"Account"_s}}, .isChoice = true};
        profile.guards.levels[Sheet::Guard::RowsFell] = Sheet::GuardLevel::Stop;
        profile.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}};
        return profile;
    }
};

QTEST_GUILESS_MAIN(TestRunRequests)
#include "tst_runrequests.moc"
