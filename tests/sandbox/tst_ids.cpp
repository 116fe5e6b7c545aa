#include "sandbox/ids.h"

#include <QRegularExpression>
#include <QTest>

using namespace Sandbox;

class TestIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsOfANameAreAlwaysTheSame()
    {
        QCOMPARE(guidFor(QStringLiteral("Trial Balance")), QStringLiteral("ff6de04a-c95c-5188-aedc-f521c95b5495"));
        QCOMPARE(hexIdFor(QStringLiteral("Scratch")), hexIdFor(QStringLiteral("Scratch")));
        QVERIFY(hexIdFor(QStringLiteral("Scratch")) != hexIdFor(QStringLiteral("scratch")));
    }

    void hexIdsAre32Digits()
    {
        const QRegularExpression digits(QStringLiteral("^[0-9a-f]{32}$"));
        QVERIFY(digits.match(hexIdFor(QStringLiteral("x"))).hasMatch());
        QVERIFY(digits.match(newHexId()).hasMatch());
        QVERIFY(newHexId() != newHexId());
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
