#include "writeback/sheetlock.h"

#include <QTest>
#include <QUuid>

using Writeback::SheetLock;

class tst_SheetLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondTakerOfASheetIsBusy();
    void otherSheetsAndServicesAreFree();
    void releasedSheetIsFreeAgain();
    void destroyedLockIsFreeAgain();

private:
    const QUrl m_service = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    const QString m_sheet = QUuid::createUuid().toString(QUuid::Id128); // not another test's
};

void tst_SheetLock::secondTakerOfASheetIsBusy()
{
    SheetLock first;
    SheetLock second;
    QVERIFY(first.take(m_service, QStringLiteral("p"), m_sheet));
    const auto taken = second.take(m_service, QStringLiteral("p"), m_sheet);
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, Core::ErrorKind::Busy);
}

void tst_SheetLock::otherSheetsAndServicesAreFree()
{
    SheetLock first;
    SheetLock otherSheet;
    SheetLock otherService;
    QVERIFY(first.take(m_service, QStringLiteral("p"), m_sheet));
    QVERIFY(otherSheet.take(m_service, QStringLiteral("p"), m_sheet + u'2'));
    QVERIFY(otherService.take(QUrl(QStringLiteral("http://127.0.0.1:2/")), QStringLiteral("p"), m_sheet));
}

void tst_SheetLock::releasedSheetIsFreeAgain()
{
    SheetLock first;
    SheetLock second;
    QVERIFY(first.take(m_service, QStringLiteral("p"), m_sheet));
    first.release();
    QVERIFY(second.take(m_service, QStringLiteral("p"), m_sheet));
}

void tst_SheetLock::destroyedLockIsFreeAgain()
{
    {
        SheetLock first;
        QVERIFY(first.take(m_service, QStringLiteral("p"), m_sheet));
    }
    SheetLock second;
    QVERIFY(second.take(m_service, QStringLiteral("p"), m_sheet));
}

QTEST_GUILESS_MAIN(tst_SheetLock)
#include "tst_sheetlock.moc"
