#include "history/datafacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::ColumnFacts;

class TestDataFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnComesBack()
    {
        using enum Sheet::ColumnType;
        QList<ColumnFacts> columns{{}, {.name = u"Amount \"2026\" é"_s, .total = u"-12345678901234567890.05"_s}};
        for (const auto type : {String, Decimal, Long, Double, Date, DateTime})
            columns.append({.name = Sheet::name(type), .type = type, .total = u"0"_s});
        QCOMPARE(History::columnsIn(History::toText(columns)), columns);
    }

    void noneIsNone()
    {
        QVERIFY(History::columnsIn(History::toText(QList<ColumnFacts>())).isEmpty());
        QVERIFY(History::columnsIn({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDataFacts)
#include "tst_datafacts.moc"
