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
                        .other = u"other %1"_s.arg(kind),
                        .verdict = Sheet::Verdict(kind % (int(Sheet::lastVerdict) + 1)),
                        .threshold = u"%1.5"_s.arg(kind),
                        .actual = u"actual %1"_s.arg(kind),
                        .expected = u"expected %1"_s.arg(kind),
                        .reason = u"reason %1"_s.arg(kind),
                        .until = QDate(2026, 12, 31).addDays(kind),
                        .places = {{u"E%1"_s.arg(kind), u"C4:C5"_s, kind, u"1000"_s, u"0900"_s}, {u"F9"_s}},
                        .unread = Finding::Unread(kind % (int(Finding::lastUnread) + 1)),
                        .columns = {{u"Account %1"_s.arg(kind), Finding::Trait(kind % (int(Finding::lastTrait) + 1)),
                                     5'000'000'000 + kind, u"E%1"_s.arg(kind), u"1"_s, u"1000"_s},
                                    {u"Unit"_s}}});
        QCOMPARE(History::findingsIn(History::toText(all)), all);
        QCOMPARE(History::findingIn(History::toText(all.first())), all.first());
    }

    void earlierVersionsRecordedOnlyWhatRefused_data()
    {
        QTest::addColumn<bool>("refuses");
        QTest::addColumn<Sheet::Verdict>("verdict");
        QTest::newRow("refused") << true << Sheet::Verdict::Stop;
        QTest::newRow("reported") << false << Sheet::Verdict::Warn;
    }
    void earlierVersionsRecordedOnlyWhatRefused()
    {
        QFETCH(bool, refuses);
        QFETCH(Sheet::Verdict, verdict);
        const auto finding = History::findingIn(
            uR"({"kind":"overflow","refuses":%1,"count":3,"place":"B3:C5","other":"","against":0})"_s.arg(
                refuses ? u"true"_s : u"false"_s));
        QCOMPARE(finding,
                 (Finding{.kind = Finding::Kind::Overflow,
                          .refuses = refuses,
                          .count = 3,
                          .place = u"B3:C5"_s,
                          .verdict = verdict}));
    }

    void noneIsNone()
    {
        QVERIFY(History::findingsIn(History::toText(QList<Finding>())).isEmpty());
        QVERIFY(History::findingsIn({}).isEmpty());
        QVERIFY(!History::findingIn({}));
    }

    void traitOfALaterVersionIsLeftOut()
    {
        const auto finding = History::findingIn(
            uR"({"kind":"identifiers","columns":[{"column":"a","trait":"later"},{"column":"b","trait":"date"}]})"_s);
        QVERIFY(finding);
        QCOMPARE(finding->columns.size(), 1);
        QCOMPARE(finding->columns.first().column, u"b"_s);
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
