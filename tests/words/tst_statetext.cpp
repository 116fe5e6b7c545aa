#include "words/statetext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using Words::Tone;
using Writeback::State;

namespace {

constexpr int lastState = int(Writeback::lastState);

} // namespace

class TestStateText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasASentence()
    {
        for (int state = 0; state <= lastState; ++state)
            QVERIFY(!Words::stateText(State(state)).isEmpty());
    }

    void statesWithDifferentSheetsHaveDifferentTexts()
    {
        const QList<State> states{State::Verified,      State::NothingToDo, State::Planned,       State::Failed,
                                  State::PartlyWritten, State::Mismatch,    State::OutcomeUnknown};
        QSet<QString> seen;
        for (const State state : states)
            seen.insert(Words::stateText(state));
        QCOMPARE(seen.size(), states.size());
    }

    void adviceIsGivenWhereTheSheetIsIncompleteOrUnknown()
    {
        QList<State> advised;
        for (int state = 0; state <= lastState; ++state) {
            const QString advice = Words::adviceText(State(state));
            QVERIFY(Words::stateText(State(state)).startsWith(Words::sheetText(State(state))));
            QVERIFY(Words::stateText(State(state)).endsWith(advice));
            if (!advice.isEmpty())
                advised.append(State(state));
        }
        QCOMPARE(advised, (QList{State::PartlyWritten, State::OutcomeUnknown}));
    }

    void everyStateHasItsOwnName()
    {
        QSet<QString> seen;
        for (int state = 0; state <= lastState; ++state) {
            const QString name = Words::stateName(Writeback::name(State(state)));
            QVERIFY(name != Writeback::name(State(state)));
            seen.insert(name);
        }
        QCOMPARE(seen.size(), lastState + 1);
        QCOMPARE(Words::stateName(u"of a later version"_s), u"of a later version"_s);
    }

    // Command line and window share these sentences, but only the command line has options.
    void noSentenceNamesAnOption()
    {
        static const QRegularExpression option(u"(^|\\s|\\()--?[a-z]"_s);
        for (int state = 0; state <= lastState; ++state)
            QVERIFY(!Words::stateText(State(state)).contains(option));
    }

    void onlyComparedStatesAreOk()
    {
        for (int state = 0; state <= lastState; ++state) {
            const bool isKnown = State(state) == State::Verified || State(state) == State::NothingToDo;
            QCOMPARE(Words::stateTone(Writeback::name(State(state))) == Tone::Ok, isKnown);
        }
        QVERIFY(Words::stateTone(u"of a later version"_s) != Tone::Ok);
    }

    void everyToneButANoteHasANameForScreenReaders()
    {
        QSet<QString> names;
        for (const Tone tone : {Tone::Note, Tone::Ok, Tone::Warning, Tone::Error, Tone::Waiting})
            names.insert(Words::toneName(tone));
        QCOMPARE(names.size(), 5);
        QCOMPARE(Words::toneName(Tone::Note), QString());
    }
};

QTEST_GUILESS_MAIN(TestStateText)
#include "tst_statetext.moc"
