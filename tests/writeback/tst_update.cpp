#include "writeback/update.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::check;
using Writeback::methodOf;
using Writeback::Update;
using Kind = Sheet::UpdateMethod::Kind;
using Reason = Writeback::UpdateFault::Reason;

namespace {

const QList<Domo::Column> schema{{u"Entity"_s, Sheet::ColumnType::String},
                                 {u"Account"_s, Sheet::ColumnType::Long},
                                 {u"Period"_s, Sheet::ColumnType::Date},
                                 {u"Twice"_s, Sheet::ColumnType::String},
                                 {u"Twice"_s, Sheet::ColumnType::String}};

template <typename Result> std::optional<Reason> reasonOf(const Result &result)
{
    if (result || result.error().kind != Core::ErrorKind::InvalidInput)
        return {};
    const auto *fault = result.error().cause.template as<Writeback::UpdateFault>();
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

    void columnsAreFoundByTheirNames()
    {
        const auto method = methodOf({.kind = Kind::Upsert, .keys = {u"Account"_s, u"Entity"_s}}, schema, false);
        QVERIFY(method);
        QVERIFY(method->kind == Kind::Upsert);
        QCOMPARE(method->keys, (Sheet::Key{1, 0}));
        const auto partition = methodOf({.kind = Kind::Partition, .partition = {u"Entity"_s}}, schema, false);
        QVERIFY(partition);
        QCOMPARE(partition->partition, Sheet::Key{0});
    }

    void columnsAreNeverGuessed()
    {
        const auto reason = [](const QString &column) { return reasonOf(methodOf({.keys = {column}}, schema, false)); };
        QCOMPARE(reason(u"account"_s), Reason::NoSuchColumn); // names are case-sensitive
        QCOMPARE(reason(u"Twice"_s), Reason::SeveralSuchColumns);
        QCOMPARE(reasonOf(methodOf({.kind = Kind::Partition, .partition = {u"?"_s}}, schema, false)),
                 Reason::NoSuchColumn);
        QCOMPARE(methodOf({.keys = {u"?"_s}}, schema, false).error().subject, u"?"_s);
    }

    void dateIdentifiesRowsOnlyAsText()
    {
        const Update update{.keys = {u"Period"_s}};
        QCOMPARE(reasonOf(methodOf(update, schema, false)), Reason::DateColumn);
        QVERIFY(methodOf(update, schema, true));
    }

    void onlyReplaceWithoutAnOrderIgnoresTheSheet()
    {
        QVERIFY(!Update().dependsOnSheet());
        QVERIFY(!Update{.keys = {u"Account"_s}}.dependsOnSheet());
        QVERIFY(Update{.keepsOrder = true}.dependsOnSheet());
        QVERIFY(Update{.formulas = Writeback::Formulas::Keep}.dependsOnSheet());
        QVERIFY(!Update{.formulas = Writeback::Formulas::Stop}.dependsOnSheet());
        for (const Kind kind : {Kind::Append, Kind::Upsert, Kind::Partition})
            QVERIFY(Update{.kind = kind}.dependsOnSheet());
    }
};

QTEST_GUILESS_MAIN(TestUpdate)
#include "tst_update.moc"
