#include "words/turntext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using History::Noted;
using Runs::ScheduleStanding;
using Words::Tone;

namespace {

const QDateTime now{QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};

} // namespace

class TestTurnText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNoteHasWordsOfItsOwn()
    {
        QSet<QString> names;
        QSet<QString> lines;
        for (int what = 0; what <= int(History::lastNoted); ++what) {
            const QString line = Words::noteLine({now.addSecs(-3600), Noted(what), now}, now).text;
            QVERIFY2(line.contains(u"today"_s) && line.endsWith(u'.'), qPrintable(line));
            names.insert(Words::noteName(Noted(what)).text);
            lines.insert(line);
        }
        QCOMPARE(names.size(), int(History::lastNoted) + 1);
        QCOMPARE(lines.size(), names.size());
    }

    void onlyWhatNeedsAPersonIsAWarning()
    {
        const auto toneOf = [](Noted what) { return Words::noteName(what).tone; };
        for (int what = 0; what <= int(History::lastNoted); ++what)
            QCOMPARE(Words::noteLine({now, Noted(what), now}, now).tone, toneOf(Noted(what)));
        for (const Noted what : {Noted::Missed, Noted::Paused, Noted::Unconfirmed})
            QCOMPARE(toneOf(what), Tone::Warning);
        for (const Noted what :
             {Noted::HandedOver, Noted::FirstStart, Noted::OutOfForce, Noted::Overlapped, Noted::NoNewData})
            QCOMPARE(toneOf(what), Tone::Note);
        using Kind = ScheduleStanding::Kind;
        for (const Kind kind :
             {Kind::None, Kind::Reminder, Kind::Waiting, Kind::Missed, Kind::Paused, Kind::Unconfirmed}) {
            const ScheduleStanding standing{kind, now.addDays(-1)};
            QCOMPARE(Words::scheduleStandingLine(standing, now).tone == Tone::Warning, standing.needsYou());
            QCOMPARE(Words::scheduleStandingLine(standing, now).text.isEmpty(), kind == Kind::None);
        }
    }

    void sentenceSaysWhenItHappened()
    {
        const auto line = [](Noted what) { return Words::noteLine({now.addDays(-1), what, now}, now).text; };
        QVERIFY(line(Noted::Missed).contains(u"yesterday"_s)); // it was due then
        for (const Noted what : {Noted::HandedOver, Noted::FirstStart, Noted::OutOfForce})
            QVERIFY2(line(what).contains(u"today"_s), qPrintable(line(what)));
    }

    // It may be shown years later.
    void noteIsOfThePast()
    {
        for (int what = 0; what <= int(History::lastNoted); ++what) {
            const QString text = Words::noteLine({now, Noted(what), now}, now).text + Words::noteName(Noted(what)).text;
            for (const QString &word : {u" is in force"_s, u"schedule is"_s, u"waits"_s, u" has "_s})
                QVERIFY2(!text.contains(word), qPrintable(text));
        }
    }

    // Nothing is known of what will happen, and of what stopped a scheduler.
    void nothingIsPromised()
    {
        const QString next = Words::scheduleStandingLine({ScheduleStanding::Kind::Waiting, now.addDays(1)}, now).text;
        QVERIFY2(next.startsWith(u"Scheduled for"_s) && !next.contains(u"will"_s), qPrintable(next));
        const QString missed = Words::noteLine({now, Noted::Missed, now}, now).text;
        QVERIFY2(missed.contains(u"may have been"_s), qPrintable(missed));
    }

    void reminderSaysWhenItWasLastRun()
    {
        using Kind = ScheduleStanding::Kind;
        QCOMPARE(Words::scheduleStandingLine({Kind::Reminder, {}}, now).text, u"Was never run"_s);
        QVERIFY(Words::scheduleStandingLine({Kind::Reminder, now.addDays(-1)}, now).text.contains(u"yesterday"_s));
    }

    void eachChangeIsNamed()
    {
        using Writeback::Changed;
        const QString version = u"2.0"_s;
        QVERIFY(Words::sinceVerifiedTexts({.isThere = true}, version).isEmpty());
        QCOMPARE(Words::sinceVerifiedTexts({}, version).size(), 1);
        for (const auto &[changed, word] :
             {std::pair(Changed::Target, "target"), std::pair(Changed::DataSet, "DataSet"),
              std::pair(Changed::Options, "options")}) {
            const QStringList texts = Words::sinceVerifiedTexts({true, changed, u"1.0"_s}, version);
            QCOMPARE(texts.size(), 2);
            QVERIFY(texts[0].contains(QLatin1String(word)));
            QVERIFY(texts[1].contains(u"1.0"_s) && texts[1].contains(version));
        }
    }
};

QTEST_GUILESS_MAIN(TestTurnText)
#include "tst_turntext.moc"
