#include "sandbox/domo/typesampling.h"

#include "sandbox/csvfile.h"

#include <QTest>

class TestTypeSampling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnIs_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *fields, const char *type) {
            QTest::newRow(fields) << QByteArray(fields) << QString::fromLatin1(type);
        };
        row("1|-2|0", "LONG");
        row("1|2.50", "DECIMAL");
        row("1|2.5|1e5", "DOUBLE");
        row("2026-01-31|1999-12-31", "DATE");
        row("2026-01-31T08:15:00|1999-12-31 23:59:59", "DATETIME");
        row("2026-01-31|2026-01-31T08:15:00", "STRING");
        row("1|x", "STRING");
        row("007", "STRING");
        row("+1", "STRING");
        row(".5", "STRING");
        row("1|\\N|2", "LONG");
        row("1|\"\"", "STRING");
        row("\\N|\\N", "STRING");
        row("999999999999999", "LONG");
        row("12345678901234567", "STRING");
        row("0.1234567890123456", "STRING");
        row("NaN", "STRING");
    }
    void columnIs()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, type);
        const Sheet::Grid table = Sandbox::readCsv("name\n" + fields.replace('|', '\n') + '\n');
        QCOMPARE(Sheet::name(Sandbox::sampledType(table, 0)), type);
    }
};

QTEST_GUILESS_MAIN(TestTypeSampling)
#include "tst_typesampling.moc"
