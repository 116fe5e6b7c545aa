#include "history/findings.h"

#include <QTest>

using Writeback::Finding;

class TestFindings : public QObject
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
                        .place = QStringLiteral("B%1").arg(kind),
                        .against = kind,
                        .other = QStringLiteral("other %1").arg(kind)});
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
        const QString text = QStringLiteral(R"([{"kind":"later"},{"kind":"overflow","count":1,"refuses":true}])");
        QCOMPARE(History::findingsIn(text).size(), 1);
        QVERIFY(!History::findingIn(QStringLiteral(R"({"kind":"later"})")));
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
