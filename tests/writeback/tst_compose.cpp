#include "writeback/steps/compose.h"

#include "support/testgrid.h"
#include "writeback/stepstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Support::gridOf;
using Support::isSameCell;
using Support::number;
using Support::text;

// The desired content of the region, and the changes it needs.
class TestCompose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
        run().request.region = *Sheet::Region::parse(u"B2:D4"_s);
        run().source = gridOf({{text("Unit"), text("Heads")}, {text("North"), number("12")}});
    }

    void differencesOfSourceAndRegionAreWhatIsPlanned()
    {
        run().existing = gridOf({{text("Unit"), text("Staff"), text("Left")}, {text("North"), {}, {}}});
        QVERIFY(compose());
        QVERIFY(isSameCell(run().desired.at(0, 1), text("Heads")));
        QCOMPARE(run().changes.changed, 1);
        QCOMPARE(run().changes.added, 1);
        QCOMPARE(run().changes.cleared, 1);
        QCOMPARE(run().changes.unchanged, 2);
        QCOMPARE(run().planned, (std::vector<Sheet::Span>{{0, 1, 2}, {1, 1, 1}}));
        QCOMPARE(run().diff.spans, run().planned);
        QCOMPARE(run().cellsCompared, 9); // all of a closed region
    }

    void dataLiesAtTheTopLeftOfTheRegion()
    {
        QVERIFY(compose());
        QVERIFY(run().fit.kind == Sheet::Fit::Kind::LeavesRest);
        QCOMPARE(Sheet::toA1(run().fit.data), u"B2:C3"_s);
    }

    void dataThatOverflowsEndsNothing() // that is Review's to refuse
    {
        run().request.region = *Sheet::Region::parse(u"B2"_s);
        QVERIFY(compose());
        QVERIFY(run().fit.kind == Sheet::Fit::Kind::Overflows);
    }

    void sourceIsNotKeptBesideTheDesiredGrid()
    {
        QVERIFY(compose());
        QVERIFY(run().source.isEmpty());
        QCOMPARE(run().desired.rows(), 2);
    }

    void replaceIsNotComposedAgainWhenTheRegionIsReadAgain()
    {
        QVERIFY(compose());
        QCOMPARE(run().changes.added, 4);
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("South"), number("12")}});
        QVERIFY(compose());
        QVERIFY(isSameCell(run().desired.at(1, 0), text("North")));
        QCOMPARE(run().changes.added, 0);
        QCOMPARE(run().changes.changed, 1);
        QCOMPARE(run().planned, (std::vector<Sheet::Span>{{1, 0, 0}}));
    }

    void valuesTakeTheFormThatASheetKeepsWhereThatIsAsked_data()
    {
        QTest::addColumn<bool>("asKept");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("asked") << true << QByteArray("a\nb");
        QTest::newRow("not asked") << false << QByteArray("a\r\nb");
    }
    void valuesTakeTheFormThatASheetKeepsWhereThatIsAsked()
    {
        QFETCH(bool, asKept);
        QFETCH(QByteArray, wanted);
        run().request.asKept = asKept;
        run().source = gridOf({{text("a\r\nb")}});
        QVERIFY(compose());
        QVERIFY(isSameCell(run().desired.at(0, 0), text({wanted.constData(), size_t(wanted.size())})));
    }

    void dateInAnotherFormIsAsDesired_data()
    {
        QTest::addColumn<bool>("isDate");
        QTest::addColumn<qint64>("changed");
        QTest::newRow("in a column of dates") << true << qint64(0);
        QTest::newRow("in a column of texts") << false << qint64(1);
    }
    void dateInAnotherFormIsAsDesired()
    {
        QFETCH(bool, isDate);
        run().shaped.columns = {{u"Day"_s, isDate ? Sheet::ColumnType::Date : Sheet::ColumnType::String}};
        run().source = gridOf({{text("2026-01-31")}});
        run().existing = gridOf({{text("2026-01-31T00:00:00")}});
        QVERIFY(compose());
        QTEST(run().changes.changed, "changed");
    }

    void methodThatDependsOnTheSheetIsComposedAgain()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Unit"_s}};
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("South"), number("5")}});
        QVERIFY(compose());
        QVERIFY(isSameCell(run().desired.at(2, 0), text("North")));
        QCOMPARE(run().changes.added, 2);
        QCOMPARE(run().cellsCompared, 9 - run().changes.kept); // what is left alone is compared with nothing
        QVERIFY(run().changes.kept > 0);
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("North"), number("5")}});
        QVERIFY(compose());
        QVERIFY(isSameCell(run().desired.at(1, 1), number("12")));
        QCOMPARE(run().changes.changed, 1);
        QCOMPARE(run().changes.added, 0);
    }

    void totalsAreThoseOfTheSheetAfterTheRun()
    {
        const QList<Domo::Column> schema{{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().shaped.columns = schema;
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("South"), number("5")}});
        QVERIFY(compose());
        const auto facts = [&schema](const char *total) {
            return QList<ColumnFacts>{{.name = schema[0].name, .type = schema[0].type},
                                      {.name = schema[1].name, .type = schema[1].type, .total = QLatin1String(total)}};
        };
        QCOMPARE(run().data.columns, facts("12"));
        init();
        run().shaped.columns = schema;
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("South"), number("5")}});
        run().request.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Unit"_s}};
        QVERIFY(compose());
        QCOMPARE(run().data.columns, facts("17")); // with the cells that are left alone
    }

    void firstRowThatIsGoneHasItsPlace()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.update.keys = {u"Unit"_s};
        run().existing = gridOf({{text("Unit"), text("Heads")},
                                 {text("North"), number("1")},
                                 {text("South"), number("5")},
                                 {text("East"), number("6")}});
        QVERIFY(compose());
        QCOMPARE(run().byKey->gone, 2);
        QCOMPARE(run().byKey->firstGone, u"B4"_s);
    }

    void knownRowsCanStayInTheSheetsOrder()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.update = {.keys = {u"Unit"_s}, .keepsOrder = true};
        run().source = gridOf({{text("Unit"), text("Heads")},
                               {text("East"), number("1")},
                               {text("North"), number("2")},
                               {text("South"), number("3")}});
        run().existing =
            gridOf({{text("Unit"), text("Heads")}, {text("South"), number("3")}, {text("North"), number("2")}});
        QVERIFY(compose());
        QCOMPARE(run().changes.added, 2);
        QCOMPARE(run().changes.changed, 0);
        QVERIFY(isSameCell(run().desired.at(3, 0), text("East")));
    }

    void rowsAreCountedByTheChosenKey()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.update = {.keys = {u"Unit"_s}};
        run().source = gridOf({{text("Unit"), text("Heads")},
                               {text("East"), number("1")},
                               {text("North"), number("2")},
                               {text("South"), number("4")}});
        run().existing =
            gridOf({{text("Unit"), text("Heads")}, {text("North"), number("2")}, {text("South"), number("3")}});
        QVERIFY(compose());
        const std::optional<KeyCounts> &counts = run().byKey;
        QVERIFY(counts);
        QCOMPARE(counts->key, QStringList{u"Unit"_s});
        QVERIFY(!counts->isSuggested);
        QCOMPARE(counts->added, 1);
        QCOMPARE(counts->moved, 1);
        QCOMPARE(counts->changed, 1);
        QCOMPARE(counts->gone + counts->equal, 0);
        QCOMPARE(counts->writtenCells, run().changes.changed + run().changes.added);
    }

    void formulasCanBeKept()
    {
        const Cell formula{Sheet::CellKind::Formula, "=A1"};
        run().request.update.formulas = Sheet::Formulas::Keep;
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("South"), formula}, {text("left"), formula}});
        QVERIFY(compose());
        QCOMPARE(run().formulasKept, 2); // also the one below the data
        QCOMPARE(run().firstFormulaKept, (Sheet::Address{1, 1}));
        QCOMPARE(run().changes.changed, 1);
        QCOMPARE(run().changes.cleared, 1);
        QCOMPARE(Sheet::toA1(run().fit.data), u"B2:C3"_s);
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("North"), number("11")}});
        QVERIFY(compose()); // there is no formula any more
        QCOMPARE(run().formulasKept, 0);
        QVERIFY(isSameCell(run().desired.at(1, 1), number("12")));
    }

    void onlyADryRunLooksForAKey()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        QVERIFY(compose());
        QVERIFY(!run().byKey && !run().matched);
        run().request.dryRun = true;
        QVERIFY(compose());
        QVERIFY(run().byKey && run().byKey->isSuggested);
        QVERIFY(run().shift);
        QCOMPARE(run().byKey->key, QStringList{u"Unit"_s});
        QVERIFY(run().matched);
        QCOMPARE(run().matched->key, Sheet::Key{0});
        QCOMPARE(qint64(run().matched->rows.size()),
                 run().byKey->added + run().byKey->gone + run().byKey->changed + run().byKey->moved
                     + run().byKey->equal);
        for (const auto type : {Sheet::ColumnType::Double, Sheet::ColumnType::Decimal, Sheet::ColumnType::Date}) {
            run().shaped.columns[0].type = type;
            QVERIFY(compose());
            QCOMPARE(run().byKey->key, QStringList{u"Heads"_s});
        }
    }

    void runThatWritesLooksForAKeyIfAGuardNeedsIt()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.guards.levels[Sheet::Guard::KeysUnderLinks] = Sheet::GuardLevel::Stop;
        QVERIFY(compose());
        QVERIFY(run().byKey && run().shift);
    }

    void keysOfAnEarlierReadingGo()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.dryRun = true;
        QVERIFY(compose());
        QVERIFY(run().shift);
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("A"), number("1")}, {text("A"), number("1")}});
        QVERIFY(compose());
        QVERIFY(!run().byKey && !run().shift);
    }

    void chosenKeyHasToIdentifyTheRows()
    {
        run().shaped.columns = {{u"Unit"_s, Sheet::ColumnType::String}, {u"Heads"_s, Sheet::ColumnType::Long}};
        run().request.update = {.keys = {u"Unit"_s}};
        run().source =
            gridOf({{text("Unit"), text("Heads")}, {text("North"), number("1")}, {text("North"), number("2")}});
        QVERIFY(!compose());
        QVERIFY(m_step->result().error().kind == Core::ErrorKind::AmbiguousKey);
        run().request.update = {.keys = {u"Region"_s}};
        QVERIFY(!compose());
        QVERIFY(m_step->result().error().kind == Core::ErrorKind::InvalidInput);
    }

private:
    [[nodiscard]] RunContext &run() const { return m_stage->context; }

    [[nodiscard]] bool compose()
    {
        m_step = std::make_unique<Compose>(run());
        return Support::finishes(*m_step, m_stage->service.clock) && m_step->result();
    }

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Compose> m_step;
};

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
