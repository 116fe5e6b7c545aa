#include "sandbox/fault.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

Q_DECLARE_METATYPE(Sandbox::FaultKind)

class TestFault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("call");
        QTest::addColumn<bool>("every");
        QTest::newRow("first") << u"drop@getSheets"_s << 1 << false;
        QTest::newRow("third") << u"drop@getSheets#3"_s << 3 << false;
        QTest::newRow("every") << u"drop@getSheets#*"_s << 1 << true;
        QTest::newRow("every, short") << u"drop@getSheets*"_s << 1 << true;
    }
    void textIsUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(int, call);
        QFETCH(bool, every);
        QCOMPARE(Fault::parse(text).value(), (Fault{FaultKind::Drop, u"getSheets"_s, call, every}));
    }

    void everyKindHasItsName()
    {
        QSet<int> kinds;
        for (const QString &name : faultNames()) {
            const auto fault = Fault::parse(name + u"@updateSheet"_s);
            QVERIFY2(fault, qPrintable(name));
            kinds += int(fault->kind);
        }
        QCOMPARE(kinds.size(), int(FaultKind::PagesWithoutEnd) + 1);
        QCOMPARE(faultNames().removeDuplicates(), 0);
    }

    void everyNameIsExplained()
    {
        const QString lines = faultLines().join(u'\n');
        for (const QString &name : faultNames())
            QVERIFY2(lines.contains(name), qPrintable(name));
    }

    void refusalHasTheStatusOfItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<int>("status");
        for (const int status : {401, 403, 404, 406, 409, 429, 500, 503})
            QTest::addRow("%d", status) << QString::number(status) << FaultKind::Refuse << status;
        QTest::newRow("done") << u"refused-but-done"_s << FaultKind::RefusedButDone << 503;
        QTest::newRow("done later") << u"refused-done-later"_s << FaultKind::RefusedDoneLater << 503;
        for (const int status : {400, 404, 429, 500}) {
            QTest::addRow("done, %d", status)
                << u"refused-but-done-%1"_s.arg(status) << FaultKind::RefusedButDone << status;
            QTest::addRow("done later, %d", status)
                << u"refused-done-later-%1"_s.arg(status) << FaultKind::RefusedDoneLater << status;
        }
        QTest::newRow("none") << u"drop"_s << FaultKind::Drop << 0;
    }
    void refusalHasTheStatusOfItsName()
    {
        QFETCH(QString, name);
        QFETCH(FaultKind, kind);
        QFETCH(int, status);
        const auto fault = Fault::parse(name + u"@updateSheet"_s);
        QVERIFY(fault);
        QCOMPARE(fault->kind, kind);
        QCOMPARE(fault->status, status);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "drop", "drop@", "drop@nothing", "explode@getSheets", "drop@getSheets#0",
                                 "drop@getSheets#x", "402@getSheets", "refused-but-done-402@getSheets"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(Fault::parse(text).error().kind, Core::ErrorKind::InvalidInput);
    }

    void planCountsEachOperation()
    {
        FaultPlan plan({{FaultKind::Drop, u"getSheets"_s, 2, false}, {FaultKind::Hang, u"getSheetById"_s, 1, true}});
        QVERIFY(!plan.next(u"getSheets"_s));
        QVERIFY(!plan.next(u"updateSheet"_s));
        QCOMPARE(plan.next(u"getSheets"_s)->kind, FaultKind::Drop);
        QVERIFY(!plan.next(u"getSheets"_s));
        QCOMPARE(plan.next(u"getSheetById"_s)->kind, FaultKind::Hang);
        QCOMPARE(plan.next(u"getSheetById"_s)->kind, FaultKind::Hang);
    }
};

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
