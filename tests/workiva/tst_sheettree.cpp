#include "workiva/sheettree.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Workiva::inTreeOrder;
using Workiva::SheetInfo;

namespace {

SheetInfo sheet(const char *id, const char *parentId = "", int index = -1)
{
    SheetInfo info;
    info.id = QString::fromLatin1(id);
    info.name = info.id.toUpper();
    info.parentId = QString::fromLatin1(parentId);
    info.index = index;
    return info;
}

QString paths(const QList<SheetInfo> &sheets)
{
    QStringList list;
    for (const SheetInfo &info : inTreeOrder(sheets))
        list.append(u"%1 %2"_s.arg(info.depth).arg(info.path));
    return list.join(u'|');
}

} // namespace

class TestSheetTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parentsComeBeforeTheirChildren()
    {
        QCOMPARE(paths({sheet("c", "b"), sheet("x"), sheet("b", "a"), sheet("a"), sheet("d", "a")}),
                 u"0 X|0 A|1 A / B|2 A / B / C|1 A / D"_s);
    }

    void siblingsGoByIndex()
    {
        QCOMPARE(paths({sheet("a", "", 2), sheet("b", "", 0), sheet("c"), sheet("d", "", 1), sheet("e", "b", 1),
                        sheet("f", "b", 0)}),
                 u"0 B|1 B / F|1 B / E|0 D|0 A|0 C"_s);
    }

    void duplicatesAreDropped()
    {
        QCOMPARE(paths({sheet("a"), sheet("b"), sheet("b", "a"), sheet("b", "c"), sheet("a")}), u"0 A|1 A / B"_s);
    }

    void sheetOfAnUnknownParentIsTopLevel() { QCOMPARE(paths({sheet("a", "gone")}), u"0 A"_s); }

    void circularParentsLoseNoSheet()
    {
        QCOMPARE(paths({sheet("a", "b"), sheet("b", "a"), sheet("c", "c"), sheet("d")}), u"0 D|0 A|1 A / B|0 C"_s);
    }

    void deepNestingIsSupported()
    {
        QList<SheetInfo> chain;
        for (int i = 0; i < 2'000; ++i) {
            SheetInfo info;
            info.id = QString::number(i);
            info.parentId = i == 0 ? QString() : QString::number(i - 1);
            chain.prepend(info);
        }
        const auto ordered = inTreeOrder(chain);
        QCOMPARE(ordered.size(), 2'000);
        QCOMPARE(ordered.constLast().depth, 1'999);
    }
};

QTEST_GUILESS_MAIN(TestSheetTree)
#include "tst_sheettree.moc"
