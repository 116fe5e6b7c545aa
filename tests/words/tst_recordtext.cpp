#include "words/recordtext.h"
#include "words/endtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::State;

class TestRecordText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runWithoutAnEndIsInterruptedOrGoing()
    {
        History::RunRecord run = record();
        run.ended = {};
        run.state.clear();
        QCOMPARE(Words::recordState(run), Words::interruptedName(false));
        QCOMPARE(Words::recordExplanation(run).text, Words::interruptedText(false));
        run.changesSent = 1;
        QCOMPARE(Words::recordState(run), Words::interruptedName(true));
        run.isRunning = true;
        QCOMPARE(Words::recordState(run).tone, Words::Tone::Waiting);
        QCOMPARE(Words::recordExplanation(run), Words::Line());
    }

    void checkIsNoRun()
    {
        History::RunRecord run = record(State::NothingToDo);
        const Words::Line asRun = Words::recordState(run);
        run.entry.kind = Writeback::RunKind::Check;
        QVERIFY(Words::recordState(run) != asRun);
    }

    void detailsTellWhatIsKept()
    {
        History::RunRecord run = record(State::Failed);
        run.error = Core::Error{.kind = Core::ErrorKind::RateLimited, .requestId = u"quote-me"_s};
        const QString details = Words::recordDetails(run);
        for (const char *part :
             {"Balance", "Filing / Balance / B3:", "workiva-writeback-cli 1.2.3", "60", "70", "80", "quote-me"})
            QVERIFY2(details.contains(QLatin1String(part)), part);
        QVERIFY(details.contains(Words::recordState(run).text));
    }

    void detailsOfAnInterruptedRunClaimNoCounts()
    {
        History::RunRecord run = record();
        run.ended = {};
        run.state.clear();
        QVERIFY(!Words::recordDetails(run).contains(u"60"_s));
    }

    void unknownValuesHaveNoLine()
    {
        QCOMPARE(Words::factsText({}), QString());
        Runs::RunFacts facts;
        facts.entry.profileName = u"Balance"_s;
        QVERIFY(Words::factsText(facts).contains(facts.entry.profileName));
        QVERIFY(!Words::factsText(facts).contains(u'\n'));
    }

private:
    static History::RunRecord record(State state = State::Verified)
    {
        History::RunRecord run;
        run.entry.profileName = u"Balance"_s;
        run.entry.started = QDateTime(QDate(2026, 11, 26), QTime(13, 5, 7), Qt::UTC);
        run.ended = run.entry.started.addSecs(9);
        run.state = Writeback::name(state);
        run.program = u"workiva-writeback-cli"_s;
        run.version = u"1.2.3"_s;
        run.entry.target = u"Filing / Balance / B3:"_s;
        run.cellsPlanned = 70;
        run.cellsWritten = 60;
        run.cellsCompared = 80;
        return run;
    }
};

QTEST_GUILESS_MAIN(TestRecordText)
#include "tst_recordtext.moc"
