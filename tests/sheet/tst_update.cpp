#include "sheet/update.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;
using Kind = UpdateMethod::Kind;
using Reason = UpdateFault::Reason;

namespace {

std::optional<Reason> reasonOf(const Core::Result<void> &result)
{
    if (result || result.error().kind != Core::ErrorKind::InvalidInput)
        return {};
    const auto *fault = result.error().cause.as<UpdateFault>();
    return fault ? std::optional(fault->reason) : std::nullopt;
}

} // namespace

class TestUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsHaveToFitTogether()
    {
        QVERIFY(check({}));
        QVERIFY(check({.keys = {u"Account"_s}})); // for the review
        QVERIFY(check({.kind = Kind::Append}));
        QCOMPARE(reasonOf(check({.kind = Kind::Upsert})), Reason::NoKey);
        QCOMPARE(reasonOf(check({.keepsOrder = true})), Reason::NoKey);
        QCOMPARE(reasonOf(check({.kind = Kind::Partition})), Reason::NoPartition);
        QCOMPARE(reasonOf(check({.partition = {u"Period"_s}})), Reason::PartitionOfAnotherMethod);
        QCOMPARE(reasonOf(check({.kind = Kind::Upsert, .keys = {u"Account"_s}, .keepsOrder = true})),
                 Reason::OrderOfAnotherMethod);
    }

    void onlyReplaceWithoutAnOrderIgnoresTheSheet()
    {
        QVERIFY(!Update().dependsOnSheet());
        QVERIFY(!Update{.keys = {u"Account"_s}}.dependsOnSheet());
        QVERIFY(Update{.keepsOrder = true}.dependsOnSheet());
        QVERIFY(Update{.formulas = Formulas::Keep}.dependsOnSheet());
        QVERIFY(!Update{.formulas = Formulas::Stop}.dependsOnSheet());
        for (const Kind kind : {Kind::Append, Kind::Upsert, Kind::Partition})
            QVERIFY(Update{.kind = kind}.dependsOnSheet());
    }

    void everyCellIsTheDataSetsOnlyIfNothingIsLeftAlone()
    {
        QVERIFY(Update().isWholeRegion());
        QVERIFY((Update{.keys = {u"Account"_s}, .keepsOrder = true}.isWholeRegion()));
        QVERIFY(!Update{.formulas = Formulas::Keep}.isWholeRegion());
        for (const Kind kind : {Kind::Append, Kind::Upsert, Kind::Partition})
            QVERIFY(!Update{.kind = kind}.isWholeRegion());
    }

    void wordsOfFormulasAreReadBack()
    {
        for (int each = 0; each <= int(lastFormulas); ++each)
            QCOMPARE(formulasOf(name(Formulas(each))), std::optional(Formulas(each)));
        QVERIFY(!formulasOf(u"guess"_s));
        QVERIFY(!formulasOf({}));
    }
};

QTEST_GUILESS_MAIN(TestUpdate)
#include "tst_update.moc"
