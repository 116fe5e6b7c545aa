#include "writeback/update.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Sheet::Update;
using Writeback::methodOf;
using Kind = Sheet::UpdateMethod::Kind;
using Reason = Sheet::UpdateFault::Reason;

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
    const auto *fault = result.error().cause.template as<Sheet::UpdateFault>();
    return fault ? std::optional(fault->reason) : std::nullopt;
}

} // namespace

class TestUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestUpdate)
#include "tst_update.moc"
