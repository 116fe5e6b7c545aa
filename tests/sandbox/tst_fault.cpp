#include "sandbox/fault.h"

#include <QTest>

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
        QTest::newRow("first") << QStringLiteral("drop@getSheets") << 1 << false;
        QTest::newRow("third") << QStringLiteral("drop@getSheets#3") << 3 << false;
        QTest::newRow("every") << QStringLiteral("drop@getSheets#*") << 1 << true;
        QTest::newRow("every, short") << QStringLiteral("drop@getSheets*") << 1 << true;
    }

    void textIsUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(int, call);
        QFETCH(bool, every);
        QCOMPARE(Fault::parse(text).value(), (Fault{FaultKind::Drop, QStringLiteral("getSheets"), call, every}));
    }

    void everyKindHasItsName()
    {
        QSet<int> kinds;
        for (const QString &name : faultNames()) {
            const auto fault = Fault::parse(name + QStringLiteral("@updateSheet"));
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
        QTest::newRow("done") << QStringLiteral("refused-but-done") << FaultKind::RefusedButDone << 503;
        QTest::newRow("done later") << QStringLiteral("refused-done-later") << FaultKind::RefusedDoneLater << 503;
        for (const int status : {400, 404, 429, 500}) {
            QTest::addRow("done, %d", status)
                << QStringLiteral("refused-but-done-%1").arg(status) << FaultKind::RefusedButDone << status;
            QTest::addRow("done later, %d", status)
                << QStringLiteral("refused-done-later-%1").arg(status) << FaultKind::RefusedDoneLater << status;
        }
        QTest::newRow("none") << QStringLiteral("drop") << FaultKind::Drop << 0;
    }

    void refusalHasTheStatusOfItsName()
    {
        QFETCH(QString, name);
        QFETCH(FaultKind, kind);
        QFETCH(int, status);
        const auto fault = Fault::parse(name + QStringLiteral("@updateSheet"));
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
        FaultPlan plan({{FaultKind::Drop, QStringLiteral("getSheets"), 2, false},
                        {FaultKind::Hang, QStringLiteral("getSheetById"), 1, true}});
        QVERIFY(!plan.next(QStringLiteral("getSheets")));
        QVERIFY(!plan.next(QStringLiteral("updateSheet")));
        QCOMPARE(plan.next(QStringLiteral("getSheets"))->kind, FaultKind::Drop);
        QVERIFY(!plan.next(QStringLiteral("getSheets")));
        QCOMPARE(plan.next(QStringLiteral("getSheetById"))->kind, FaultKind::Hang);
        QCOMPARE(plan.next(QStringLiteral("getSheetById"))->kind, FaultKind::Hang);
    }
};

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
