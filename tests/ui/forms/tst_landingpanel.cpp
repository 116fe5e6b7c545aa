#include "ui/forms/landingpanel.h"

#include "ui/controls.h"
#include "ui/interaction.h"
#include "ui/look/banner.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::LandingPanel;
using State = Setup::Search::State;

class TestLandingPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void withoutAReadingItIsSchematic()
    {
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        QVERIFY(!picture(panel)->isVisible()); // nothing is chosen
        panel.show(landing(u"B3:"_s, 1200, 10), u"Trial Balance"_s);
        QVERIFY(picture(panel)->isVisible());
        QVERIFY(!shown(panel, "landingInfo").isEmpty()); // that it is
        QVERIFY(says(panel, u"B3:K1203"_s));
        QVERIFY(says(panel, u"1,201 × 10"_s));
    }

    void countOfClearedCellsNeedsAReadingOfAllOfThem_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("count"); // empty: not known
        QTest::addColumn<bool>("offers");
        QTest::newRow("open") << u"A1:"_s << QString() << true;
        QTest::newRow("closed, all of it read") << u"A1:C4"_s << u"4"_s << true; // of A1:C4, A1:A2 is written
        QTest::newRow("exact") << u"A1:A2"_s << QString() << false;
    }
    void countOfClearedCellsNeedsAReadingOfAllOfThem()
    {
        QFETCH(QString, region);
        QFETCH(QString, count);
        QFETCH(bool, offers);
        Setup::Catalogue catalogue(
            *Setup::loginsOf(accountOf(m_sandbox),
                             {.domo = m_sandbox.domo().secret.text(), .workiva = m_sandbox.workiva().secret.text()}));
        Setup::SheetGlance glance;
        glance.setCatalogue(&catalogue);
        LandingPanel panel(glance);
        panel.show();
        const Setup::Landing one = landing(region, 1, 1);
        glance.look(filing(), one.areas());
        panel.show(one, u"Income Statement"_s);
        const QString schematic = shown(panel, "landingInfo");
        QTRY_COMPARE_WITH_TIMEOUT(glance.state(), State::Found, deadline);
        QVERIFY(shown(panel, "landingInfo") != schematic);
        const QTime readAt = glance.readAt().toLocalTime().time();
        QVERIFY(shown(panel, "landingInfo").contains(QLocale().toString(readAt, QLocale::ShortFormat)));
        const auto filled = glance.cells()->filled(one.region.bounded(), one.fit->data);
        QCOMPARE(filled.has_value(), !count.isEmpty() || !offers);
        if (!count.isEmpty()) {
            QVERIFY(*filled > 0);
            QVERIFY(says(panel, u": %1."_s.arg(*filled)));
        }
        QCOMPARE(panel.findChild<Ui::Banner *>()->isVisible(), offers);
    }

    void failedReadingCanBeRetried()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"403@getValuesByRange"_s});
        Setup::Catalogue catalogue(*Setup::loginsOf(
            accountOf(sandbox), {.domo = sandbox.domo().secret.text(), .workiva = sandbox.workiva().secret.text()}));
        Setup::SheetGlance glance;
        glance.setCatalogue(&catalogue);
        LandingPanel panel(glance);
        panel.show();
        const Setup::Landing one = landing(u"A1:"_s, 1, 1);
        glance.look(filing(), one.areas());
        panel.show(one, u"Income Statement"_s);
        QTRY_COMPARE_WITH_TIMEOUT(glance.state(), State::Failed, deadline);
        QVERIFY(tone(panel, "landingInfo") == Tone::Warning);
        QVERIFY(pressBeside(panel, "landingInfo"));
        QTRY_COMPARE_WITH_TIMEOUT(glance.state(), State::Found, deadline);
        QVERIFY(tone(panel, "landingInfo") == Tone::Note);
    }

    void regionThatLeavesTheRestAloneIsTaken()
    {
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        panel.show(landing(u"B3:"_s, 1200, 10), u"Trial Balance"_s);
        QSignalSpy wanted(&panel, &LandingPanel::regionWanted);
        auto *use = button(panel, u"Use B3:K1203"_s);
        QVERIFY(use && use->isVisible());
        use->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<Sheet::Region>().toString(), u"B3:K1203"_s);
    }

    void dataThatDoesNotFitIsSaidSo_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("isAtMost");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("too long") << u"B3:K4"_s << false << Tone::Error;
        QTest::newRow("too long, unless row policies hide rows") << u"B3:K4"_s << true << Tone::Warning;
        QTest::newRow("too wide, whatever row policies hide") << u"B3:C4"_s << true << Tone::Error;
    }
    void dataThatDoesNotFitIsSaidSo()
    {
        QFETCH(QString, region);
        QFETCH(bool, isAtMost);
        QFETCH(Tone, tone);
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        Setup::Landing one = landing(region, 1200, 10);
        one.isAtMost = isAtMost;
        panel.show(one, u"Trial Balance"_s);
        QCOMPARE(panel.findChild<Ui::Banner *>()->tone(), tone);
        QVERIFY(button(panel, u"Use B3:K1203"_s)->isVisible());
    }

    void unknownSizeIsSaidSo()
    {
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        panel.show(Setup::landingOf({.id = u"d"_s}, *Sheet::Region::parse(u"B3:"_s), true, {}), u"Trial Balance"_s);
        QVERIFY(!panel.findChild<Ui::Banner *>()->isVisible());
        QVERIFY(!says(panel, u"×"_s));
    }

    // Which has not been read.
    void nothingIsSaidOfRowsThatDependOnTheSheet()
    {
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        const Setup::DataSet dataSet{.id = u"d"_s, .rows = 1200, .columns = 10};
        const auto upsert = Sheet::UpdateMethod::Kind::Upsert;
        panel.show(Setup::landingOf(dataSet, *Sheet::Region::parse(u"B3:"_s), true, upsert), u"Trial Balance"_s);
        QVERIFY(!panel.findChild<Ui::Banner *>()->isVisible());
        QVERIFY(!says(panel, u"×"_s));
        QVERIFY(!says(panel, u"K1203"_s));
        QVERIFY(says(panel, u"preview"_s));
    }

    void pictureIsDescribedForAScreenReader()
    {
        Setup::SheetGlance glance;
        LandingPanel panel(glance);
        panel.show();
        panel.show(landing(u"B3:"_s, 1200, 10), u"Trial Balance"_s);
        QVERIFY(picture(panel)->accessibleDescription().contains(u"1,201 × 10"_s));
        QCOMPARE(nameless(&panel), QStringList());
    }

private:
    SandboxProcess m_sandbox;

    static Setup::Landing landing(const QString &region, qint64 rows, int columns)
    {
        const Domo::DataSet dataSet{.id = u"d"_s, .rows = rows, .columns = columns};
        return Setup::landingOf(dataSet, *Sheet::Region::parse(region), true, {});
    }

    [[nodiscard]] Setup::SheetPlace filing() const
    {
        return {m_sandbox.spreadsheetId(u"Quarterly Filing"_s),
                m_sandbox.sheetId(u"Quarterly Filing"_s, u"Statements/Income Statement"_s)};
    }

    static Ui::SheetPicture *picture(const LandingPanel &panel) { return panel.findChild<Ui::SheetPicture *>(); }

    static bool says(const LandingPanel &panel, const QString &part)
    {
        return std::ranges::any_of(panel.findChildren<QLabel *>(), [&part](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
};

QTEST_MAIN(TestLandingPanel)
#include "tst_landingpanel.moc"
