#include "setup/sheetglance.h"
#include "setup/sandboxlogin.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Catalogue;
using Setup::SheetGlance;
using Setup::SheetPlace;
using Sheet::Rectangle;
using State = Setup::Search::State;
using Support::loginsOf;
using Support::SandboxProcess;

class TestSheetGlance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void areasAreRead()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        const QDateTime before = QDateTime::currentDateTimeUtc();
        glance.look(filing(m_sandbox), {{0, 0, 3, 3}, {4, 1, 2, 2}});
        QVERIFY(!glance.cells());
        QTRY_COMPARE(glance.state(), State::Found);
        QVERIFY(glance.readAt() >= before && glance.readAt() <= QDateTime::currentDateTimeUtc());
        QVERIFY(glance.cells()->isRead({2, 2}));
        QVERIFY(glance.cells()->isRead({5, 2}));
        QVERIFY(!glance.cells()->isRead({3, 1})); // between them
        bool isFilled = false;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column)
                isFilled = isFilled || !glance.cells()->text({row, column}).isEmpty();
        }
        QVERIFY(isFilled);
    }

    void everyLetterOfARegionIsNoRequest()
    {
        const SandboxProcess sandbox;
        Catalogue catalogue(loginsOf(sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        for (const int row : {0, 1, 2, 3})
            glance.look(filing(sandbox), {{row, 0, 3, 3}});
        QTRY_COMPARE(glance.state(), State::Found);
        QVERIFY(glance.cells()->isRead({5, 0}));
        QVERIFY(!glance.cells()->isRead({2, 0}));
        glance.look(filing(sandbox), {{3, 0, 3, 3}}); // the same again
        QCOMPARE(glance.state(), State::Found);
        QCOMPARE(sandbox.requests(u"getValuesByRange"_s), 1);
    }

    void lateAnswerIsIgnored()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@getValuesByRange"_s});
        Catalogue catalogue(loginsOf(sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        glance.look(filing(sandbox), {{0, 0, 1, 1}, {1, 0, 1, 1}});
        QTRY_COMPARE(sandbox.requests(u"getValuesByRange"_s), 1);
        glance.look(filing(sandbox), {{7, 0, 1, 1}});
        QTRY_COMPARE(glance.state(), State::Found);
        QVERIFY(glance.cells()->isRead({7, 0}));
        QVERIFY(!glance.cells()->isRead({0, 0}));
    }

    void stoppedReadingCanBeRetried()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@getValuesByRange"_s});
        Catalogue catalogue(loginsOf(sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        glance.look(filing(sandbox), {{0, 0, 1, 1}, {1, 0, 1, 1}});
        QTRY_COMPARE(sandbox.requests(u"getValuesByRange"_s), 1);
        glance.stop();
        QCOMPARE(glance.state(), State::Stopped);
        QVERIFY(!glance.cells());
        glance.again();
        QTRY_COMPARE(glance.state(), State::Found);
        QVERIFY(glance.cells()->isRead({1, 0}));
        QCOMPARE(sandbox.requests(u"getValuesByRange"_s), 3);
    }

    void areaThatIsRejectedIsLeftOut()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"404@getValuesByRange#2"_s});
        Catalogue catalogue(loginsOf(sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        glance.look(filing(sandbox), {{0, 0, 1, 1}, {1, 0, 1, 1}, {2, 0, 1, 1}});
        QTRY_COMPARE(glance.state(), State::Found);
        QVERIFY(glance.cells()->isRead({0, 0}));
        QVERIFY(!glance.cells()->isRead({1, 0}));
        QVERIFY(glance.cells()->isRead({2, 0}));
    }

    void errorEndsTheReading_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Core::ErrorKind>("kind");
        QTest::newRow("every area rejected") << u"404@getValuesByRange#*"_s << Core::ErrorKind::NotFound;
        QTest::newRow("no access") << u"403@getValuesByRange#2"_s << Core::ErrorKind::NoAccess;
        QTest::newRow("no JSON") << u"malformed@getValuesByRange#1"_s << Core::ErrorKind::BadReply;
    }
    void errorEndsTheReading()
    {
        QFETCH(QString, fault);
        QFETCH(Core::ErrorKind, kind);
        const SandboxProcess sandbox({u"--fault"_s, fault});
        Catalogue catalogue(loginsOf(sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        glance.look(filing(sandbox), {{0, 0, 1, 1}, {1, 0, 1, 1}});
        QTRY_COMPARE(glance.state(), State::Failed);
        QCOMPARE(glance.error()->kind, kind);
        QVERIFY(!glance.cells());
    }

    void otherAccountStartsAnew()
    {
        Catalogue catalogue(loginsOf(m_sandbox));
        Catalogue another(loginsOf(m_sandbox));
        SheetGlance glance;
        glance.setCatalogue(&catalogue);
        glance.look(filing(m_sandbox), {{0, 0, 1, 1}});
        QTRY_COMPARE(glance.state(), State::Found);
        glance.setCatalogue(&another);
        QVERIFY(!glance.cells());
        glance.look(filing(m_sandbox), {{0, 0, 1, 1}});
        QTRY_COMPARE(glance.state(), State::Found);
    }

private:
    SandboxProcess m_sandbox;

    static SheetPlace filing(const SandboxProcess &sandbox)
    {
        return {sandbox.spreadsheetId(u"Quarterly Filing"_s),
                sandbox.sheetId(u"Quarterly Filing"_s, u"Statements/Income Statement"_s)};
    }
};

QTEST_GUILESS_MAIN(TestSheetGlance)
#include "tst_sheetglance.moc"
