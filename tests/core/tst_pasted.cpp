#include "core/inputfault.h"
#include "core/pasted.h"

#include <QTest>

class TestPasted final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodySeesAtTheEndsIsTakenAway_data()
    {
        QTest::addColumn<QString>("around");
        QTest::newRow("blanks") << QStringLiteral("  ");
        QTest::newRow("tab") << QStringLiteral("\t");
        QTest::newRow("line end") << QStringLiteral("\r\n");
        QTest::newRow("byte order mark") << QStringLiteral("\ufeff");
        QTest::newRow("zero-width space") << QStringLiteral("\u200b");
        QTest::newRow("no-break space") << QStringLiteral("\u00a0");
        QTest::newRow("narrow no-break space") << QStringLiteral("\u202f");
        QTest::newRow("marks of direction") << QStringLiteral("\u200e\u200f\u061c\u202a\u202c");
        QTest::newRow("word joiner") << QStringLiteral("\u2060");
        QTest::newRow("next line") << QStringLiteral("\u0085");
        QTest::newRow("tag") << QStringLiteral("\U000E0020");
        QTest::newRow("all of them") << QStringLiteral("\ufeff \u200b\r\n\u00a0");
    }
    void whatNobodySeesAtTheEndsIsTakenAway()
    {
        QFETCH(QString, around);
        for (const QString &text : {QStringLiteral("a1b2"), QStringLiteral("p q"), QStringLiteral("\U0001F4C8x")}) {
            QCOMPARE(Core::trimmed(around + text + around), text);
            QCOMPARE(Core::trimmed(text + around), text);
            QCOMPARE(Core::pasted(around + text + around).value(), text);
        }
        QVERIFY(Core::trimmed(around).isEmpty());
        QVERIFY(Core::pasted(around).value().isEmpty());
    }

    void whatNobodySeesWithinIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<char32_t>("character");
        QTest::newRow("zero-width space") << QStringLiteral("a\u200bb") << qsizetype(1) << U'\u200b';
        QTest::newRow("behind a wide character") << QStringLiteral(" \U0001F4C8\ufeffb") << qsizetype(1) << U'\ufeff';
        QTest::newRow("no-break space") << QStringLiteral("ab\u00a0c") << qsizetype(2) << U'\u00a0';
        QTest::newRow("line break") << QStringLiteral("ab\ncd") << qsizetype(2) << U'\n';
        QTest::newRow("soft hyphen") << QStringLiteral("ab\u00adcd") << qsizetype(2) << U'\u00ad';
    }
    void whatNobodySeesWithinIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, position);
        QFETCH(char32_t, character);
        const auto kept = Core::pasted(text);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Core::ErrorKind::InvalidInput);
        const auto *fault = kept.error().cause.as<Core::UnseenCharacter>();
        QVERIFY(fault);
        QCOMPARE(fault->position, position);
        QCOMPARE(uint(fault->character), uint(character));
    }

    void aSecretIsNotQuoted()
    {
        const auto kept = Core::pasted(QStringLiteral("se\u200bcret"), QStringLiteral("DOMO_CLIENT_SECRET"));
        QVERIFY(!kept);
        QCOMPARE(kept.error().subject, QStringLiteral("DOMO_CLIENT_SECRET"));
        QVERIFY(kept.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPasted)
#include "tst_pasted.moc"
