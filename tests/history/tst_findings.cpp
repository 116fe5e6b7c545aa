#include "history/findings.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Finding;

class TestFindings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBack()
    {
        QList<Finding> all;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind)
            all.append({.kind = Finding::Kind(kind),
                        .refuses = kind % 2 == 0,
                        .count = 5'000'000'000 + kind,
                        .place = u"B%1"_s.arg(kind),
                        .against = kind,
                        .other = u"other %1"_s.arg(kind)});
        QCOMPARE(History::findingsIn(History::toText(all)), all);
        QCOMPARE(History::findingIn(History::toText(all.first())), all.first());
    }

    void noneIsNone()
    {
        QVERIFY(History::findingsIn(History::toText(QList<Finding>())).isEmpty());
        QVERIFY(History::findingsIn({}).isEmpty());
        QVERIFY(!History::findingIn({}));
    }

    void kindOfALaterVersionIsLeftOut()
    {
        const QString text = uR"([{"kind":"later"},{"kind":"overflow","count":1,"refuses":true}])"_s;
        QCOMPARE(History::findingsIn(text).size(), 1);
        QVERIFY(!History::findingIn(uR"({"kind":"later"})"_s));
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
