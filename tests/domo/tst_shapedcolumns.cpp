#include "domo/shapedcolumns.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Domo::Column;
using Sheet::ColumnKind;
using Sheet::ColumnType;
using Sheet::Shaping;
using Reason = Sheet::ShapingFault::Reason;

namespace {

const QList<Column> schema{{u"Entity"_s, ColumnType::String},
                           {u"Account"_s, ColumnType::Long},
                           {u"Debit"_s, ColumnType::Double},
                           {u"Posted"_s, ColumnType::DateTime},
                           {u"Place"_s, {}, u"GEOMETRY"_s}};

QStringList namesOf(const Core::Result<Domo::ShapedColumns> &shaped)
{
    QStringList names;
    for (qsizetype i = 0; shaped && i < shaped->columns.size(); ++i)
        names.append(shaped->columns[i].name);
    return names;
}

QList<int> placesOf(const Core::Result<Domo::ShapedColumns> &shaped)
{
    QList<int> places;
    for (qsizetype i = 0; shaped && i < shaped->origins.size(); ++i)
        places.append(shaped->origins[i].place);
    return places;
}

struct Refusal
{
    std::optional<Reason> reason;
    QString subject;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

Refusal refusalOf(const Shaping &shaping, const QList<Column> &columns = schema)
{
    const auto made = Domo::shaped(columns, shaping);
    if (made || made.error().kind != Core::ErrorKind::InvalidInput)
        return {};
    const auto *fault = made.error().cause.as<Sheet::ShapingFault>();
    return {fault ? std::optional(fault->reason) : std::nullopt, made.error().subject};
}

} // namespace

class TestShapedColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAShapingColumnsAreAsTheyAre()
    {
        const QList<Column> twice = schema + schema + QList<Column>{{QString(), ColumnType::String}};
        const auto shaped = Domo::shaped(twice, {});
        QVERIFY(shaped);
        QCOMPARE(shaped->columns, twice);
        for (int i = 0; i < twice.size(); ++i) {
            QCOMPARE(shaped->origins[i].place, i);
            QVERIFY(shaped->origins[i].rules == Sheet::CellRules());
        }
        QCOMPARE(shaped->notChosen, QStringList());
    }

    void choiceDecidesTheOrderAndNamesTheOthers()
    {
        const auto shaped = Domo::shaped(
            schema, {.columns = {{.name = u"Debit"_s}, {.name = u"Entity"_s, .as = u"Unit"_s}}, .isChoice = true});
        QCOMPARE(namesOf(shaped), (QStringList{u"Debit"_s, u"Unit"_s}));
        QCOMPARE(placesOf(shaped), (QList{2, 0}));
        QCOMPARE(shaped->notChosen, (QStringList{u"Account"_s, u"Posted"_s, u"Place"_s}));
    }

    void leftOutColumnIsMentioned()
    {
        const QList<Sheet::ColumnRule> rules{{.name = u"Debit"_s}, {.name = u"Place"_s, .isLeftOut = true}};
        const auto chosen = Domo::shaped(schema, {.columns = rules, .isChoice = true});
        QCOMPARE(namesOf(chosen), QStringList{u"Debit"_s});
        QCOMPARE(chosen->notChosen, (QStringList{u"Entity"_s, u"Account"_s, u"Posted"_s}));
        const auto others = Domo::shaped(schema, {.columns = rules});
        QCOMPARE(placesOf(others), (QList{0, 1, 2, 3}));
        QCOMPARE(others->notChosen, QStringList());
    }

