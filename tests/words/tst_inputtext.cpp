#include "core/inputfault.h"
#include "core/printable.h"
#include "words/errortext.h"
#include "words/inputtext.h"

#include <QTest>

using Core::Contradiction;
using Core::ErrorKind;

class TestInputText final : public QObject
{
    Q_OBJECT

    static Core::Error error(const QString &subject, const Core::Cause &cause)
    {
        return {.kind = ErrorKind::InvalidInput, .subject = subject, .cause = cause};
    }

private Q_SLOTS:
    void everyFaultHasASentenceOfItsOwnAndSaysWhatToDo()
    {
        const QString subject = QStringLiteral("subject");
        const QList<Core::Cause> causes{
            Core::NotGiven{},
            Core::NotOneOf{{QStringLiteral("us"), QStringLiteral("eu")}},
            Core::UnseenCharacter{1, 0x200b},
            Core::PathInAddress{QStringLiteral("/v1")},
            Core::NoSheetInAddress{},
            Contradiction{Contradiction::Of::Spreadsheet, QStringLiteral("one"), QStringLiteral("other")},
            Contradiction{Contradiction::Of::Sheet, QStringLiteral("one"), QStringLiteral("other")},
            Contradiction{Contradiction::Of::Host, QStringLiteral("one"), QStringLiteral("other")}};
        QSet<QString> seen;
        for (const Core::Cause &cause : causes) {
            const Words::InputText text = Words::inputText(error(subject, cause));
            QVERIFY(!text.message.isEmpty());
            QVERIFY(!text.next.isEmpty());
            QVERIFY2(!text.message.contains(u'%'), qPrintable(text.message));
            seen.insert(text.message);
            QCOMPARE(Words::errorText(error(subject, cause)).message, text.message);
        }
        QCOMPARE(seen.size(), causes.size());
    }

    void whatIsNotKnownIsNotSaid() { QVERIFY(Words::inputText(error(QStringLiteral("x"), {})).message.isEmpty()); }

    void bothSidesOfAContradictionAreNamed()
    {
        for (const auto of : {Contradiction::Of::Spreadsheet, Contradiction::Of::Sheet, Contradiction::Of::Host}) {
            const QString message =
                Words::inputText(error({}, Contradiction{of, QStringLiteral("left"), QStringLiteral("right")})).message;
            QVERIFY(message.contains(QStringLiteral("\"left\"")));
            QVERIFY(message.contains(QStringLiteral("\"right\"")));
        }
    }

    void anUnseenCharacterIsNamed_data()
    {
        QTest::addColumn<char32_t>("character");
        QTest::addColumn<QString>("code");
        QTest::newRow("byte order mark") << U'\ufeff' << QStringLiteral("(U+FEFF)");
        QTest::newRow("zero-width space") << U'\u200b' << QStringLiteral("(U+200B)");
        QTest::newRow("no-break space") << U'\u00a0' << QStringLiteral("(U+00A0)");
        QTest::newRow("one without a name of its own") << U'\u0007' << QStringLiteral("U+0007");
    }
    void anUnseenCharacterIsNamed()
    {
        QFETCH(char32_t, character);
        QFETCH(QString, code);
        const QString message =
            Words::inputText(error(QStringLiteral("DOMO_CLIENT_ID"), Core::UnseenCharacter{4, character})).message;
        QVERIFY(message.contains(code));
        QVERIFY(message.contains(QStringLiteral("DOMO_CLIENT_ID")));
        QVERIFY(message.contains(u'5')); // people count from one
        QCOMPARE(Core::printable(message), message);
    }
};

QTEST_GUILESS_MAIN(TestInputText)
#include "tst_inputtext.moc"
