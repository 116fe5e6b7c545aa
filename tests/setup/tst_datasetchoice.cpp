#include "setup/datasetchoice.h"
#include "setup/sandboxlogin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Catalogue;
using Setup::DataSetChoice;
using Support::loginsOf;
using Support::SandboxProcess;
using Stage = DataSetChoice::Stage;

class TestDataSetChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_catalogue = std::make_unique<Catalogue>(loginsOf(m_sandbox)); }

    void offersAreLoadedBeforeTyping()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QCOMPARE(choice.stage(), Stage::Nothing);
        QTRY_VERIFY(choice.offers().size() > 1);
        QCOMPARE(choice.stage(), Stage::Nothing);
    }

    void offersAreToldApart()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QTRY_VERIFY(choice.offers().size() > 1);
        for (const Setup::Offer &offer : choice.offers()) {
            QVERIFY(!offer.owner.isEmpty());
            QVERIFY(offer.rows);
            QVERIFY(offer.changed.isValid());
        }
    }

    void emptiedFieldOffersTheLatestAgain()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QTRY_VERIFY(choice.offers().size() > 1);
        const QList<Setup::Offer> latest = choice.offers();
        choice.type(u"trial"_s);
        QTRY_COMPARE(choice.offers().size(), 1);
        choice.type({});
        QCOMPARE(choice.offers(), latest);
    }

    void idIsLookedUpAtOnce()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(u' ' + id() + u' ');
        QCOMPARE(choice.stage(), Stage::Asking);
        QVERIFY(!choice.dataSet());
        QTRY_COMPARE(choice.stage(), Stage::Known);
        QCOMPARE(choice.dataSet()->name, u"Trial Balance"_s);
    }

    void uniqueNameIsLookedUp()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        QList<Stage> stages;
        connect(&choice, &DataSetChoice::changed, this, [&] { stages.append(choice.stage()); });
        choice.type(u"trial balance"_s);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        // The user may go on typing at first.
        QCOMPARE(stages, (QList{Stage::Nothing, Stage::Searching, Stage::Asking, Stage::Known}));
        QCOMPARE(choice.dataSet()->id, id());
    }

    void partOfANameIsChosenFrom()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        const QSignalSpy wanted(&choice, &DataSetChoice::choiceWanted);
        choice.type(u"trial"_s);
        QTRY_COMPARE(choice.stage(), Stage::SeveralFound);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(choice.offers().size(), 1);
        choice.choose(choice.offers().first().id);
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void unknownNameIsReported()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(u"no such DataSet"_s);
        QTRY_COMPARE(choice.stage(), Stage::NoneFound);
        choice.type(u"nosuchdataset"_s); // possibly an ID of another form
        QTRY_COMPARE(choice.stage(), Stage::Failed);
        QCOMPARE(choice.error()->kind, Core::ErrorKind::NotFound);
    }

    void invalidIdIsNotLookedUp()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(id().insert(4, QChar(0x200b)));
        QCOMPARE(choice.stage(), Stage::BadText);
        QCOMPARE(choice.error()->kind, Core::ErrorKind::InvalidInput);
        choice.type({});
        QCOMPARE(choice.stage(), Stage::Nothing);
        QVERIFY(!choice.error());
    }

    void outdatedAnswerIsIgnored()
    {
        DataSetChoice choice;
        choice.setCatalogue(m_catalogue.get());
        choice.type(id());
        choice.type(u"x y"_s);
        QTRY_COMPARE(choice.stage(), Stage::NoneFound); // the first answer would have arrived by now
        QVERIFY(!choice.dataSet());
    }

    void hangingRequestCanBeStoppedAndRetried_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Stage>("stage");
        QTest::newRow("search") << u"hang@listDataSets#2"_s << u"trial balance"_s << Stage::Searching;
        QTest::newRow("DataSet") << u"hang@getDataSet"_s << id() << Stage::Asking;
    }
    void hangingRequestCanBeStoppedAndRetried()
    {
        QFETCH(QString, fault);
        QFETCH(QString, text);
        QFETCH(Stage, stage);
        const SandboxProcess sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isUp());
        Catalogue catalogue(loginsOf(sandbox));
        DataSetChoice choice;
        choice.setCatalogue(&catalogue);
        QTRY_VERIFY(!choice.offers().isEmpty());
        const QString call = fault.section(u'@', 1).section(u'#', 0, 0);
        const int before = sandbox.requests(call);
        choice.type(text);
        QTRY_VERIFY(sandbox.requests(call) > before);
        QCOMPARE(choice.stage(), stage);
        choice.stop();
        QCOMPARE(choice.stage(), Stage::Stopped);
        choice.again();
        QCOMPARE(choice.stage(), stage);
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

    void idOfAProfileIsLookedUpOnceThereIsACatalogue()
    {
        DataSetChoice choice;
        choice.load({.id = id(), .name = u"Called so before"_s});
        QCOMPARE(choice.stage(), Stage::Nothing);
        choice.setCatalogue(m_catalogue.get());
        QCOMPARE(choice.stage(), Stage::Asking);
        QTRY_COMPARE(choice.stage(), Stage::Known);
        Catalogue another(loginsOf(m_sandbox)); // with another account
        choice.setCatalogue(&another);
        QCOMPARE(choice.stage(), Stage::Asking);
        QVERIFY(!choice.dataSet());
        QTRY_COMPARE(choice.stage(), Stage::Known);
    }

private:
    SandboxProcess m_sandbox;
    std::unique_ptr<Catalogue> m_catalogue;

    [[nodiscard]] QString id() const { return m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString(); }
};

QTEST_GUILESS_MAIN(TestDataSetChoice)
#include "tst_datasetchoice.moc"
