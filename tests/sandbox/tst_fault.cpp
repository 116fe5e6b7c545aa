#include "sandbox/fault.h"

#include <QTest>

using namespace Sandbox;

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
        int kind = 0;
        for (const QString &name : faultNames()) {
            const auto fault = Fault::parse(name + QStringLiteral("@updateSheet"));
            QCOMPARE(fault->kind, static_cast<FaultKind>(kind++));
            QCOMPARE(refusalStatus(fault->kind).value_or(0), name.toInt());
        }
        QCOMPARE(faultNames().last(), QStringLiteral("lost-answer"));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "drop", "drop@", "drop@nothing", "explode@getSheets", "drop@getSheets#0",
                                 "drop@getSheets#x", "402@getSheets"})
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
        QCOMPARE(plan.next(QStringLiteral("getSheets")), std::optional(FaultKind::Drop));
        QVERIFY(!plan.next(QStringLiteral("getSheets")));
        QCOMPARE(plan.next(QStringLiteral("getSheetById")), std::optional(FaultKind::Hang));
        QCOMPARE(plan.next(QStringLiteral("getSheetById")), std::optional(FaultKind::Hang));
    }
};

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
