#include "writeback/datafacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::ColumnType;

namespace {

// "A:LONG B C": texts unless a type is named.
QList<ColumnFacts> columns(const QString &text)
{
    QList<ColumnFacts> columns;
    for (const QString &one : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString type = one.section(u':', 1);
        columns.append(
            {.name = one.section(u':', 0, 0), .type = type.isEmpty() ? ColumnType::String : Sheet::columnType(type)});
    }
    return columns;
}

} // namespace

class TestDataFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driftIsNamedByItsKind_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<ColumnDrift>("drift");
        const auto row = [](const char *name, const char *before, const char *now, const ColumnDrift &drift) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(now) << drift;
        };
        row("none", "A B:LONG", "A B:LONG", {});
        row("added at the end", "A B", "A B C", {.added = {u"C"_s}});
        row("added in between: the others keep their order", "A B C", "A X B C", {.added = {u"X"_s}});
        row("removed", "A B C", "A C", {.removed = {u"B"_s}});
        row("renamed", "A B C", "A X C", {.renamed = {{u"B"_s, u"X"_s}}});
        row("renamed, and another type: removed and added", "A B C", "A X:LONG C",
            {.added = {u"X"_s}, .removed = {u"B"_s}});
        row("retyped", "A B:LONG", "A B:DOUBLE", {.retyped = {{u"B"_s, ColumnType::Long, ColumnType::Double}}});
        row("a type that is not known", "A B:unheard-of", "A B", {});
        row("exchanged", "A B C", "A C B", {.reordered = 1, .firstReordered = u"C"_s});
        row("one moved to the front", "A B C D", "D A B C", {.reordered = 1, .firstReordered = u"D"_s});
        row("turned around", "A B C D", "D C B A", {.reordered = 3, .firstReordered = u"D"_s});
        row("one name twice", "A A B", "A A B", {});
        row("one name once less", "A A B", "A B", {.removed = {u"A"_s}});
        row("several", "A B C:LONG D", "D X C:DOUBLE A E",
            {.added = {u"E"_s},
             .renamed = {{u"B"_s, u"X"_s}},
             .retyped = {{u"C"_s, ColumnType::Long, ColumnType::Double}},
             .reordered = 2,
             .firstReordered = u"D"_s});
    }
    void driftIsNamedByItsKind()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QFETCH(ColumnDrift, drift);
        const ColumnDrift found = driftOf(columns(before), columns(now));
        QCOMPARE(found.added, drift.added);
        QCOMPARE(found.removed, drift.removed);
        QCOMPARE(found.renamed, drift.renamed);
        QCOMPARE(found.retyped, drift.retyped);
        QCOMPARE(found.reordered, drift.reordered);
        QCOMPARE(found.firstReordered, drift.firstReordered);
    }

    void totalsAreNoDrift()
    {
        QList<ColumnFacts> now = columns(u"A:LONG"_s);
        now.first().total = u"5"_s;
        QCOMPARE(driftOf(columns(u"A:LONG"_s), now), ColumnDrift());
    }
};

QTEST_GUILESS_MAIN(TestDataFacts)
#include "tst_datafacts.moc"
