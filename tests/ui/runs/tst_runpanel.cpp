#include "ui/interaction.h"
#include "ui/runs/recordtext.h"
#include "ui/runs/runpanel.h"
#include "words/endtext.h"
#include "words/reporttext.h"
#include "words/waitingtext.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Runs::RunProgress;
using Ui::RunPanel;
using Writeback::Finding;
using Writeback::State;
using Writeback::Unsettled;
using namespace std::chrono_literals;

namespace {

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
    progress.report = Writeback::RunReport();
    progress.report->state = state;
    progress.report->error = error;
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

// The enabled buttons.
QStringList buttons(const RunPanel &panel)
{
    QStringList texts;
    for (const QPushButton *one : panel.findChildren<QPushButton *>()) {
        if (!one->isHidden())
            texts.append(one->text().remove(u'&'));
    }
    return texts;
}

QStringList said(const RunPanel &panel)
{
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts.append(label->text());
    }
    return texts;
}

} // namespace

class TestRunPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitIsShownWithoutRemainingTime()
    {
        RunPanel panel;
        RunProgress progress = running();
        panel.show(u"Balance"_s, progress);
        const auto *steps = panel.findChild<QListWidget *>();
        const QString before = steps->item(0)->text();
        progress.waiting = Writeback::Waiting{.reason = Writeback::Waiting::For::Retry,
                                              .service = Core::Service::Workiva,
                                              .attempt = 3,
                                              .unanswered = 40s,
                                              .next = 8s};
        panel.show(u"Balance"_s, progress);
        QVERIFY(said(panel).join(u'\n').contains(Words::waitingText(*progress.waiting)));
        QVERIFY(steps->item(0)->text().size() < before.size());
        progress.waiting.reset();
        panel.show(u"Balance"_s, progress);
        QCOMPARE(steps->item(0)->text(), before);
    }

    void clearingPromptsInRedWithItsNumber()
    {
        RunPanel panel;
        panel.show(u"Balance"_s, asking({{.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 4'242}}, 4'242));
        QVERIFY(buttons(panel).contains(u"Clear 4,242 cells"_s));
        QVERIFY(buttons(panel).contains(u"Do not write"_s));
        const auto labels = panel.findChildren<QLabel *>();
        const auto loss =
            std::ranges::find_if(labels, [](const QLabel *label) { return label->text().contains(u"4,242"_s); });
        QVERIFY(loss != labels.end());
        const QColor colour = (*loss)->palette().color(QPalette::WindowText);
        QVERIFY(colour.red() > 2 * colour.blue() && colour.red() > 2 * colour.green());
    }

    void overwritingFormulasPrompts()
    {
        RunPanel panel;
        panel.show(u"Balance"_s, asking({{.kind = Finding::Kind::FormulasOverwritten, .count = 7}}));
        QVERIFY(buttons(panel).contains(u"Overwrite formulas"_s));
        panel.show(u"Balance"_s,
                   asking({{.kind = Finding::Kind::FormulasOverwritten, .count = 7},
                           {.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 9}}));
        QVERIFY(buttons(panel).contains(u"Clear and overwrite"_s));
    }

    void earlierWriteIsWaitedForOrNot()
    {
        RunPanel panel;
        QSignalSpy again(&panel, &RunPanel::retryWanted);
        panel.show(u"Balance"_s, ended(State::Refused, Core::Error{.kind = ErrorKind::EarlierWrite}));
        Support::button(panel, u"Wait for the earlier write"_s)->click();
        Support::button(panel, u"Run anyway"_s)->click();
        QCOMPARE(again.size(), 2);
        QCOMPARE(again[0][0].value<Unsettled>(), Unsettled::Wait);
        QCOMPARE(again[1][0].value<Unsettled>(), Unsettled::Proceed);
        panel.show(u"Balance"_s, ended(State::Refused, Core::Error{.kind = ErrorKind::Locked}));
        QVERIFY(!buttons(panel).contains(u"Wait for the earlier write"_s));
    }

    void unknownOutcomeCanBeChecked()
    {
        RunPanel panel;
        QSignalSpy wanted(&panel, &RunPanel::checkWanted);
        panel.show(u"Balance"_s, ended(State::Verified));
        QVERIFY(!buttons(panel).contains(u"Check"_s));
        panel.show(u"Balance"_s, ended(State::OutcomeUnknown));
        Support::button(panel, u"Check"_s)->click();
        QCOMPARE(wanted.size(), 1);
    }

    void checkTellsWhatItFound()
    {
        RunPanel panel;
        RunProgress progress = ended(State::NothingToDo);
        progress.facts.entry.kind = Writeback::RunKind::Check;
        progress.pendingChanges = 2;
        panel.show(u"Balance"_s, progress);
        QVERIFY(said(panel).contains(Words::checkText(*progress.report, 2).text));
    }

    void copiedDetailsIdentifyTheRun()
    {
        RunPanel panel;
        RunProgress progress = ended(State::Verified);
        progress.facts = {.entry = {.profileName = u"Balance"_s,
                                    .account = u"Finance"_s,
                                    .clientId = u"client-1"_s,
                                    .dataSetId = u"7d9f"_s,
                                    .sheet = {{}, u"a1b2"_s, u"c3d4"_s},
                                    .region = u"B3:"_s,
                                    .started = QDateTime(QDate(2026, 11, 26), QTime(13, 5, 7), Qt::UTC)},
                          .ended = QDateTime(QDate(2026, 11, 26), QTime(13, 6), Qt::UTC),
                          .program = u"workiva-writeback 1.2.3"_s};
        panel.show(u"Balance"_s, progress);
        Support::button(panel, u"Copy details"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        for (const char *part : {"Balance", "Finance", "client-1", "7d9f", "a1b2", "c3d4", "B3:", "2026-11-26T",
                                 "workiva-writeback 1.2.3"})
            QVERIFY2(copied.contains(QLatin1String(part)), part);
        const QDateTime local = progress.facts.entry.started.toLocalTime();
        QVERIFY(copied.contains(local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate))); // with its zone
        QVERIFY(copied.endsWith(Words::reportText(*progress.report)));
    }

    void everyControlHasAName()
    {
        RunPanel panel;
        QCOMPARE(Support::nameless(&panel), QStringList());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestRunPanel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runpanel.moc"