    void chosenTypeReplacesThatOfTheDataSet_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<ColumnKind>("kind");
        QTest::addColumn<ColumnType>("type");
        QTest::newRow("text as number") << u"Entity"_s << ColumnKind::Number << ColumnType::Decimal;
        QTest::newRow("text as date") << u"Entity"_s << ColumnKind::Date << ColumnType::Date;
        QTest::newRow("number as text") << u"Account"_s << ColumnKind::Text << ColumnType::String;
        QTest::newRow("whole number as number") << u"Account"_s << ColumnKind::Number << ColumnType::Long;
        QTest::newRow("date-time as date") << u"Posted"_s << ColumnKind::Date << ColumnType::DateTime;
        QTest::newRow("unknown as number") << u"Place"_s << ColumnKind::Number << ColumnType::Decimal;
        QTest::newRow("unknown as date") << u"Place"_s << ColumnKind::Date << ColumnType::Date;
    }
    void chosenTypeReplacesThatOfTheDataSet()
    {
        QFETCH(const QString, column);
        QFETCH(const ColumnKind, kind);
        QFETCH(const ColumnType, type);
        const auto shaped = Domo::shaped(schema, {.columns = {{.name = column, .kind = kind}}, .isChoice = true});
        QVERIFY(shaped);
        QCOMPARE(shaped->columns[0].type, std::optional(type));
        QCOMPARE(shaped->origins[0].rules.checksDates, kind == ColumnKind::Date);
    }

    void ruleOfAColumnReplacesThatOfAll()
    {
        const Sheet::NullRule word{Sheet::NullRule::Kind::Word, u"n/a"_s};
        const auto shaped = Domo::shaped(
            schema, {.columns = {{.name = u"Debit"_s, .nulls = Sheet::NullRule(), .decimals = 2}}, .nulls = word});
        QVERIFY(shaped);
        QVERIFY(shaped->origins[0].rules == Sheet::CellRules{.nulls = word});
        QVERIFY(shaped->origins[2].rules == Sheet::CellRules{.decimals = 2});
    }

    void columnIsThereExactlyOnce()
    {
        const Shaping typed{.columns = {{.name = u"entity"_s, .kind = ColumnKind::Text}}};
        QVERIFY(refusalOf(typed) == (Refusal{Reason::NoSuchColumn, u"entity"_s}));
        Shaping twice{.columns = {{.name = u"Debit"_s}}, .isChoice = true};
        QVERIFY(refusalOf(twice, schema + schema) == (Refusal{Reason::SeveralSuchColumns, u"Debit"_s}));
    }

    // One that is renamed in Domo would be written otherwise.
    void columnToBeLeftOutIsThereUnlessColumnsAreChosen()
    {
        Shaping shaping{.columns = {{.name = u"Comment"_s, .isLeftOut = true}, {.name = u"Debit"_s}}};
        QVERIFY(refusalOf(shaping) == (Refusal{Reason::NoSuchColumn, u"Comment"_s}));
        shaping.isChoice = true;
        QCOMPARE(namesOf(Domo::shaped(schema, shaping)), QStringList{u"Debit"_s});
    }

    void newNameIsNoOthers()
    {
        const auto renaming = [](const QString &one, const QString &as) {
            return Shaping{.columns = {{.name = one, .as = as}}};
        };
        QVERIFY(refusalOf(renaming(u"Entity"_s, u"Debit"_s)) == (Refusal{Reason::SameName, u"Debit"_s}));
        QVERIFY(refusalOf(renaming(u"Debit"_s, u"Entity"_s)) == (Refusal{Reason::SameName, u"Entity"_s}));
        const Shaping both{.columns = {{.name = u"Debit"_s, .as = u"x"_s}, {.name = u"Entity"_s, .as = u"x"_s}}};
        QVERIFY(refusalOf(both) == (Refusal{Reason::SameName, u"x"_s}));
        const Shaping swapped{
            .columns = {{.name = u"Debit"_s, .as = u"Entity"_s}, {.name = u"Entity"_s, .as = u"Debit"_s}}};
        QCOMPARE(namesOf(Domo::shaped(schema, swapped)).mid(0, 3),
                 (QStringList{u"Debit"_s, u"Account"_s, u"Entity"_s}));
        Shaping alone = renaming(u"Entity"_s, u"Debit"_s);
        alone.isChoice = true;
        QCOMPARE(namesOf(Domo::shaped(schema, alone)), QStringList{u"Debit"_s});
    }

    void onlyNumbersAreRounded()
    {
        Shaping shaping{.columns = {{.name = u"Entity"_s, .as = u"Unit"_s, .decimals = 2}}};
        QVERIFY(refusalOf(shaping) == (Refusal{Reason::RoundedText, u"Entity"_s}));
        shaping.columns[0].kind = ColumnKind::Number;
        QVERIFY(Domo::shaped(schema, shaping));
        shaping.columns = {{.name = u"Debit"_s, .kind = ColumnKind::Text, .decimals = 2}};
        QVERIFY(refusalOf(shaping) == (Refusal{Reason::RoundedText, u"Debit"_s}));
    }

    void somethingIsWritten()
    {
        Shaping shaping;
        for (const Column &column : schema)
            shaping.columns.append({.name = column.name, .isLeftOut = true});
        QVERIFY(refusalOf(shaping) == (Refusal{Reason::NothingLeft, {}}));
    }

    // Another check refuses it.
    void schemaThatWasNotReportedHasNoColumns()
    {
        const auto shaped = Domo::shaped({}, {.columns = {{.name = u"Debit"_s}}, .isChoice = true});
        QVERIFY(shaped && shaped->columns.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestShapedColumns)
#include "tst_shapedcolumns.moc"
