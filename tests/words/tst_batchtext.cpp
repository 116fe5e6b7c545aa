#include "words/batchtext.h"

#include <QTest>

using Words::Tone;
using Writeback::State;

class TestBatchText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toneIsThatOfTheWorstEnd_data()
    {
        QTest::addColumn<QList<State>>("ends");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("all verified") << QList{State::Verified, State::NothingToDo} << Tone::Ok;
        QTest::newRow("one refused") << QList{State::Verified, State::Refused} << Tone::Warning;
        QTest::newRow("one cancelled") << QList{State::Cancelled, State::Verified} << Tone::Note;
        QTest::newRow("one failed among others")
            << QList{State::Refused, State::Failed, State::Verified} << Tone::Error;
        QTest::newRow("outcome unknown") << QList{State::OutcomeUnknown} << Tone::Error;
    }
    void toneIsThatOfTheWorstEnd()
    {
        QFETCH(QList<State>, ends);
        QFETCH(Tone, tone);
        QCOMPARE(Words::batchLine(ends).tone, tone);
    }

    void everyRunIsCounted()
    {
        QList<State> ends;
        for (int state = 0; state <= int(Writeback::lastState); ++state)
            ends.resize(ends.size() + 10 + state, State(state)); // a different number of each
        const QString text = Words::batchLine(ends).text;
        int sum = 0;
        for (int state = 0; state <= int(Writeback::lastState); ++state) {
            QVERIFY2(text.contains(QString::number(10 + state)), qPrintable(text));
            sum += 10 + state;
        }
        QVERIFY(text.contains(QString::number(sum)));
    }
};

QTEST_GUILESS_MAIN(TestBatchText)
#include "tst_batchtext.moc"
