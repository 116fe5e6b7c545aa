#include "setup/spreadsheetchoice.h"
#include "core/inputfault.h"
#include "setup/sandboxlogin.h"
#include "support/runtoend.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Catalogue;
using Setup::SpreadsheetChoice;
using Support::loginsOf;
using Support::SandboxProcess;
using Stage = SpreadsheetChoice::Stage;

class TestSpreadsheetChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_catalogue = std::make_unique<Catalogue>(loginsOf(m_sandbox)); }

    void idIsLookedUpWithItsSheets()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QSignalSpy listed(&choice, &SpreadsheetChoice::sheetsListed);
        choice.type(id());
        QCOMPARE(choice.stage(), Stage::Asking);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        QCOMPARE(choice.spreadsheet()->name, u"Scratch"_s);
        QCOMPARE(listed.count(), 1);
        QCOMPARE(listed[0][0].value<QList<Setup::SheetInfo>>().first().name, u"Sheet1"_s);
    }

    void latestSpreadsheetIsOfferedFirst()
    {
        const SandboxProcess sandbox;
        const auto offered = [&sandbox] {
            Catalogue catalogue(loginsOf(sandbox));
            SpreadsheetChoice choice;
            choice.setCatalogue(&catalogue);
            const bool isListed = QTest::qWaitFor([&choice] { return choice.offers().size() > 1; });
            return isListed ? choice.offers().first() : Setup::Offer();
        };
        const Setup::Offer before = offered();
        QVERIFY(before.changed.isValid());
        QVERIFY(before.label != "Scratch"_L1);
        QCOMPARE(Support::runToEnd(sandbox.request(u"Trial Balance"_s, u"A1:"_s)).state, Writeback::State::Verified);
        const Setup::Offer after = offered();
        QCOMPARE(after.label, u"Scratch"_s);
        QVERIFY(after.changed > before.changed);
    }

    void addressNamesItsSheet()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QSignalSpy named(&choice, &SpreadsheetChoice::sheetNamed);
        const QString sheetId = m_sandbox.sheetId(u"Scratch"_s, u"Sheet1"_s);
        choice.type(u"https://app.wdesk.com/a/x/spreadsheet/%1/sheet/%2"_s.arg(id(), sheetId));
        QCOMPARE(named.count(), 1);
        QCOMPARE(named[0][0].toString(), sheetId);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        choice.type(id());
        QCOMPARE(named[1][0].toString(), QString());
    }

    void uniqueNameIsLookedUp()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QList<Stage> stages;
        connect(&choice, &SpreadsheetChoice::changed, this, [&] { stages.append(choice.stage()); });
        choice.type(u"scratch"_s);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        QCOMPARE(stages.first(), Stage::Listing);
        QVERIFY(stages.contains(Stage::SeveralFound)); // the user may continue typing
        QCOMPARE(choice.spreadsheet()->id, id());
    }

    void partOfANameIsChosenFrom()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        const QSignalSpy wanted(&choice, &SpreadsheetChoice::choiceWanted);
        choice.type(u"scr"_s);
        QTRY_COMPARE(choice.stage(), Stage::SeveralFound);
        QCOMPARE(wanted.count(), 1);
        choice.choose(id());
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void unknownNameIsReported()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(u"no such spreadsheet"_s);
        QTRY_COMPARE(choice.stage(), Stage::NoneFound);
        choice.type(u"nosuchspreadsheet"_s); // possibly an ID of another form
        QTRY_COMPARE(choice.stage(), Stage::Failed);
        QCOMPARE(choice.error()->kind, Core::ErrorKind::NotFound);
    }

    void outdatedAnswerIsIgnored()
    {
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        const QSignalSpy listed(&choice, &SpreadsheetChoice::sheetsListed);
        choice.type(id());
        const QSignalSpy forgotten(&choice, &SpreadsheetChoice::sheetsForgotten);
        choice.type(u"x y"_s);
        QCOMPARE(forgotten.count(), 1);
        QTRY_COMPARE(choice.stage(), Stage::NoneFound); // the list arrived after the first answers would have
        QVERIFY(!choice.spreadsheet());
        QCOMPARE(listed.count(), 0);
    }

    void hangingRequestCanBeStoppedAndRetried_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Stage>("stage");
        QTest::newRow("list") << u"hang@getSpreadsheets"_s << u"scratch"_s << Stage::Listing;
        QTest::newRow("spreadsheet") << u"hang@getSpreadsheetById"_s << id() << Stage::Asking;
        QTest::newRow("sheets") << u"hang@getSheets"_s << id() << Stage::Asking;
    }
    void hangingRequestCanBeStoppedAndRetried()
    {
        QFETCH(QString, fault);
        QFETCH(QString, text);
        QFETCH(Stage, stage);
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        Catalogue catalogue(loginsOf(sandbox));
        SpreadsheetChoice choice;
        choice.setCatalogue(&catalogue);
        choice.type(text);
        QTRY_COMPARE(sandbox.requests(fault.section(u'@', 1)), 1);
        QCOMPARE(choice.stage(), stage);
        choice.stop();
        QCOMPARE(choice.stage(), Stage::Stopped);
        QVERIFY(!choice.spreadsheet());
        choice.again();
        QCOMPARE(choice.stage(), stage);
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void sheetsThatAreRefusedFailTheSpreadsheet()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"403@getSheets"_s});
        QVERIFY(sandbox.isUp());
        Catalogue catalogue(loginsOf(sandbox));
        SpreadsheetChoice choice;
        choice.setCatalogue(&catalogue);
        choice.type(id());
        QTRY_COMPARE(choice.stage(), Stage::Failed);
        QCOMPARE(choice.error()->kind, Core::ErrorKind::NoAccess);
        choice.again();
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void idOfAProfileIsLookedUpOnceThereIsACatalogue()
    {
        SpreadsheetChoice choice;
        choice.load({.id = id(), .name = u"Called so before"_s});
        QCOMPARE(choice.stage(), Stage::Nothing);
        choice.setCatalogue(m_catalogue.get());
        QCOMPARE(choice.stage(), Stage::Asking);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        Catalogue another(loginsOf(m_sandbox)); // with another account
        choice.setCatalogue(&another);
        QCOMPARE(choice.stage(), Stage::Asking);
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void addressOfAnotherHostThanTheAccountsIsRefused()
    {
        Setup::Logins login = loginsOf(m_sandbox);
        login.workiva.baseUrl = QUrl(u"https://api.eu.wdesk.com"_s);
        const auto european = std::make_unique<Catalogue>(login);
        SpreadsheetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(u"https://app.wdesk.com/a/x/spreadsheet/%1"_s.arg(id()));
        QTRY_COMPARE(choice.stage(), Stage::Known);
        choice.setCatalogue(european.get()); // the account was replaced
        QCOMPARE(choice.stage(), Stage::BadText);
        QVERIFY(choice.error()->cause.as<Core::Contradiction>());
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Catalogue> m_catalogue;

    [[nodiscard]] QString id() const { return m_sandbox.spreadsheetId(u"Scratch"_s); }
};

QTEST_GUILESS_MAIN(TestSpreadsheetChoice)
#include "tst_spreadsheetchoice.moc"
