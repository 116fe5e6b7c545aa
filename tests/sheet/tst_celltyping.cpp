#include "sheet/celltyping.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

using namespace Sheet;

class TestCellTyping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsFoundByItsName()
    {
        for (const ColumnType type : {ColumnType::String, ColumnType::Decimal, ColumnType::Long, ColumnType::Double,
                                      ColumnType::Date, ColumnType::DateTime}) {
            QCOMPARE(columnType(name(type)), std::optional(type));
            QCOMPARE(columnType(name(type).toLower()), std::optional(type));
        }
    }

    void sqlNamesOfTypesAreUnderstood_data()
    {
        QTest::addColumn<ColumnType>("type");
        const auto add = [](ColumnType type, std::initializer_list<const char *> words) {
            for (const char *word : words)
                QTest::newRow(word) << type;
        };
        add(ColumnType::String,
            {"VARCHAR", "varchar(255)", "NVARCHAR", "CHAR(1)", "CHARACTER VARYING(20)", "TEXT", "BOOLEAN", "Bool"});
        add(ColumnType::Long, {"INTEGER", "int", "BIGINT", "SMALLINT", "TINYINT", "INT(11)", " Long "});
        add(ColumnType::Double, {"FLOAT", "REAL", "DOUBLE PRECISION", "double  precision", "FLOAT(53)"});
        add(ColumnType::Decimal,
            {"NUMERIC", "NUMBER", "DEC", "DECIMAL(18,2)", "decimal (18, 2)", "NUMBER( 10 )", "NUMERIC(38,0)"});
        add(ColumnType::DateTime, {"TIMESTAMP", "timestamp(3)"});
    }
    void sqlNamesOfTypesAreUnderstood()
    {
        QFETCH(const ColumnType, type);
        QCOMPARE(columnType(QString::fromLatin1(QTest::currentDataTag())), std::optional(type));
    }

    void unknownNameIsNoType()
    {
        for (const char *word :
             {"GEOMETRY", "", " ", "MONEY", "INTERVAL", "DECIMAL(", "DECIMAL(a)", "(18,2)", "LONG LONG"})
            QVERIFY2(!columnType(QString::fromLatin1(word)), word);
    }

    void columnTypeDecidesTheKind_data()
    {
        QTest::addColumn<ColumnType>("type");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text that looks like a number")
            << ColumnType::String << QByteArray("007") << CellKind::Text << QByteArray("007");
        QTest::newRow("date stays text") << ColumnType::Date << QByteArray("2026-01-31") << CellKind::Text
                                         << QByteArray("2026-01-31");
        QTest::newRow("date-time stays text") << ColumnType::DateTime << QByteArray("2026-01-31T00:00:00")
                                              << CellKind::Text << QByteArray("2026-01-31T00:00:00");
        QTest::newRow("long") << ColumnType::Long << QByteArray("42") << CellKind::Number << QByteArray("42");
        QTest::newRow("digits as they came")
            << ColumnType::Double << QByteArray("1.50") << CellKind::Number << QByteArray("1.50");
        QTest::newRow("more digits than a double")
            << ColumnType::Decimal << QByteArray("12345678901234567890.123456789") << CellKind::Number
            << QByteArray("12345678901234567890.123456789");
        QTest::newRow("exponent") << ColumnType::Double << QByteArray("1.5E-7") << CellKind::Number
                                  << QByteArray("1.5E-7");
        QTest::newRow("respelled") << ColumnType::Long << QByteArray("+007") << CellKind::Number << QByteArray("7");
        QTest::newRow("no number") << ColumnType::Decimal << QByteArray("n/a") << CellKind::Text << QByteArray("n/a");
        QTest::newRow("thousands are no number")
            << ColumnType::Decimal << QByteArray("1,000") << CellKind::Text << QByteArray("1,000");
        QTest::newRow("nothing") << ColumnType::Decimal << QByteArray("") << CellKind::Text << QByteArray("");
    }
    void columnTypeDecidesTheKind()
    {
        QFETCH(const ColumnType, type);
        QFETCH(const QByteArray, field);
        CellTyper typer(type);
        const Cell cell = typer.cell({field.data(), size_t(field.size())});
        QTEST(cell.kind, "kind");
        QTEST(QByteArray(cell.text.data(), qsizetype(cell.text.size())), "text");
    }

    void onlyWhatIsNoNumberIsCounted()
    {
        CellTyper numbers(ColumnType::Decimal);
        for (const std::string_view field : {"1", "+1", "", "n/a", "NaN", "1 2"})
            (void)numbers.cell(field);
        QCOMPARE(numbers.notNumbers(), 3);
        CellTyper texts(ColumnType::String);
        (void)texts.cell("n/a");
        QCOMPARE(texts.notNumbers(), 0);
    }

    void numbersThatLoseZerosInFrontAreCounted()
    {
        for (const Sheet::CellRules &rules : {Sheet::CellRules(), Sheet::CellRules{.decimals = 1}}) {
            CellTyper numbers(ColumnType::Decimal, rules);
            for (const std::string_view field : {"0", "0.50", ".05", "00.5e1", "100", "-0.1", "n/a", "00x"})
                (void)numbers.cell(field);
            QCOMPARE(numbers.zerosDropped(), 1);
            for (const std::string_view field : {"007", "-007", " +00", "00"})
                (void)numbers.cell(field);
            QCOMPARE(numbers.zerosDropped(), 5);
        }
        CellTyper texts(ColumnType::String);
        (void)texts.cell("007");
        QCOMPARE(texts.zerosDropped(), 0);
    }

    void onlyWhatIsNoDateIsCountedWhereDatesAreChosen()
    {
        const std::array fields{"2026-01-31"sv, "2026-01-31T10:00"sv, ""sv, "31.01.2026"sv, "2026-02-30"sv, "x"sv};
        CellTyper told(ColumnType::Date);
        CellTyper chosen(ColumnType::Date, {.checksDates = true});
        CellTyper text(ColumnType::String, {.checksDates = true});
        for (const std::string_view field : fields) {
            for (CellTyper *typer : {&told, &chosen, &text}) {
                const Cell cell = typer->cell(field);
                QVERIFY(cell.kind == CellKind::Text && cell.text == field);
            }
        }
        QCOMPARE(chosen.notDates(), 3);
        QCOMPARE(told.notDates() + text.notDates(), 0);
        QCOMPARE(chosen.notNumbers(), 0);
    }

    void numbersAreRoundedAndTextIsNot()
    {
        CellTyper numbers(ColumnType::Decimal, {.decimals = 1});
        for (const auto &[field, rounded] :
             {std::pair("1.25"sv, "1.3"sv), std::pair("+0.25"sv, "0.3"sv), std::pair("7"sv, "7"sv)}) {
            const Cell cell = numbers.cell(field);
            QVERIFY(cell.kind == CellKind::Number);
            QCOMPARE(std::string(cell.text), std::string(rounded));
        }
        QVERIFY(numbers.cell("1.25 t").kind == CellKind::Text);
        QCOMPARE(numbers.notNumbers(), 1);
    }

    void nullBecomesWhatIsChosen_data()
    {
        QTest::addColumn<ColumnType>("type");
        QTest::addColumn<NullRule>("rule");
        QTest::addColumn<CellKind>("kind");
        using enum NullRule::Kind;
        QTest::newRow("nothing") << ColumnType::Decimal << NullRule() << CellKind::Empty;
        QTest::newRow("the old value") << ColumnType::Decimal << NullRule{Keep} << CellKind::Keep;
        QTest::newRow("a word") << ColumnType::String << NullRule{Word, u"n/a"_s} << CellKind::Text;
        QTest::newRow("a word among numbers") << ColumnType::Decimal << NullRule{Word, u"n/a"_s} << CellKind::Text;
        QTest::newRow("a number among numbers") << ColumnType::Long << NullRule{Word, u"0"_s} << CellKind::Number;
        QTest::newRow("a number among texts") << ColumnType::String << NullRule{Word, u"0"_s} << CellKind::Text;
    }
    void nullBecomesWhatIsChosen()
    {
        QFETCH(const ColumnType, type);
        QFETCH(const NullRule, rule);
        const CellTyper typer(type, {.nulls = rule});
        QTEST(typer.null().kind, "kind");
        QCOMPARE(std::string(typer.null().text), rule.word.toStdString());
        QCOMPARE(typer.notNumbers(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCellTyping)
#include "tst_celltyping.moc"
