#include "words/shapingtext.h"

#include "words/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Sheet::ShapingFault;

class TestShapingText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsOwnText()
    {
        QSet<QString> seen;
        for (int reason = 0; reason <= int(ShapingFault::lastReason); ++reason) {
            const ShapingFault fault{ShapingFault::Reason(reason)};
            const auto text = Words::shapingWords(fault, u"Heads"_s);
            QVERIFY(!text.next.isEmpty());
            QVERIFY2(!text.message.contains(u'%'), qPrintable(text.message));
            seen.insert(text.message);
            const Core::Error error{.kind = Core::ErrorKind::InvalidInput, .subject = u"Heads"_s, .cause = fault};
            QCOMPARE(Words::errorText(error).message, text.message);
        }
        QCOMPARE(seen.size(), int(ShapingFault::lastReason) + 1);
    }
};

QTEST_GUILESS_MAIN(TestShapingText)
#include "tst_shapingtext.moc"
