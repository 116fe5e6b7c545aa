#include "core/inputfault.h"
#include "core/pasted.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPasted final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invisibleCharactersAtTheEndsAreRemoved_data()
    {
        QTest::addColumn<QString>("around");
        QTest::newRow("blanks") << u"  "_s;
        QTest::newRow("tab") << u"\t"_s;
        QTest::newRow("line end") << u"\r\n"_s;
        QTest::newRow("byte order mark") << u"\ufeff"_s;
        QTest::newRow("zero-width space") << u"\u200b"_s;
        QTest::newRow("no-break space") << u"\u00a0"_s;
        QTest::newRow("narrow no-break space") << u"\u202f"_s;
        QTest::newRow("marks of direction") << u"\u200e\u200f\u061c\u202a\u202c"_s;
        QTest::newRow("word joiner") << u"\u2060"_s;
        QTest::newRow("next line") << u"\u0085"_s;
        QTest::newRow("tag") << u"\U000E0020"_s;
        QTest::newRow("all of them") << u"\ufeff \u200b\r\n\u00a0"_s;
    }
    void invisibleCharactersAtTheEndsAreRemoved()
    {
        QFETCH(QString, around);
        for (const QString &text : {u"a1b2"_s, u"p q"_s, u"\U0001F4C8x"_s}) {
            QCOMPARE(Core::trimmed(around + text + around), text);
            QCOMPARE(Core::trimmed(text + around), text);
            QCOMPARE(Core::pasted({.text = around + text + around}).value(), text);
        }
        QVERIFY(Core::trimmed(around).isEmpty());
        QVERIFY(Core::pasted({.text = around}).value().isEmpty());
    }

    void invisibleCharactersInsideAreReported_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<char32_t>("character");
        QTest::newRow("zero-width space") << u"a\u200bb"_s << qsizetype(1) << U'\u200b';
        QTest::newRow("behind a wide character") << u" \U0001F4C8\ufeffb"_s << qsizetype(1) << U'\ufeff';
        QTest::newRow("no-break space") << u"ab\u00a0c"_s << qsizetype(2) << U'\u00a0';
        QTest::newRow("line break") << u"ab\ncd"_s << qsizetype(2) << U'\n';
        QTest::newRow("soft hyphen") << u"ab\u00adcd"_s << qsizetype(2) << U'\u00ad';
    }
    void invisibleCharactersInsideAreReported()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, position);
        QFETCH(char32_t, character);
        const auto kept = Core::pasted({.text = text});
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Core::ErrorKind::InvalidInput);
        const auto *fault = kept.error().cause.as<Core::UnseenCharacter>();
        QVERIFY(fault);
        QCOMPARE(fault->position, position);
        QCOMPARE(uint(fault->character), uint(character));
    }

    void secretIsNotQuoted()
    {
        const auto kept = Core::pasted({.text = u"se\u200bcret"_s, .name = u"DOMO_CLIENT_SECRET"_s});
        QVERIFY(!kept);
        QCOMPARE(kept.error().subject, u"DOMO_CLIENT_SECRET"_s);
        QVERIFY(kept.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPasted)
#include "tst_pasted.moc"
