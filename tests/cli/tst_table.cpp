#include "cli/table.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreAligned()
    {
        QCOMPARE(Cli::tableText({{u"a"_s, u"bb"_s, u"c"_s}, {u"aaa"_s, QString(), u"c"_s}, {u"a"_s}}),
                 u"a    bb  c\naaa      c\na"_s);
        QCOMPARE(Cli::tableText({}), QString());
    }

    void foreignTextIsOneLine()
    {
        const QString text = Cli::tableText({{u"a\nb\u001b"_s, u"c"_s}});
        QVERIFY(!text.contains(u'\n') && !text.contains(u'\u001b'));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
