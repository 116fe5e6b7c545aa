#include "core/inputfault.h"
#include "core/printable.h"
#include "words/errortext.h"
#include "words/inputtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::Contradiction;
using Core::ErrorKind;

class TestInputText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsOwnSentenceAndAdvice()
    {
        const QString subject = u"subject"_s;
        const QList<Core::Cause> causes{Core::NotGiven{},
                                        Core::NotOneOf{{u"us"_s, u"eu"_s}},
                                        Core::Ambiguous{{u"one (1)"_s, u"one (2)"_s}},
                                        Core::Archived{},
                                        Core::FileExists{},
                                        Core::UnseenCharacter{1, 0x200b},
                                        Core::PathInAddress{u"/v1"_s},
                                        Core::NoSheetInAddress{},
                                        Core::NotAChoice{},
                                        Core::NotANumber{},
                                        Core::NotAPeriod{},
                                        Core::NotADate{},
                                        Core::PastDate{},
                                        Core::NotAList{},
                                        Core::NotAMailbox{},
                                        Core::NotAHost{},
                                        Core::NameTaken{},
                                        Core::TooShort{16},
                                        Contradiction{Contradiction::Of::Spreadsheet, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::Sheet, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::Host, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::Guard, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::Period, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::ClientId, u"one"_s, u"other"_s},
                                        Contradiction{Contradiction::Of::Account, u"one"_s, u"other"_s}};
        QSet<QString> seen;
        for (const Core::Cause &cause : causes) {
            const Words::Sentences text = Words::inputText(error(subject, cause));
            QVERIFY(!text.message.isEmpty());
            QVERIFY(!text.next.isEmpty());
            QVERIFY2(!text.message.contains(u'%'), qPrintable(text.message));
            seen.insert(text.message);
            QCOMPARE(Words::errorText(error(subject, cause)).message, text.message);
        }
        QCOMPARE(seen.size(), causes.size());
    }

    void nameAmongNoneIsJustNotThere()
    {
        const Words::Sentences text = Words::inputText(error(u"x"_s, Core::NotOneOf{}));
        QVERIFY(text.message.contains(u"\"x\""_s) && !text.message.contains(u':'));
    }

    void unknownDetailsAreLeftOut() { QVERIFY(Words::inputText(error(u"x"_s, {})).message.isEmpty()); }

    void bothSidesOfAContradictionAreNamed()
    {
        for (const auto of : {Contradiction::Of::Spreadsheet, Contradiction::Of::Sheet, Contradiction::Of::Host,
                              Contradiction::Of::Guard, Contradiction::Of::ClientId, Contradiction::Of::Account}) {
            const QString message = Words::inputText(error({}, Contradiction{of, u"left"_s, u"right"_s})).message;
            QVERIFY(message.contains(u"\"left\""_s));
            QVERIFY(message.contains(u"\"right\""_s));
        }
    }

    void invisibleCharacterIsNamed_data()
    {
        QTest::addColumn<char32_t>("character");
        QTest::addColumn<QString>("code");
        QTest::newRow("byte order mark") << U'\ufeff' << u"(U+FEFF)"_s;
        QTest::newRow("zero-width space") << U'\u200b' << u"(U+200B)"_s;
        QTest::newRow("no-break space") << U'\u00a0' << u"(U+00A0)"_s;
        QTest::newRow("one without a name of its own") << U'\u0007' << u"U+0007"_s;
    }
    void invisibleCharacterIsNamed()
    {
        QFETCH(char32_t, character);
        QFETCH(QString, code);
        const QString message =
            Words::inputText(error(u"DOMO_CLIENT_ID"_s, Core::UnseenCharacter{4, character})).message;
        QVERIFY(message.contains(code));
        QVERIFY(message.contains(u"DOMO_CLIENT_ID"_s));
        QVERIFY(message.contains(u'5')); // people count from one
        QCOMPARE(Core::printable(message), message);
    }

private:
    static Core::Error error(const QString &subject, const Core::Cause &cause)
    {
        return {.kind = ErrorKind::InvalidInput, .subject = subject, .cause = cause};
    }
};

QTEST_GUILESS_MAIN(TestInputText)
#include "tst_inputtext.moc"
