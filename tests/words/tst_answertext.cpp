#include "words/answertext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using Words::Answer;
using Words::PastRun;
using Words::Tone;
using Writeback::Changed;
using Writeback::State;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);

PastRun run(State state, const std::optional<Core::Error> &error = {})
{
    return {.started = now.addSecs(-74),
            .ended = now.addSecs(-60),
            .state = Writeback::name(state),
            .error = error,
            .cellsToChange = 274,
            .cellsWritten = 120,
            .cellsCompared = 12'010,
            .cellsWrong = 37};
}

PastRun check(State state, qint64 pending = 0)
{
    PastRun one = run(state);
    one.isCheck = true;
    one.pendingChanges = pending;
    return one;
}

PastRun unended(bool isElsewhere, bool hasSent)
{
    return {.isElsewhere = isElsewhere, .hasSent = hasSent, .started = now.addSecs(-74)};
}

} // namespace

class TestAnswerText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyEndHasItsOwnAnswer()
    {
        QList<PastRun> runs{unended(true, false),
                            unended(false, true),
                            unended(false, false),
                            check(State::NothingToDo),
                            check(State::Planned),
                            check(State::Failed),
                            run(State::Refused, Core::Error{.kind = Core::ErrorKind::Declined}),
                            run(State::Refused, Core::Error{.kind = Core::ErrorKind::Locked})};
        for (int state = 0; state <= int(Writeback::lastState); ++state)
            runs.append(run(State(state)));
        QSet<QString> headings{Words::neverRunAnswer().heading,
                               Words::changedAnswer(run(State::Verified), Changed::Target, now).heading};
        for (const PastRun &one : runs)
            headings.insert(Words::answer(one, now).heading);
        QCOMPARE(headings.size(), runs.size() + 2);
    }

    // Which are not the DataSet's, and were not compared.
    void runThatLeavesCellsAloneDoesNotSpeakOfAll()
    {
        for (PastRun one : {run(State::Verified), run(State::NothingToDo), run(State::Mismatch),
                            check(State::NothingToDo), check(State::Planned)}) {
            const Answer ofAll = Words::answer(one, now);
            const Words::Line inList = Words::lastVerifiedLine(one, now);
            one.leavesCells = true;
            QVERIFY(Words::answer(one, now).heading != ofAll.heading);
            QCOMPARE(Words::answer(one, now).tone, ofAll.tone);
            QVERIFY(Words::answer(one, now).body != ofAll.body || one.state == Writeback::name(State::Mismatch));
            QVERIFY(Words::lastVerifiedLine(one, now).text != inList.text);
        }
    }

    // The cells are what was chosen to be made of it, and the answer says what that was.
    void runOfChosenColumnsDoesNotSpeakOfTheWholeDataSet()
    {
        for (PastRun one : {run(State::Verified), run(State::NothingToDo), run(State::Mismatch),
                            check(State::NothingToDo), check(State::Planned)}) {
            const Answer ofAll = Words::answer(one, now);
            one.shaping = u"left out: Comment"_s;
            const Answer answer = Words::answer(one, now);
            QVERIFY(answer.heading != ofAll.heading);
            QVERIFY(!answer.heading.contains("DataSet"_L1));
            QVERIFY(!answer.body.contains("exported"_L1)); // rows that Domo selected are not
            QVERIFY(!Words::lastVerifiedLine(one, now).text.contains("DataSet"_L1));
            QCOMPARE(answer.tone, ofAll.tone);
            QVERIFY(answer.body.contains(one.shaping) || one.state == Writeback::name(State::Mismatch));
            QVERIFY(!Words::pastRunLine(one).text.contains("DataSet"_L1));
        }
    }

    void onlyAReadingOfEveryCellIsGreen()
    {
        for (int state = 0; state <= int(Writeback::lastState); ++state) {
            const bool isGreen = State(state) == State::Verified || State(state) == State::NothingToDo;
            QCOMPARE(Words::answer(run(State(state)), now).tone == Tone::Ok, isGreen);
            QCOMPARE(Words::answer(check(State(state)), now).tone == Tone::Ok, State(state) == State::NothingToDo);
        }
        for (const bool hasSent : {false, true}) {
            QVERIFY(Words::answer(unended(false, hasSent), now).tone != Tone::Ok);
            QVERIFY(Words::answer(unended(true, hasSent), now).tone != Tone::Ok);
        }
        QVERIFY(Words::neverRunAnswer().tone != Tone::Ok);
        QVERIFY(Words::unknownPastAnswer().heading != Words::neverRunAnswer().heading);
        for (const Changed changed : {Changed::Options, Changed::DataSet, Changed::Target})
            QVERIFY(Words::changedAnswer(run(State::Verified), changed, now).tone != Tone::Ok);
        Words::PastRun check = run(State::NothingToDo);
        check.isCheck = true;
        QCOMPARE(Words::answer(check, now).tone, Tone::Ok);
        check.pendingChanges.reset(); // it is not known whether something may still arrive
        QCOMPARE(Words::answer(check, now).tone, Tone::Warning);
    }

    void matchIsNotGreenWhileAChangeMayStillArrive()
    {
        const Answer answer = Words::answer(check(State::NothingToDo, 2), now);
        QCOMPARE(answer.tone, Tone::Warning);
        QVERIFY(answer.body.contains(u'2'));
    }

    void countsAreThoseOfTheRun()
    {
        QVERIFY(Words::answer(run(State::Verified), now).heading.contains(u"12,010"_s));
        QVERIFY(Words::answer(run(State::NothingToDo), now).heading.contains(u"12,010"_s));
        const QString partly = Words::answer(run(State::PartlyWritten), now).heading;
        QVERIFY(partly.contains(u"120"_s) && partly.contains(u"274"_s));
        const QString differs = Words::answer(run(State::Mismatch), now).heading;
        QVERIFY(differs.contains(u"37"_s) && differs.contains(u"12,010"_s));
        QVERIFY(Words::pastRunLine(run(State::Verified)).text.contains(u"120"_s));
        QVERIFY(Words::pastRunLine(check(State::Planned)).text.contains(u"274"_s));
    }

    void countThatWasNotRecordedIsNotClaimed()
    {
        PastRun old = run(State::Verified);
        old.cellsCompared = 0;
        QVERIFY(!Words::answer(old, now).heading.contains(u'0'));
    }

    void answerSaysWhenAndHowLong()
    {
        const QString body = Words::answer(run(State::Verified), now).body;
        QVERIFY(body.contains(u"14 s"_s));
        PastRun failed = run(State::Failed);
        failed.started = {}; // not known
        QVERIFY(!Words::answer(failed, now).body.contains(u"14 s"_s));
        QVERIFY(!Words::answer(failed, now).body.isEmpty());
    }

    void listAndAnswerHaveOneTone()
    {
        QList<PastRun> runs{unended(true, false), unended(false, true), unended(false, false),
                            check(State::NothingToDo), check(State::Planned)};
        for (int state = 0; state <= int(Writeback::lastState); ++state)
            runs.append(run(State(state)));
        for (const PastRun &one : runs)
            QCOMPARE(Words::pastRunLine(one).tone, Words::answer(one, now).tone);
    }

    void foreignNamesAreOneLine()
    {
        PastRun last = run(State::Verified);
        last.target = u"a\nb"_s;
        QVERIFY(!Words::changedAnswer(last, Changed::Target, now).body.contains(u'\n'));
    }

    void whoWroteOverTheDataIsNamed()
    {
        const Answer named = Words::overwrittenAnswer(u"June\nclose"_s, now, now);
        QVERIFY(named.tone != Tone::Ok);
        QVERIFY(named.body.contains(u"June"_s) && !named.body.contains(u'\n'));
        QVERIFY(Words::overwrittenAnswer({}, now, now).body != Words::overwrittenAnswer(u"x"_s, now, now).body);
    }

    void changeIsNamed()
    {
        QSet<QString> bodies;
        for (const Changed changed : {Changed::Options, Changed::DataSet, Changed::Target})
            bodies.insert(Words::changedAnswer(run(State::Verified), changed, now).body);
        QCOMPARE(bodies.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestAnswerText)
#include "tst_answertext.moc"
