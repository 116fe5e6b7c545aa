#include "support/schedules.h"
#include "ui/interaction.h"
#include "ui/look/banner.h"
#include "ui/look/linelist.h"
#include "ui/look/tonelabel.h"
#include "ui/runs/pastrunlist.h"
#include "runs/runrequests.h"
#include "ui/runs/records.h"
#include "words/recordtext.h"
#include "ui/runs/runpane.h"
#include "ui/runs/runsummary.h"
#include "words/answertext.h"
#include "words/endtext.h"
#include "words/reporttext.h"
#include "words/scheduletext.h"
#include "words/statetext.h"
#include "words/steptext.h"
#include "words/turntext.h"
#include "words/waitingtext.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Core::ErrorKind;
using History::RunRecord;
using Runs::RunProgress;
using Support::recordOf;
using Support::unended;
using Ui::Banner;
using Ui::RunPane;
using Writeback::Finding;
using Writeback::State;
using Writeback::Unsettled;

namespace {

Profiles::Profile profile(const QString &name = u"Balance"_s)
{
    Profiles::Profile one;
    one.id = u"p"_s;
    one.name = name;
    one.dataSetId = u"7d9f"_s;
    one.dataSetName = u"Trial Balance"_s;
    one.spreadsheetId = u"book"_s;
    one.spreadsheetName = u"Filing"_s;
    one.sheetId = u"sheet"_s;
    one.sheetPath = u"Balance"_s;
    one.region = *Sheet::Region::parse(u"B3:"_s);
    return one;
}

RunProgress running()
{
    RunProgress progress;
    progress.running = true;
    progress.steps = {{.name = Writeback::StepName::Write, .done = 500, .total = 2000, .elapsed = 5}};
    return progress;
}

RunProgress ended(State state, const std::optional<Core::Error> &error = {})
{
    RunProgress progress;
    progress.facts.entry = recordOf(state).entry;
    progress.facts.ended = QDateTime::currentDateTimeUtc();
    progress.report = Writeback::RunReport();
    progress.report->state = state;
    progress.report->error = error;
    return progress;
}

RunProgress endedCheck(State state, qint64 pending = 0)
{
    RunProgress progress = ended(state);
    progress.facts.entry.kind = Writeback::RunKind::Check;
    progress.pendingChanges = pending;
    return progress;
}

RunProgress asking(const QList<Finding> &findings, qint64 cleared = 0)
{
    RunProgress progress = running();
    progress.question = Writeback::ReviewSummary();
    progress.question->changes.cleared = cleared;
    progress.question->findings = findings;
    return progress;
}

QStringList buttons(const RunPane &pane)
{
    QStringList texts;
    for (const QPushButton *one : pane.findChildren<QPushButton *>()) {
        if (one->isVisibleTo(&pane))
            texts.append(one->text().remove(u'&'));
    }
    return texts;
}

// All texts that are shown, one after the other.
QString said(const RunPane &pane)
{
    QStringList texts;
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&pane))
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

const Banner &banner(const RunPane &pane)
{
    return *pane.findChild<Banner *>();
}

QString headingOf(const RunRecord &run)
{
    return Words::answer(Words::pastRunOf(run), QDateTime::currentDateTimeUtc()).heading;
}

// The texts that have less height than they need.
QStringList cutIn(const RunPane &pane)
{
    QStringList texts;
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
            texts.append(label->text());
    }
    return texts;
}

} // namespace

class TestRunPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsBannerAfterARestart_data()
    {
        QTest::addColumn<RunRecord>("run");
        for (int state = 0; state <= int(Writeback::lastState); ++state)
            QTest::newRow(qPrintable(Writeback::name(State(state)))) << recordOf(State(state));
        QTest::newRow("declined") << recordOf(State::Refused, Core::Error{.kind = ErrorKind::Declined});
        QTest::newRow("interrupted while writing") << unended(1);
        QTest::newRow("interrupted before writing") << unended(0);
        RunRecord elsewhere = unended(1);
        elsewhere.isRunning = true;
        QTest::newRow("in another program") << elsewhere;
        RunRecord check = recordOf(State::Planned);
        check.entry.kind = Writeback::RunKind::Check;
        QTest::newRow("check") << check;
    }
    void everyStateHasItsBannerAfterARestart()
    {
        QFETCH(RunRecord, run);
        RunPane pane({});
        pane.show(profile(), {}, {run});
        const Words::Answer answer = Words::answer(Words::pastRunOf(run), QDateTime::currentDateTimeUtc());
        QCOMPARE(banner(pane).heading(), answer.heading);
        QCOMPARE(banner(pane).tone(), answer.tone);
        QVERIFY(!banner(pane).bodyLabel()->toolTip().isEmpty()); // the exact time
    }

    void scheduleIsReadOutUnlessAPersonRunsIt()
    {
        RunPane pane({});
        Profiles::Profile one = profile();
        pane.show(one, {}, {});
        QVERIFY(!said(pane).contains(Words::scheduleText(one.schedule)));
        one.schedule = Profiles::Automatically{.timetable = Support::daily({6, 0})};
        pane.show(one, {}, {});
        QVERIFY(said(pane).contains(Words::scheduleText(one.schedule)));
        one.schedule = Profiles::Manually{30};
        pane.show(one, {}, {});
        QVERIFY(said(pane).contains(Words::scheduleText(one.schedule)));
    }

    void historyThatCannotBeReadIsNotCalledEmpty()
    {
        RunPane pane({});
        pane.showWithoutPast(profile(), {});
        QCOMPARE(banner(pane).heading(), Words::unknownPastAnswer().heading);
        pane.show(profile(), {}, {});
        QCOMPARE(banner(pane).heading(), Words::neverRunAnswer().heading);
    }

    void writebackWithoutRunsSaysSo()
    {
        RunPane pane({});
        pane.show(profile(), {}, {});
        QCOMPARE(banner(pane).heading(), Words::neverRunAnswer().heading);
        QVERIFY(said(pane).contains(u"Trial Balance"_s));
        QVERIFY(!buttons(pane).contains(u"Copy details"_s));
    }

    void regionThatAnotherWritebackChangedSinceIsNotCalledVerified()
    {
        const RunRecord verified = recordOf(State::Verified);
        History::OtherChange other{
            .writeback = u"June"_s, .range = u"C4"_s, .sent = verified.entry.started.addSecs(60)};
        RunPane pane({});
        pane.show(profile(), {}, {verified}, {other});
        QVERIFY(banner(pane).tone() != Words::Tone::Ok);
        QVERIFY(banner(pane).body().contains(u"June"_s));
        QVERIFY(buttons(pane).contains(u"Check"_s));
        pane.show(profile(), endedCheck(State::Failed), {verified}, {other}); // says why it found nothing out
        QCOMPARE(banner(pane).tone(), Words::Tone::Error);
        other.range = u"A1"_s; // beside it
        pane.show(profile(), {}, {verified}, {other});
        QCOMPARE(banner(pane).tone(), Words::Tone::Ok);
    }

    void otherOptionsDoNotHideAnUnknownState()
    {
        Profiles::Profile now = profile();
        now.columnNames = !now.columnNames;
        RunRecord unknown = recordOf(State::OutcomeUnknown);
        unknown.entry.options = Runs::entryOf(profile(), nullptr).options;
        RunPane pane({});
        pane.show(now, {}, {unknown});
        QCOMPARE(banner(pane).tone(), Words::Tone::Error);
        QVERIFY(buttons(pane).contains(u"Check"_s));
    }

    void runOfAnotherTargetIsNoAnswer()
    {
        RunRecord other = recordOf(State::Verified);
        other.entry.region = u"A1"_s;
        RunPane pane({});
        pane.show(profile(), {}, {other});
        QVERIFY(banner(pane).tone() != Words::Tone::Ok);
        QVERIFY(banner(pane).body().contains(other.entry.target));
        QVERIFY(!said(pane).contains(u"11,736"_s));
    }

    void laterRunDoesNotHideWhenItWasVerified()
    {
        const RunRecord verified = recordOf(State::Verified, {}, QDateTime::currentDateTimeUtc().addDays(-40));
        const QString line = Words::lastVerifiedLine(Words::pastRunOf(verified), QDateTime::currentDateTimeUtc()).text;
        RunPane pane({});
        for (const State state : {State::Failed, State::Refused, State::Cancelled}) {
            pane.show(profile(), {}, {recordOf(state), verified});
            QCOMPARE(banner(pane).heading(), headingOf(recordOf(state)));
            QVERIFY(said(pane).contains(line));
        }
        pane.show(profile(), {}, {recordOf(State::Verified), verified});
        QVERIFY(!said(pane).contains(line));
    }

    void laterRunDoesNotHideThatTheStateIsUnknown()
    {
        const RunRecord unknown = recordOf(State::OutcomeUnknown, {}, QDateTime::currentDateTimeUtc().addDays(-1));
        RunPane pane({});
        pane.show(profile(), {}, {recordOf(State::Failed), unknown});
        QVERIFY(said(pane).contains(
            Words::leftUnknownLine(Words::pastRunOf(unknown), QDateTime::currentDateTimeUtc()).text));
        QVERIFY(buttons(pane).contains(u"Check"_s));
        pane.show(profile(), {}, {recordOf(State::Verified), unknown});
        QVERIFY(!buttons(pane).contains(u"Check"_s));
    }

    void inconclusiveCheckLeavesTheStateUnknown()
    {
        const RunRecord unknown = recordOf(State::OutcomeUnknown, {}, QDateTime::currentDateTimeUtc().addDays(-1));
        RunPane pane({});
        pane.show(profile(), endedCheck(State::NothingToDo, 2), {unknown});
        QCOMPARE(banner(pane).tone(), Words::Tone::Warning);
        QVERIFY(buttons(pane).contains(u"Check"_s));
        pane.show(profile(), endedCheck(State::NothingToDo), {unknown});
        QCOMPARE(banner(pane).tone(), Words::Tone::Ok);
        QVERIFY(!buttons(pane).contains(u"Check"_s));
    }

    void runOfAnotherProgramReplacesTheOneThatEndedHere()
    {
        RunProgress here = ended(State::Failed);
        here.facts.ended = QDateTime::currentDateTimeUtc().addSecs(-3600);
        RunPane pane({});
        pane.show(profile(), here, {recordOf(State::Verified)});
        QCOMPARE(banner(pane).heading(), headingOf(recordOf(State::Verified)));
    }

    void countsAddUpToTheCellsRead()
    {
        RunPane pane({});
        pane.show(profile(), {}, {recordOf(State::Verified)});
        const QString text = said(pane);
        for (const char *count : {"214", "36", "24", "11,736"})
            QVERIFY2(text.contains(QLatin1String(count)), count);
    }

    void errorIsExplainedInOrder()
    {
        const Core::Error error{
            .kind = ErrorKind::RateLimited, .service = Core::Service::Workiva, .requestId = u"quote-me"_s};
        RunPane pane({});
        pane.show(profile(), {}, {recordOf(State::Failed, error)});
        QStringList values;
        for (const auto &fact : pane.findChild<Ui::RunSummary *>()->facts())
            values.append(fact.value);
        QCOMPARE(values.indexOf(Words::sheetText(State::Failed)), 1);
        QVERIFY(values[3].contains(u"quote-me"_s));
    }

    void waitIsShownWithoutRemainingTime()
    {
        RunPane pane({});
        RunProgress progress = running();
        pane.show(profile(), progress, {});
        const QString moving = Words::stepLine(progress.steps.first(), false).text;
        QVERIFY(said(pane).contains(moving));
        progress.waiting = Writeback::Waiting{.reason = Writeback::Waiting::For::Retry,
                                              .service = Core::Service::Workiva,
                                              .attempt = 3,
                                              .unanswered = 40s,
                                              .next = 8s};
        pane.show(profile(), progress, {});
        QVERIFY(said(pane).contains(Words::waitingText(*progress.waiting)));
        QVERIFY(!said(pane).contains(moving));
    }

    void countsAreShownOnceTheyAreKnown()
    {
        RunPane pane({});
        RunProgress progress = running();
        pane.show(profile(), progress, {});
        QVERIFY(!said(pane).contains(u"4,711"_s));
        progress.changes = Writeback::ChangeCounts{.changed = 4'711};
        pane.show(profile(), progress, {});
        QVERIFY(said(pane).contains(u"4,711"_s));
    }

    void runSaysWhetherItHasBegunToWrite()
    {
        RunPane pane({});
        RunProgress progress = running();
        progress.steps = {{.name = Writeback::StepName::ReadTarget}};
        pane.show(profile(), progress, {});
        const QString before = banner(pane).body();
        QVERIFY(before.contains(u"written nothing"_s));
        progress.steps.append({.name = Writeback::StepName::Write});
        pane.show(profile(), progress, {});
        QVERIFY(!banner(pane).body().isEmpty() && banner(pane).body() != before);
        progress.steps.append({.name = Writeback::StepName::Verify});
        pane.show(profile(), progress, {});
        QVERIFY(banner(pane).body() != before);
    }

    void runCanOnlyBeStoppedOnce()
    {
        RunPane pane({});
        QSignalSpy wanted(&pane, &RunPane::cancelWanted);
        RunProgress progress = running();
        pane.show(profile(), progress, {});
        QVERIFY(!buttons(pane).contains(u"Run"_s));
        Support::button(pane, u"Stop"_s)->click();
        progress.cancelling = true;
        pane.show(profile(), progress, {});
        Support::button(pane, u"Stop"_s)->click();
        QCOMPARE(wanted.size(), 1);
    }

    void bannerOfARunDoesNotCountSeconds()
    {
        RunPane pane({});
        RunProgress progress = running();
        pane.show(profile(), progress, {});
        const QString before = banner(pane).heading() + banner(pane).body();
        progress.steps[0].done = 1'500;
        progress.steps[0].elapsed = 9;
        pane.show(profile(), progress, {});
        QCOMPARE(banner(pane).heading() + banner(pane).body(), before); // it would be announced again
    }

    void queuedRunSaysWhatItWaitsFor()
    {
        RunPane pane({});
        RunProgress progress;
        progress.running = true;
        progress.queued = true;
        pane.show(profile(), progress, {});
        const QString any = banner(pane).heading();
        progress.behind = u"other"_s;
        pane.show(profile(), progress, {});
        QVERIFY(banner(pane).heading() != any);
        QVERIFY(buttons(pane).contains(u"Stop"_s));
    }

    void clearingPromptsInRedWithItsNumber()
    {
        RunPane pane({});
        pane.show(profile(), asking({{.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 4'242}}, 4'242), {});
        QVERIFY(buttons(pane).contains(u"Clear 4,242 cells"_s));
        QVERIFY(buttons(pane).contains(u"Do not write"_s));
        QVERIFY(!buttons(pane).contains(u"Stop"_s));
        const auto labels = pane.findChildren<QLabel *>();
        const auto loss =
            std::ranges::find_if(labels, [](const QLabel *label) { return label->text().contains(u"4,242"_s); });
        QVERIFY(loss != labels.end());
        const QColor colour = (*loss)->palette().color((*loss)->foregroundRole());
        QVERIFY(colour.red() > 2 * colour.blue() && colour.red() > 2 * colour.green());
    }

    void answerIsTold()
    {
        RunPane pane({});
        QSignalSpy answered(&pane, &RunPane::answered);
        pane.show(profile(), asking({{.kind = Finding::Kind::FormulasOverwritten, .count = 7}}), {});
        Support::button(pane, u"Overwrite formulas"_s)->click();
        Support::button(pane, u"Do not write"_s)->click();
        QCOMPARE(answered, (QList<QVariantList>{{true}, {false}}));
        pane.show(profile(),
                  asking({{.kind = Finding::Kind::FormulasOverwritten, .count = 7},
                          {.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 9}}),
                  {});
        QVERIFY(buttons(pane).contains(u"Clear and overwrite"_s));
        pane.show(profile(), running(), {});
        QVERIFY(!buttons(pane).contains(u"Do not write"_s));
    }

    void earlierWriteIsWaitedForOrNot()
    {
        RunPane pane({});
        QSignalSpy again(&pane, &RunPane::retryWanted);
        pane.show(profile(), ended(State::Refused, Core::Error{.kind = ErrorKind::EarlierWrite}), {});
        Support::button(pane, u"Wait for the earlier write"_s)->click();
        Support::button(pane, u"Run anyway"_s)->click();
        QCOMPARE(again.size(), 2);
        QCOMPARE(again[0][0].value<Unsettled>(), Unsettled::Wait);
        QCOMPARE(again[1][0].value<Unsettled>(), Unsettled::Proceed);
        pane.show(profile(), ended(State::Refused, Core::Error{.kind = ErrorKind::Locked}), {});
        QVERIFY(!buttons(pane).contains(u"Wait for the earlier write"_s));
    }

    void buttonsTellWhatWasPressed()
    {
        RunPane pane({});
        QSignalSpy run(&pane, &RunPane::runWanted);
        QSignalSpy check(&pane, &RunPane::checkWanted);
        QSignalSpy open(&pane, &RunPane::openInWorkivaWanted);
        QSignalSpy past(&pane, &RunPane::pastRunsWanted);
        pane.show(profile(), {}, {recordOf(State::OutcomeUnknown)});
        for (const char *text : {"Run", "Check", "Open in Workiva", "All past runs…"})
            Support::button(pane, QString::fromUtf8(text))->click();
        QCOMPARE((QList{run.size(), check.size(), open.size(), past.size()}), (QList<qsizetype>{1, 1, 1, 1}));
    }

    void sheetWithoutAPageCannotBeOpened()
    {
        RunPane pane({});
        QSignalSpy open(&pane, &RunPane::openInWorkivaWanted);
        pane.show(profile(), {}, {});
        pane.setCanOpen(false);
        Support::button(pane, u"Open in Workiva"_s)->click();
        QCOMPARE(open.size(), 0);
    }

    void menuHasTheGivenActions()
    {
        QAction action(u"Rename"_s);
        RunPane pane({&action});
        QCOMPARE(pane.findChild<QToolButton *>()->menu()->actions(), QList<QAction *>{&action});
    }

    void stepsAreFoldedUnlessOneFailed()
    {
        RunPane pane({});
        const auto line = [](Writeback::StepProgress::End end) {
            return Words::stepLine({.name = Writeback::StepName::Write, .end = end}).text.section(u':', 0, 0);
        };
        const QString step = line(Writeback::StepProgress::End::Well);
        pane.show(profile(), {}, {recordOf(State::Verified)});
        QVERIFY(!said(pane).contains(step));
        Support::button(pane, u"Show"_s)->click();
        QVERIFY(said(pane).contains(step));
        RunRecord failed = recordOf(State::Failed);
        failed.steps.last().well = false;
        pane.show(profile(), {}, {failed});
        QVERIFY(said(pane).contains(line(Writeback::StepProgress::End::Badly)));
    }

    void runInProgressIsNotAPastOne()
    {
        RunRecord own = unended(1);
        own.isRunning = true;
        RunPane pane({});
        pane.show(profile(), running(), {own});
        QVERIFY(!said(pane).contains(Words::pastRunLine(Words::pastRunOf(own)).text));
        QVERIFY(!buttons(pane).contains(u"All past runs…"_s));
    }

    void newestPastRunsAreListed()
    {
        QList<RunRecord> runs;
        for (int number = 0; number < Ui::PastRunList::maxLines + 5; ++number)
            runs.append(recordOf(State::Verified));
        runs[1].cellsWritten = 271'828;
        RunPane pane({});
        pane.show(profile(), {}, runs);
        QVERIFY(said(pane).contains(u"271,828"_s));
        const QString all = said(pane);
        QCOMPARE(all.count(Words::pastRunLine(Words::pastRunOf(runs[0])).text), Ui::PastRunList::maxLines - 1);
        pane.show(profile(), {}, {});
        QVERIFY(!said(pane).contains(u"271,828"_s));
        QVERIFY(!buttons(pane).contains(u"All past runs…"_s));
    }

    void timesWithoutARunAreAmongThePastRuns()
    {
        using History::Noted;
        const QDateTime hourAgo = QDateTime::currentDateTimeUtc().addSecs(-3600);
        const History::ScheduleNote missed{hourAgo, Noted::Missed, hourAgo};
        const History::ScheduleNote handedOver{hourAgo.addSecs(-1), Noted::HandedOver, hourAgo.addSecs(-1)};
        const QList<RunRecord> runs{recordOf(State::Failed), recordOf(State::Verified, {}, hourAgo.addSecs(-3600))};
        const auto lineOf = [](const RunRecord &run) { return Words::pastRunLine(Words::pastRunOf(run)).text; };
        RunPane pane({});
        pane.show(profile(), {}, runs, {}, {missed, handedOver});
        const QString past = said(pane).section(u"Past runs"_s, 1);
        const auto newer = past.indexOf(lineOf(runs[0]));
        const auto between = past.indexOf(Words::noteName(Noted::Missed).text);
        const auto older = past.indexOf(lineOf(runs[1]));
        QVERIFY2(newer >= 0 && newer < between && between < older, qPrintable(past));
        QVERIFY(!past.contains(Words::noteName(Noted::HandedOver).text)); // nothing was due then

        pane.show(profile(), {}, {}, {}, {handedOver});
        QVERIFY(!buttons(pane).contains(u"All past runs…"_s));
        pane.show(profile(), {}, {}, {}, {missed});
        QVERIFY(buttons(pane).contains(u"All past runs…"_s));
        QVERIFY(said(pane).contains(Words::noteName(Noted::Missed).text));
        pane.showWithoutPast(profile(), {});
        QVERIFY(!said(pane).contains(Words::noteName(Noted::Missed).text));
    }

    void focusIsNeverLostWhenAButtonGoesAway()
    {
        RunPane pane({});
        pane.QWidget::show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.show(profile(), running(), {});
        Support::button(pane, u"Stop"_s)->setFocus();
        pane.show(profile(), asking({{.kind = Finding::Kind::FormulasOverwritten, .count = 7}}), {});
        QCOMPARE(QApplication::focusWidget(), Support::button(pane, u"Do not write"_s));
        pane.show(profile(), ended(State::Refused, Core::Error{.kind = ErrorKind::Declined}), {});
        QCOMPARE(QApplication::focusWidget(), Support::button(pane, u"Copy details"_s));
    }

    void focusIsNotLostWithALineThatIsDeleted()
    {
        RunPane pane({});
        pane.QWidget::show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        const QDateTime earlier = QDateTime::currentDateTimeUtc().addSecs(-3600);
        const QList<RunRecord> runs{recordOf(State::Failed), recordOf(State::Verified, {}, earlier)};
        pane.show(profile(), {}, runs);
        QPointer<QWidget> line = pane.findChild<Ui::LineList *>()->findChild<Ui::ToneLabel *>(); // last verified
        QVERIFY(line);
        line->setFocus();
        QCOMPARE(QApplication::focusWidget(), line.data());
        pane.show(profile(), {}, runs);
        QVERIFY(!line);
        QCOMPARE(QApplication::focusWidget(), Support::button(pane, u"Copy details"_s));
    }

    void nothingIsCutInANarrowPane()
    {
        const QString unbroken = QString(200, u'W');
        RunPane pane({});
        RunRecord run = recordOf(State::Failed, Core::Error{.kind = ErrorKind::NotFound, .subject = unbroken});
        run.entry.account = unbroken;
        for (const RunProgress &progress : {RunProgress(), running(), ended(State::OutcomeUnknown)}) {
            pane.show(profile(unbroken), progress, {run});
            QVERIFY2(pane.minimumSizeHint().width() <= 320,
                     qPrintable(QString::number(pane.minimumSizeHint().width())));
        }
        pane.show(profile(unbroken), {}, {run});
        pane.resize(320, 900);
        pane.QWidget::show();
        QTRY_COMPARE(cutIn(pane), QStringList()); // once it is laid out
    }

    void markUpIsShownLiterally()
    {
        const QString name = u"<b>Balance</b> & more"_s;
        RunRecord run = recordOf(State::Verified);
        run.entry.account = name;
        RunPane pane({});
        pane.show(profile(name), {}, {run});
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(said(pane).count(name), 2);
    }

    void copiedDetailsIdentifyTheRun()
    {
        RunPane pane({});
        RunProgress progress = ended(State::Verified);
        progress.facts.program = u"workiva-writeback 1.2.3"_s;
        pane.show(profile(), progress, {});
        Support::button(pane, u"Copy details"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, Words::factsText(progress.facts) + u"\n\n"_s + Words::reportText(*progress.report));
        QVERIFY(copied.contains(u"workiva-writeback 1.2.3"_s));
        pane.show(profile(), {}, {recordOf(State::Failed)}); // after a restart
        Support::button(pane, u"Copy details"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text() != copied);
    }

    void everyControlHasAName()
    {
        RunPane pane({});
        pane.show(profile(), {}, {recordOf(State::Verified)});
        QCOMPARE(Support::nameless(&pane), QStringList());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestRunPane test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runpane.moc"
