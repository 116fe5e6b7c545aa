#include "core/printable.h"

#include <QTest>

class TestPrintable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSteersATerminalIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("escape") << QStringLiteral("a\u001b[31mb") << QStringLiteral("a<U+001B>[31mb");
        QTest::newRow("title") << QStringLiteral("\u001b]0;x\u0007") << QStringLiteral("<U+001B>]0;x<U+0007>");
        QTest::newRow("one-byte CSI") << QStringLiteral("a\u009b2Jb") << QStringLiteral("a<U+009B>2Jb");
        QTest::newRow("backspace") << QStringLiteral("a\bb\u007f") << QStringLiteral("a<U+0008>b<U+007F>");
        QTest::newRow("null") << QString(QChar(u'\0')) << QStringLiteral("<U+0000>");
        QTest::newRow("override") << QStringLiteral("gpj\u202etxt") << QStringLiteral("gpj<U+202E>txt");
        QTest::newRow("isolate") << QStringLiteral("\u2066a\u2069") << QStringLiteral("<U+2066>a<U+2069>");
        QTest::newRow("byte order mark") << QStringLiteral("\ufeffUnit") << QStringLiteral("<U+FEFF>Unit");
        QTest::newRow("zero width") << QStringLiteral("Un\u200bit") << QStringLiteral("Un<U+200B>it");
        QTest::newRow("tag") << QStringLiteral("a\U000E0041b") << QStringLiteral("a<U+E0041>b");
        QTest::newRow("no character") << QStringLiteral("a\uFFFEb") << QStringLiteral("a<U+FFFE>b");
        QTest::newRow("filler") << QStringLiteral("a\u3164b") << QStringLiteral("a<U+3164>b");
    }
    void whatSteersATerminalIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(Core::printable(text), shown);
        QCOMPARE(Core::printableLines(text), shown);
    }

    void noTextBeginsALineOfItsOwn()
    {
        QCOMPARE(Core::printable(QStringLiteral("a\r\nb\tc\u2028d\u2029e\u0085f")),
                 QStringLiteral("a\\r\\nb\\tc<U+2028>d<U+2029>e<U+0085>f"));
    }

    void ourOwnLineBreaksStay()
    {
        QCOMPARE(Core::printableLines(QStringLiteral("a\nb\r\u001bc")), QStringLiteral("a\nb\\r<U+001B>c"));
    }

    void whatPeopleWriteStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "Trial balance 2026", "Nördlich (Σ) – 中文", "👩‍💻 and 👍🏽",
                                 "می‌خواهم", "a b", "100 %"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatPeopleWriteStaysAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(Core::printable(text), text);
        QCOMPARE(Core::printableLines(text), text);
    }

    void aJoinerThatJoinsNothingIsNamed()
    {
        QCOMPARE(Core::printable(QStringLiteral("Unit\u200d")), QStringLiteral("Unit<U+200D>"));
        QCOMPARE(Core::printable(QStringLiteral("U\u200cnit")), QStringLiteral("U<U+200C>nit"));
        QCOMPARE(Core::printable(QStringLiteral("\u4e2d\u200d\u200d\u6587")),
                 QStringLiteral("\u4e2d<U+200D><U+200D>\u6587"));
    }

    void nothingThatIsShownIsUnseen()
    {
        for (char32_t c = 0; c <= 0xeffff;
             c == 0x1ffff ? c = 0xe0000 : ++c) { // the planes that have characters of note
            const QString shown = Core::printable(QStringLiteral("a") + QString::fromUcs4(&c, 1) + u'b');
            const QList<uint> characters = shown.toUcs4();
            QVERIFY2(std::ranges::none_of(characters, Core::isUnseen), qPrintable(QString::number(c, 16)));
        }
    }
};

QTEST_GUILESS_MAIN(TestPrintable)
#include "tst_printable.moc"
