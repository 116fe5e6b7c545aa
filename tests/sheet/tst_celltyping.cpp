#include "sheet/celltyping.h"

#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestCellTyping)
#include "tst_celltyping.moc"
