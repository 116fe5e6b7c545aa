#include "cli/shapingoptions.h"

#include "core/inputfault.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cli::shapingOf;
using Cli::ShapingOptions;
using Sheet::ColumnKind;
using Sheet::NullRule;
using Sheet::Shaping;
using Reason = Sheet::ShapingFault::Reason;

namespace {

Core::Error errorOf(const ShapingOptions &options)
{
    const auto shaping = shapingOf(options);
    return shaping ? Core::Error() : shaping.error();
}

std::optional<Reason> reasonOf(const ShapingOptions &options)
{
    const Core::Error error = errorOf(options);
    const auto *fault = error.cause.as<Sheet::ShapingFault>();
    return fault ? std::optional(fault->reason) : std::nullopt;
}

} // namespace

class TestShapingOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOptionsNothingIsShaped() { QVERIFY(*shapingOf({}) == Shaping()); }

    void optionsMakeTheRules()
    {
        const auto shaping = shapingOf({.columns = {u"Entity,Account=Acct"_s, u"Debit"_s},
                                        .leftOut = {u"Comment"_s},
                                        .types = {u"Account=text,Entity=number"_s},
                                        .nulls = {u"text:n/a"_s, u"Debit=text:0,Entity=clear"_s},
                                        .rounding = {u"Debit=2"_s}});
        QVERIFY(shaping);
        const Shaping wanted{
            .columns = {{.name = u"Entity"_s, .kind = ColumnKind::Number, .nulls = NullRule()},
                        {.name = u"Account"_s, .as = u"Acct"_s, .kind = ColumnKind::Text},
                        {.name = u"Debit"_s, .nulls = NullRule{NullRule::Kind::Word, u"0"_s}, .decimals = 2},
                        {.name = u"Comment"_s, .isLeftOut = true}},
            .isChoice = true,
            .nulls = {NullRule::Kind::Word, u"n/a"_s}};
        QVERIFY(*shaping == wanted);
    }

    void rulesAloneChooseNothing()
    {
        const auto shaping = shapingOf({.types = {u"Account=date"_s}, .rounding = {u"Debit=0"_s}});
        QVERIFY(shaping);
        QVERIFY(!shaping->isChoice);
        QCOMPARE(shaping->columns.size(), 2);
        QVERIFY(!shapingOf({.leftOut = {u"Account"_s}})->isChoice);
    }

    void columnIsNamedOnce()
    {
        QCOMPARE(reasonOf({.columns = {u"a,b"_s, u"a"_s}}), Reason::RepeatedColumn);
        QCOMPARE(reasonOf({.columns = {u"a"_s}, .leftOut = {u"a"_s}}), Reason::RepeatedColumn);
        QCOMPARE(reasonOf({.types = {u"a=text,a=date"_s}}), Reason::RepeatedColumn);
        QCOMPARE(reasonOf({.nulls = {u"a=keep"_s, u"a=clear"_s}}), Reason::RepeatedColumn);
        QCOMPARE(reasonOf({.nulls = {u"keep"_s, u"clear"_s}}), Reason::RepeatedColumn);
        QCOMPARE(reasonOf({.rounding = {u"a=1"_s, u"a=1"_s}}), Reason::RepeatedColumn);
    }

    void ruleIsForAColumnThatIsWritten()
    {
        for (const ShapingOptions &chosen :
             {ShapingOptions{.columns = {u"a"_s}}, ShapingOptions{.leftOut = {u"b"_s}}}) {
            ShapingOptions options = chosen;
            options.types = {u"b=text"_s};
            QCOMPARE(reasonOf(options), Reason::NotWritten);
            options.types = {u"a=text"_s};
            options.rounding = {u"b=1"_s};
            QCOMPARE(reasonOf(options), Reason::NotWritten);
            options.rounding = {};
            options.nulls = {u"b=clear"_s};
            QCOMPARE(reasonOf(options), Reason::NotWritten);
        }
    }

    void unknownWordIsRefused_data()
    {
        QTest::addColumn<ShapingOptions>("options");
        QTest::newRow("type") << ShapingOptions{.types = {u"a=money"_s}};
        QTest::newRow("no type") << ShapingOptions{.types = {u"a"_s}};
        QTest::newRow("rule") << ShapingOptions{.nulls = {u"n/a"_s}};
        QTest::newRow("rule of a column") << ShapingOptions{.nulls = {u"a=Keep"_s}};
        QTest::newRow("digits") << ShapingOptions{.rounding = {u"a=two"_s}};
        QTest::newRow("too many digits") << ShapingOptions{.rounding = {u"a=16"_s}};
        QTest::newRow("fewer than no digits") << ShapingOptions{.rounding = {u"a=-1"_s}};
        QTest::newRow("digits of no column") << ShapingOptions{.rounding = {u"2"_s}};
    }
    void unknownWordIsRefused()
    {
        QFETCH(const ShapingOptions, options);
        const Core::Error error = errorOf(options);
        QCOMPARE(error.kind, Core::ErrorKind::InvalidInput);
        QVERIFY(error.cause.as<Core::NotOneOf>());
    }

    void whatIsNoListIsRefused()
    {
        for (const ShapingOptions &options :
             {ShapingOptions{.columns = {u"a,"_s}}, ShapingOptions{.leftOut = {u"\"a"_s}},
              ShapingOptions{.leftOut = {u"a=b"_s}}, ShapingOptions{.types = {u"a="_s}},
              ShapingOptions{.nulls = {u""_s}}, ShapingOptions{.rounding = {u"=2"_s}}})
            QVERIFY(errorOf(options).cause.as<Core::NotAList>());
    }
};

QTEST_GUILESS_MAIN(TestShapingOptions)
#include "tst_shapingoptions.moc"
