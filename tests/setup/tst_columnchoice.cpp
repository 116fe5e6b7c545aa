#include "setup/columnchoice.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;

using Setup::ColumnChoice;
using Sheet::ColumnRule;
using Sheet::Shaping;

namespace {

const QList<Domo::Column> schema{{u"Entity"_s, Sheet::ColumnType::String}, {u"Account"_s, Sheet::ColumnType::Long},
                                 {u"Debit"_s, Sheet::ColumnType::Decimal}, {u"Twice"_s, Sheet::ColumnType::String},
                                 {u"Twice"_s, Sheet::ColumnType::String},  {u"Comment"_s, Sheet::ColumnType::String}};

QStringList namesOf(const ColumnChoice &choice)
{
    QStringList names;
    for (const ColumnChoice::Entry &entry : choice.entries())
        names.append(entry.rule.name);
    return names;
}

QStringList namesOf(const Setup::ColumnChoice &choice, bool leftOut)
{
    QStringList names;
    for (const ColumnChoice::Entry &entry : choice.entries()) {
        if (entry.rule.isLeftOut == leftOut)
            names.append(entry.rule.name);
    }
    return names;
}

} // namespace

class TestColumnChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAChoiceAllColumnsAreWrittenAsTheyAre()
    {
        const ColumnChoice choice(schema, {});
        QCOMPARE(namesOf(choice), (QStringList{u"Entity"_s, u"Account"_s, u"Debit"_s, u"Twice"_s, u"Comment"_s}));
        QCOMPARE(namesOf(choice, true), QStringList());
        QCOMPARE(choice.shaping(), Shaping());
    }

    // Whatever is shown and not changed means the same to the DataSet as it is.
    void whatIsNotChangedWritesTheSame()
    {
        QRandomGenerator random(7);
        const QStringList names{u"Entity"_s, u"Account"_s, u"Debit"_s, u"Comment"_s};
        for (int i = 0; i < 300; ++i) {
            Shaping shaping{.isChoice = random.bounded(2) > 0};
            QStringList left = names;
            for (int count = random.bounded(1, int(names.size()) + 1); count > 0; --count) {
                ColumnRule rule{.name = left.takeAt(random.bounded(int(left.size())))};
                rule.isLeftOut = random.bounded(3) == 0;
                if (random.bounded(2))
                    rule.as = u"new "_s + rule.name;
                if (random.bounded(2))
                    rule.kind = Sheet::ColumnKind::Text;
                shaping.columns.append(rule);
            }
            const auto before = Setup::shaped({.schema = schema}, shaping);
            const auto after = Setup::shaped({.schema = schema}, ColumnChoice(schema, shaping).shaping());
            QCOMPARE(after.has_value(), before.has_value());
            if (before)
                QCOMPARE(after->schema, before->schema);
        }
    }

    void ofAChoiceTheOrderIsThatOfTheRules()
    {
        const ColumnChoice choice(schema, {.columns = {{.name = u"Debit"_s}, {.name = u"Entity"_s}}, .isChoice = true});
        QCOMPARE(namesOf(choice, false), (QStringList{u"Debit"_s, u"Entity"_s}));
        QCOMPARE(namesOf(choice, true), (QStringList{u"Account"_s, u"Twice"_s, u"Comment"_s})); // at the end
    }

    void movedColumnsAreWrittenInTheirNewOrder()
    {
        ColumnChoice choice(schema, {});
        choice.setOnlyThese(true);
        choice.move(2, 0);
        ColumnRule left = choice.entries()[3].rule;
        QCOMPARE(left.name, u"Twice"_s);
        left.isLeftOut = true;
        choice.setRule(3, left);
        const auto shaped = Setup::shaped({.schema = schema}, choice.shaping());
        QVERIFY(shaped);
        QStringList names;
        for (const auto &column : shaped->schema)
            names.append(column.name);
        QCOMPARE(names, (QStringList{u"Debit"_s, u"Entity"_s, u"Account"_s, u"Comment"_s}));
        QCOMPARE(shaped->columns, 4);
        choice.setOnlyThese(false);
        QCOMPARE(namesOf(choice).first(), u"Entity"_s); // all, in the DataSet's order
    }

    // Otherwise every later run would say that there is a column that nobody has decided about.
    void whatIsLeftOutOfAChoiceHasBeenSeen()
    {
        const ColumnChoice choice(schema, {.columns = {{.name = u"Debit"_s}}, .isChoice = true});
        QCOMPARE(choice.shaping().columns.size(), choice.entries().size());
    }

    void namesThatOccurTwiceTakeNoRule()
    {
        const ColumnChoice choice(schema, {});
        for (const ColumnChoice::Entry &entry : choice.entries())
            QCOMPARE(entry.takesRule(), entry.rule.name != u"Twice"_s);
    }

    void missingColumnIsShownUntilItIsNotWanted()
    {
        const ColumnRule gone{.name = u"Credit"_s, .kind = Sheet::ColumnKind::Text};
        ColumnChoice choice(schema, {.columns = {gone}});
        const qsizetype last = choice.entries().size() - 1;
        QVERIFY(choice.entries()[last].isMissing());
        QCOMPARE(choice.shaping().columns, QList{gone});
        QVERIFY(!Setup::shaped({.schema = schema}, choice.shaping()));
        choice.setRule(last, {.name = gone.name, .isLeftOut = true});
        QCOMPARE(choice.shaping(), Shaping());
    }

    void columnsCanBeSentAsText()
    {
        const Shaping all{.columns = {{.name = u"Debit"_s, .as = u"Dr"_s, .decimals = 2}}};
        QCOMPARE(Setup::asText(all, {u"Debit"_s, u"Account"_s}).columns,
                 (QList<ColumnRule>{{.name = u"Debit"_s, .as = u"Dr"_s, .kind = Sheet::ColumnKind::Text},
                                    {.name = u"Account"_s, .kind = Sheet::ColumnKind::Text}}));
        Shaping chosen = all;
        chosen.isChoice = true;
        QCOMPARE(Setup::asText(chosen, {u"Account"_s}), chosen); // it is not written
    }

    void aDataSetWithoutAReportedSchemaStaysAsItIs()
    {
        const Domo::DataSet unknown{.id = u"d"_s, .columns = 7};
        QCOMPARE(Setup::shaped(unknown, {.columns = {{.name = u"Debit"_s}}, .isChoice = true}).value(), unknown);
    }
};

QTEST_GUILESS_MAIN(TestColumnChoice)
#include "tst_columnchoice.moc"
