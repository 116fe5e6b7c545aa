#include "words/pasttext.h"
#include "words/recordtext.h"
#include "words/turntext.h"
#include "words/whentext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using History::Noted;
using History::PastEntry;

namespace {

const QDateTime now{QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};

PastEntry failed()
{
    History::RunRecord run;
    run.entry.profileName = u"Balance"_s;
    run.entry.started = now.addSecs(-60);
    run.ended = now;
    run.state = Writeback::name(Writeback::State::Failed);
    run.error = Core::Error{
        .kind = Core::ErrorKind::RateLimited, .service = Core::Service::Workiva, .requestId = u"quote-me"_s};
    return History::entryOf(run);
}

PastEntry noted(Noted what)
{
    return {u"p"_s, u"Balance"_s, History::ScheduleNote{now.addSecs(-3600), what, now}};
}

} // namespace

class TestPastText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runHasTheWordsOfRuns()
    {
        const PastEntry entry = failed();
        QCOMPARE(Words::pastState(entry), Words::recordState(*entry.run()));
        QCOMPARE(Words::pastLine(entry), Words::pastRunLine(Words::pastRunOf(*entry.run())));
        QCOMPARE(Words::pastDetails(entry, now), Words::recordDetails(*entry.run()));
        const Words::Line why = Words::pastExplanation(entry, now);
        QCOMPARE(why.tone, Words::Tone::Error);
        QVERIFY(why.text.startsWith(Words::recordExplanation(*entry.run()).text));
        QVERIFY(why.text.contains(u"quote-me"_s));
    }

    void timeWithoutARunHasThoseOfSchedules()
    {
        for (int what = 0; what <= int(History::lastNoted); ++what) {
            const PastEntry entry = noted(Noted(what));
            QCOMPARE(Words::pastState(entry), Words::noteName(Noted(what)));
            QCOMPARE(Words::pastLine(entry), Words::noteName(Noted(what)));
            QCOMPARE(Words::pastExplanation(entry, now), Words::noteLine(*entry.note(), now));
        }
    }

    void copiedTimeSaysWhoseAndWhichDay()
    {
        const QString details = Words::pastDetails(noted(Noted::Missed), now);
        QVERIFY(details.contains(u"Balance"_s));
        QVERIFY(details.contains(Words::exactTimeText(now.addSecs(-3600))));
        QVERIFY(details.contains(Words::noteLine(*noted(Noted::Missed).note(), now).text));
    }
};

QTEST_GUILESS_MAIN(TestPastText)
#include "tst_pasttext.moc"
