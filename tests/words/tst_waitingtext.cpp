#include "words/waitingtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;
using Core::Service;
using Writeback::Waiting;

class TestWaitingText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasASentenceAndAName()
    {
        QSet<QString> texts;
        QSet<QString> names;
        const QList<Waiting::For> all{Waiting::For::Answer, Waiting::For::RateLimit, Waiting::For::EarlierWrite,
                                      Waiting::For::Reading};
        for (const Waiting::For reason : all) {
            texts.insert(Words::waitingText({.reason = reason, .service = Service::Workiva}));
            names.insert(Words::waitingName({.reason = reason, .service = Service::Workiva}));
        }
        QCOMPARE(texts.size(), all.size());
        QCOMPARE(names.size(), all.size());
        QVERIFY(!texts.contains(QString()) && !names.contains(QString()));
    }

    void noWaitHasNoText()
    {
        QCOMPARE(Words::waitingText({}), QString());
        QCOMPARE(Words::waitingName({}), QString());
    }

    void missingResponseShowsDurationAttemptAndNext()
    {
        const Waiting waiting{.reason = Waiting::For::Retry,
                              .service = Service::Workiva,
                              .attempt = 3,
                              .unanswered = 40'600ms,
                              .next = 7'200ms};
        const QString text = Words::waitingText(waiting);
        for (const QString &part :
             {u"Workiva"_s, u"40 s"_s, u"3"_s, u"8 s"_s}) // a remaining time is not rounded down to zero
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void firstAttemptHasNoNumber()
    {
        const Waiting first{.reason = Waiting::For::Answer, .service = Service::Domo, .attempt = 1, .unanswered = 15s};
        QCOMPARE(Words::waitingText(first).count(u','), 0);
        Waiting second = first;
        second.attempt = 2;
        QCOMPARE(Words::waitingText(second).count(u','), 1);
    }

    void remainingTimeIsNeverZero()
    {
        for (const Waiting::For reason :
             {Waiting::For::Retry, Waiting::For::RateLimit, Waiting::For::EarlierWrite, Waiting::For::Reading}) {
            const QString text = Words::waitingText({.reason = reason, .service = Service::Workiva});
            QVERIFY2(!text.contains(u"0 s"_s), qPrintable(text));
        }
    }

    void rateLimitTellsWhenTheNextRequestGoes()
    {
        const QString text =
            Words::waitingText({.reason = Waiting::For::RateLimit, .service = Service::Workiva, .next = 12s});
        QVERIFY2(text.contains(u"12 s"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestWaitingText)
#include "tst_waitingtext.moc"
