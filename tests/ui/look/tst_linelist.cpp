#include "ui/look/linelist.h"
#include "ui/look/tonelabel.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Ui::LineList;
using Ui::ToneLabel;
using Words::Tone;

class TestLineList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLinesTakeNoRoom()
    {
        LineList list;
        QVERIFY(list.isHidden());
        list.setLines({{Tone::Note, u"a"_s}});
        QVERIFY(!list.isHidden());
        list.setLines({});
        QVERIFY(list.isHidden());
        QVERIFY(list.findChildren<ToneLabel *>().isEmpty());
    }

    void lineThatJoinsOthersIsVisibleAtOnce()
    {
        LineList list;
        list.setLines({{Tone::Note, u"a"_s}});
        list.setLines({{Tone::Note, u"a"_s}, {Tone::Note, u"b"_s}});
        for (const ToneLabel *label : list.findChildren<ToneLabel *>())
            QVERIFY(label->isVisible());
    }

    void everyLineHasItsTone()
    {
        LineList list;
        list.setLines({{Tone::Error, u"a"_s}, {Tone::Note, u"b"_s}});
        const QList<Words::Line> fewer{{Tone::Warning, u"c"_s}};
        list.setLines(fewer);
        const QList<ToneLabel *> labels = list.findChildren<ToneLabel *>();
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.first()->tone(), Tone::Warning);
        QCOMPARE(labels.first()->text(), u"c"_s);
        QCOMPARE(list.lines(), fewer);
    }
};

QTEST_MAIN(TestLineList)
#include "tst_linelist.moc"
