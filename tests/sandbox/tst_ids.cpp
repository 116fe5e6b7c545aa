#include "sandbox/ids.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsOfANameAreAlwaysTheSame()
    {
        QCOMPARE(guidFor(u"Trial Balance"_s), u"ff6de04a-c95c-5188-aedc-f521c95b5495"_s);
        QCOMPARE(hexIdFor(u"Scratch"_s), hexIdFor(u"Scratch"_s));
        QVERIFY(hexIdFor(u"Scratch"_s) != hexIdFor(u"scratch"_s));
    }

    void hexIdsAre32Digits()
    {
        const QRegularExpression digits(u"^[0-9a-f]{32}$"_s);
        QVERIFY(digits.match(hexIdFor(u"x"_s)).hasMatch());
        QVERIFY(digits.match(newHexId()).hasMatch());
        QVERIFY(newHexId() != newHexId());
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
