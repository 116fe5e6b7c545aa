#include "core/secret.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

class TestSecret final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCopyHoldsTheText()
    {
        Core::Secret copy;
        {
            const Core::Secret secret(u"pässword\U0001f511"_s);
            copy = secret;
            QCOMPARE(secret.text(), u"pässword\U0001f511"_s);
        }
        QCOMPARE(copy.text(), u"pässword\U0001f511"_s);
    }

    void secretsAreEqualByTheirText()
    {
        QVERIFY(Core::Secret(u"a"_s) == Core::Secret(u"a"_s));
        QVERIFY(Core::Secret(u"a"_s) != Core::Secret(u"b"_s));
        QVERIFY(Core::Secret(QString()) == Core::Secret());
        QVERIFY(Core::Secret(u""_s).isEmpty());
        QVERIFY(!Core::Secret(u" "_s).isEmpty());
    }

    void wipingLeavesNothing()
    {
        std::array<std::byte, 5> bytes{};
        bytes.fill(std::byte{7});
        Core::wipe(std::span(bytes).first(4));
        QVERIFY(std::ranges::all_of(std::span(bytes).first(4), [](std::byte byte) { return byte == std::byte{0}; }));
        QCOMPARE(bytes[4], std::byte{7});
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
