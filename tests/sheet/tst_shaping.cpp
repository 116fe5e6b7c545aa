#include "sheet/shaping.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;
using Reason = ShapingFault::Reason;

namespace {

const Update upsert{.kind = UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}};
const NullRule keep{NullRule::Kind::Keep};

std::optional<Reason> reasonOf(const Shaping &shaping, const Update &update = {})
{
    const auto checked = check(shaping, update);
    if (checked || checked.error().kind != Core::ErrorKind::InvalidInput)
        return {};
    const auto *fault = checked.error().cause.as<ShapingFault>();
    return fault ? std::optional(fault->reason) : std::nullopt;
}

} // namespace

class TestShaping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreReadBack()
    {
        for (int each = 0; each <= int(lastColumnKind); ++each)
            QCOMPARE(columnKindNamed(name(ColumnKind(each))), std::optional(ColumnKind(each)));
        QVERIFY(!columnKindNamed(u"Text"_s) && !columnKindNamed({}));
        for (const NullRule &rule : {NullRule(), keep, NullRule{NullRule::Kind::Word, u"n/a"_s},
                                     NullRule{NullRule::Kind::Word, u"keep"_s}, NullRule{NullRule::Kind::Word, {}}})
            QCOMPARE(nullRuleNamed(name(rule)), std::optional(rule));
        QVERIFY(!nullRuleNamed(u"n/a"_s) && !nullRuleNamed({}));
    }

    void columnHasOneRule()
    {
        QVERIFY(check({}, {}));
        QVERIFY(check({.columns = {{.name = u"Account"_s}, {.name = u"account"_s}}}, {}));
        const Shaping twice{.columns = {{.name = u"Account"_s}, {.name = u"Account"_s, .isLeftOut = true}}};
        QCOMPARE(reasonOf(twice), Reason::RepeatedColumn);
        QCOMPARE(check(twice, {}).error().subject, u"Account"_s);
    }

    void choiceHasAColumn()
    {
        QCOMPARE(reasonOf({.isChoice = true}), Reason::NothingLeft);
        QCOMPARE(reasonOf({.columns = {{.name = u"Note"_s, .isLeftOut = true}}, .isChoice = true}),
                 Reason::NothingLeft);
        QVERIFY(check({.columns = {{.name = u"Note"_s, .isLeftOut = true}}}, {})); // the others are left
    }

    void oldValuesNeedARowThatIsFoundByItsKey()
    {
        const QList<Shaping> keeping{{.nulls = keep}, {.columns = {{.name = u"Note"_s, .nulls = keep}}}};
        for (const Shaping &shaping : keeping) {
            QVERIFY(check(shaping, upsert));
            for (const auto kind :
                 {UpdateMethod::Kind::Replace, UpdateMethod::Kind::Append, UpdateMethod::Kind::Partition})
                QCOMPARE(reasonOf(shaping, {.kind = kind}), Reason::OldValueOfNoRow);
        }
        QVERIFY(check({.columns = {{.name = u"Note"_s, .nulls = keep, .isLeftOut = true}}}, {}));
    }
};

QTEST_GUILESS_MAIN(TestShaping)
#include "tst_shaping.moc"
