#include "core/printable.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPrintable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terminalControlsAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("escape") << u"a\u001b[31mb"_s << u"a<U+001B>[31mb"_s;
        QTest::newRow("title") << u"\u001b]0;x\u0007"_s << u"<U+001B>]0;x<U+0007>"_s;
        QTest::newRow("one-byte CSI") << u"a\u009b2Jb"_s << u"a<U+009B>2Jb"_s;
        QTest::newRow("backspace") << u"a\bb\u007f"_s << u"a<U+0008>b<U+007F>"_s;
        QTest::newRow("null") << QString(QChar(u'\0')) << u"<U+0000>"_s;
        QTest::newRow("override") << u"gpj\u202etxt"_s << u"gpj<U+202E>txt"_s;
        QTest::newRow("isolate") << u"\u2066a\u2069"_s << u"<U+2066>a<U+2069>"_s;
        QTest::newRow("byte order mark") << u"\ufeffUnit"_s << u"<U+FEFF>Unit"_s;
        QTest::newRow("zero width") << u"Un\u200bit"_s << u"Un<U+200B>it"_s;
        QTest::newRow("tag") << u"a\U000E0041b"_s << u"a<U+E0041>b"_s;
        QTest::newRow("no character") << u"a\uFFFEb"_s << u"a<U+FFFE>b"_s;
        QTest::newRow("filler") << u"a\u3164b"_s << u"a<U+3164>b"_s;
    }
    void terminalControlsAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(Core::printable(text), shown);
        QCOMPARE(Core::printableLines(text), shown);
    }

    void lineBreaksAreNamed()
    {
        QCOMPARE(Core::printable(u"a\r\nb\tc\u2028d\u2029e\u0085f"_s), u"a\\r\\nb\\tc<U+2028>d<U+2029>e<U+0085>f"_s);
    }

    void lineBreaksOfTheProgramAreKept() { QCOMPARE(Core::printableLines(u"a\nb\r\u001bc"_s), u"a\nb\\r<U+001B>c"_s); }

    void ordinaryCharactersAreKept_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "Trial balance 2026", "Nördlich (Σ) – 中文", "👩‍💻 and 👍🏽",
                                 "می‌خواهم", "a b", "100 %"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void ordinaryCharactersAreKept()
    {
        QFETCH(QString, text);
        QCOMPARE(Core::printable(text), text);
        QCOMPARE(Core::printableLines(text), text);
    }

    void joinerThatJoinsNothingIsNamed()
    {
        QCOMPARE(Core::printable(u"Unit\u200d"_s), u"Unit<U+200D>"_s);
        QCOMPARE(Core::printable(u"U\u200cnit"_s), u"U<U+200C>nit"_s);
        QCOMPARE(Core::printable(u"\u4e2d\u200d\u200d\u6587"_s), u"\u4e2d<U+200D><U+200D>\u6587"_s);
    }

    void outputHasNoInvisibleCharacters()
    {
        for (char32_t c = 0; c <= 0xeffff;
             c == 0x1ffff ? c = 0xe0000 : ++c) { // the planes that have characters of note
            const QString shown = Core::printable(u"a"_s + QString::fromUcs4(&c, 1) + u'b');
            const QList<uint> characters = shown.toUcs4();
            QVERIFY2(std::ranges::none_of(characters, Core::isUnseen), qPrintable(QString::number(c, 16)));
        }
    }
};

QTEST_GUILESS_MAIN(TestPrintable)
#include "tst_printable.moc"
