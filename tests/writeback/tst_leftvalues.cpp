#include "writeback/leftvalues.h"

#include "sheet/fingerprint.h"
#include "sheet/packedgrid.h"
#include "support/testgrid.h"
#include "writeback/stepstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Support::gridOf;
using Support::number;
using Support::text;

class TestLeftValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Support::StepStage>();
        run().request.region = *Sheet::Region::parse(u"B2:D4"_s);
    }

    void editedCellsHaveWhatTheLastRunLeft()
    {
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("Nord"), number("13")}, {text("note")}});
        QVERIFY(leave(gridOf({{text("Unit"), text("Heads")}, {text("North"), number("11")}})));
        QCOMPARE(leftAt({1, 0}), "Text North"_ba);
        QCOMPARE(leftAt({1, 1}), "Number 11"_ba);
        QCOMPARE(leftAt({2, 0}), "Empty "_ba); // there was no such row
        QCOMPARE(leftAt({0, 0}), QByteArray()); // not edited
    }

    // A value that a person kept in an earlier run was not left by one.
    void keptEditsHaveNone()
    {
        run().existing = gridOf({{text("Unit"), text("Heads")}, {text("Nord"), number("13")}});
        QVERIFY(leave(gridOf({{text("Unit"), text("Heads")}, {text("Nord"), number("11")}}), {{1, 0, 0}}));
        QCOMPARE(leftAt({1, 0}), QByteArray());
        QCOMPARE(leftAt({1, 1}), "Number 11"_ba);
    }

    void unreadableCellWasLeftByNobody()
    {
        run().existing = gridOf({{text("Unit"), text("Staff")}});
        QVERIFY(leave(gridOf({{text("Unit"), {Sheet::CellKind::Unreadable, "He\xef\xbf\xbd"}}})));
        QCOMPARE(leftAt({0, 1}), QByteArray());
    }

    void valuesOfAnotherRunAreNotThoseLeft_data()
    {
        QTest::addColumn<QString>("values");
        for (const char *values : {"none", "damaged", "of other cells", "of a later run"})
            QTest::newRow(values) << QString::fromLatin1(values);
    }
    void valuesOfAnotherRunAreNotThoseLeft()
    {
        QFETCH(const QString, values);
        run().existing = gridOf({{text("Unit"), text("Staff")}});
        const Sheet::Grid then = gridOf({{text("Unit"), text("Persons")}});
        QByteArray packed = Sheet::PackedGrid::of(then, 1 << 20)->bytes();
        QVERIFY(leave(then));
        if (values == "none"_L1)
            QVERIFY(m_stage->journal->leave(run().left->fingerprint));
        else if (values == "damaged"_L1)
            QVERIFY(m_stage->journal->leaveValues(packed.chopped(1)));
        else if (values == "of other cells"_L1)
            QVERIFY(m_stage->journal->leaveValues(
                Sheet::PackedGrid::of(gridOf({{text("Unit"), text("Heads")}}), 1 << 20)->bytes()));
        else
            run().left->ended = run().left->ended.addSecs(-1);
        QVERIFY(leftInEdited(run(), run().existing).isEmpty());
    }

    // Of a row in which it cannot be told which of them they are, all cells count as edited.
    void cellThatHoldsWhatWasLeftHasNone()
    {
        run().existing = gridOf({{text("Unit"), text("Staff")}});
        QVERIFY(leave(gridOf({{text("Unit"), text("Heads")}})));
        run().edited = {{0, 0, 1}};
        QCOMPARE(leftAt({0, 0}), QByteArray());
        QCOMPARE(leftAt({0, 1}), "Text Heads"_ba);
    }

    void nothingIsKnownWithoutAJournal()
    {
        run().existing = gridOf({{text("Unit"), text("Staff")}});
        QVERIFY(leave(gridOf({{text("Unit"), text("Heads")}})));
        run().journal = nullptr;
        QVERIFY(leftInEdited(run(), run().existing).isEmpty());
    }

    void memoryIsBounded()
    {
        Sheet::Grid then(1);
        Sheet::Grid now(1);
        const int rows = 3'000;
        for (int row = 0; row < rows; ++row) {
            const std::string value = std::to_string(row) + std::string(8'000, 'x');
            then.set(row, 0, text(value));
            now.set(row, 0, number("1"));
        }
        run().existing = std::move(now);
        QVERIFY(leave(then));
        const Sheet::PlacedCells left = leftInEdited(run(), run().existing);
        QVERIFY(left.bytes() < 20'000'000);
        QVERIFY(left.at({0, 0}) && Support::isSameCell(*left.at({0, 0}), then.at(0, 0)));
        QVERIFY(!left.at({rows - 1, 0})); // and not another value
    }

private:
    [[nodiscard]] RunContext &run() const { return m_stage->context; }

    // What the last verified run of the region left, with its values, before cells were edited.
    [[nodiscard]] bool leave(const Sheet::Grid &cells, const std::vector<Sheet::Span> &kept = {})
    {
        const JournalEntry entry = entryOf(run().request);
        m_stage->journal = *m_stage->ledger.books(m_stage->locks.path()).openJournal();
        run().journal = m_stage->journal.get();
        if (!run().journal->begin(entry) || !run().journal->leave(Sheet::Fingerprint::of(cells, kept).bytes())
            || !run().journal->leaveValues(Sheet::PackedGrid::of(cells, 1 << 20)->bytes()))
            return false;
        run().left = run().journal->leftIn(entry.sheet, entry.region).value();
        run().edited = Sheet::Fingerprint::of(cells, kept).changedIn(run().existing);
        return run().left && !run().edited.empty();
    }

    // Kind and text; empty: not known.
    [[nodiscard]] QByteArray leftAt(const Sheet::Address &place) const
    {
        const Sheet::PlacedCells left = leftInEdited(run(), run().existing);
        const auto cell = left.at(place);
        if (!cell)
            return {};
        const char *kind = cell->kind == Sheet::CellKind::Empty ? "Empty "
            : cell->kind == Sheet::CellKind::Number             ? "Number "
                                                                : "Text ";
        return kind + QByteArray(cell->text.data(), qsizetype(cell->text.size()));
    }

    std::unique_ptr<Support::StepStage> m_stage;
};

QTEST_GUILESS_MAIN(TestLeftValues)
#include "tst_leftvalues.moc"
