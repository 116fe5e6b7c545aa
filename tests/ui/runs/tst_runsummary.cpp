#include "ui/runs/countsrow.h"
#include "ui/runs/records.h"
#include "ui/runs/runsummary.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/reporttext.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using Support::recordOf;
using Ui::RunSummary;
using Writeback::Finding;
using Writeback::State;

namespace {

QString textsIn(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

class TestRunSummary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsThatDoNotAddUpAreNotShown()
    {
        Ui::CountsRow row;
        History::RunRecord run = recordOf(State::Verified);
        row.show(run);
        QVERIFY(textsIn(row).contains(u"214"_s));
        run.cellsPlanned = 300;
        row.show(run);
        QVERIFY(row.isHidden());
    }

    void runOfAnEarlyVersionHasThreeCounts()
    {
        Ui::CountsRow row;
        History::RunRecord run = recordOf(State::Verified);
        run.cellsUnchanged.reset();
        row.show(run);
        QVERIFY(textsIn(row).contains(u"214"_s));
        QVERIFY(!textsIn(row).contains(u"unchanged"_s));
    }

    void runThatDidNotCompareHasNoCounts()
    {
        Ui::CountsRow row;
        History::RunRecord run;
        run.state = Writeback::name(State::Failed);
        row.show(run);
        QVERIFY(row.isHidden());
    }

    void cellsThatAreNotInTheSheetAreOnlyPlanned()
    {
        Ui::CountsRow done;
        done.show(recordOf(State::Verified));
        const QString text = textsIn(done);
        Ui::CountsRow planned;
        planned.show(recordOf(State::Planned));
        QVERIFY(textsIn(planned) != text);
        for (const State state : {State::Failed, State::PartlyWritten, State::OutcomeUnknown}) { // no longer planned
            Ui::CountsRow row;
            row.show(recordOf(state));
            QVERIFY(textsIn(row) != text && textsIn(row) != textsIn(planned));
        }
    }

    void rowsAreToldOnlyIfTheyWereRead()
    {
        Ui::EndedRun run{.record = recordOf(State::Failed), .dataSetName = u"Trial Balance"_s};
        QVERIFY(Ui::dataSetText(run).contains(u"1,200"_s));
        run.record.range.clear();
        QCOMPARE(Ui::dataSetText(run), run.dataSetName);
        run.dataSetName.clear();
        QCOMPARE(Ui::dataSetText(run), run.record.entry.dataSetId);
    }

    void rejectedCredentialsAreWhereTheyCanBeChanged()
    {
        Ui::EndedRun run{.record = recordOf(State::Failed)};
        run.record.entry.account = u"Finance"_s;
        run.record.error = {.kind = Core::ErrorKind::BadCredentials, .service = Core::Service::Workiva};
        RunSummary summary(RunSummary::Extent::Brief);
        summary.show(run);
        const auto isAdvice = [&run](const RunSummary::Fact &fact) {
            return fact.value.startsWith(Words::errorText(*run.record.error).next)
                && fact.value.contains(u"\"Finance\""_s);
        };
        QVERIFY(std::ranges::any_of(summary.facts(), isAdvice));
    }

    void differencesAreListedWithTheNumberOfOthers()
    {
        const Writeback::Difference difference{.place = u"B7"_s, .wanted = u"1"_s, .found = u"2"_s};
        Ui::EndedRun run{.record = recordOf(State::Mismatch), .report = Writeback::RunReport()};
        run.record.cellsWrong = 5'001;
        run.report->differences = {difference};
        RunSummary summary(RunSummary::Extent::Brief);
        summary.show(run);
        QVERIFY(textsIn(summary).contains(Words::differenceText(difference)));
        QVERIFY(textsIn(summary).contains(u"5,000"_s));
    }

    void notesAreFindingsThatDidNotEndTheRun()
    {
        const Finding note{.kind = Finding::Kind::NotNumbers, .count = 3};
        const Finding end{.kind = Finding::Kind::SheetLocked, .refuses = true};
        Ui::EndedRun run{.record = recordOf(State::Refused)};
        run.record.findings = {note, end};
        RunSummary summary(RunSummary::Extent::Brief);
        summary.show(run);
        QVERIFY(textsIn(summary).contains(Words::findingText(note, {})));
        QVERIFY(!textsIn(summary).contains(Words::findingText(end, {})));
    }

    void everythingIncludesWhatTheBriefOneLeavesOut()
    {
        RunSummary brief(RunSummary::Extent::Brief);
        RunSummary everything(RunSummary::Extent::Everything);
        const Ui::EndedRun run{.record = recordOf(State::Verified)};
        brief.show(run);
        everything.show(run);
        QVERIFY(everything.facts().size() > brief.facts().size());
        QVERIFY(textsIn(everything).contains(run.record.entry.target));
    }

    void earlierFactsDoNotStay()
    {
        RunSummary summary(RunSummary::Extent::Everything);
        summary.show({.record = recordOf(State::Verified)});
        summary.show({.record = Support::unended(1)});
        QVERIFY(!textsIn(summary).contains(u"B3:K1203"_s));
        QVERIFY(!textsIn(summary).contains(u"12,010"_s));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestRunSummary test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runsummary.moc"
