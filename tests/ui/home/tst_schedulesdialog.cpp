#include "schedule/handover.h"
#include "schedule/schedulerfault.h"
#include "support/profiles.h"
#include "support/schedules.h"
#include "support/standinscheduler.h"
#include "ui/home/schedulesdialog.h"
#include "ui/interaction.h"
#include "ui/look/linelist.h"
#include "words/errortext.h"

#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::SchedulesDialog;

namespace {

constexpr int untilTested = 60'000; // ms: it starts the command line

} // namespace

// With the real command line, and schedulers that are scripts.
class TestSchedulesDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_scheduler = std::make_unique<StandInScheduler>();
        m_scheduler->replaceOwn();
    }

    void scheduleIsHandedOverTestedAndRemoved()
    {
        const Profiles::Profile one = add(u"Balance"_s, 6);
        const auto dialog = open();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Not handed over"_s}, untilTested);
        QVERIFY(!button(*dialog, u"Remove"_s)->isEnabled());
        QCOMPARE(Support::nameless(dialog.get()), QStringList());

        button(*dialog, u"Hand over"_s)->click();
        QVERIFY(!button(*dialog, u"Hand over"_s)->isEnabled()); // while it waits
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Handed over"_s}, untilTested);
        const auto done = lines(*dialog);
        QVERIFY2(done.size() == 2 && done[0].tone == Tone::Ok, qPrintable(textOf(done)));
        QCOMPARE(done[1].tone, Tone::Warning);
        QVERIFY2(done[1].text.contains(u"no longer exists"_s), qPrintable(done[1].text)); // its account
        QVERIFY(QFile::exists(timer(one)));
        QCOMPARE(m_desk->history().scheduleInForce(one.id).value(),
                 ::Schedule::fingerprint(std::get<Profiles::Automatically>(one.schedule)));
        QVERIFY(!button(*dialog, u"Repair all"_s)->isEnabled());

        button(*dialog, u"Remove"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Not handed over"_s}, untilTested);
        QVERIFY(!QFile::exists(timer(one)));
        QVERIFY(m_desk->store.profile(one.id));
    }

    void repairMakesAllAsSaved()
    {
        const Profiles::Profile one = add(u"Balance"_s, 6);
        add(u"Headcount"_s, 7);
        const auto dialog = open();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog).size(), 2, untilTested);
        button(*dialog, u"Repair all"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), (QStringList{u"Handed over"_s, u"Handed over"_s}), untilTested);

        Profiles::Profile manual = one;
        manual.schedule = Profiles::Manually{};
        QVERIFY(m_desk->store.save(manual));
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog),
                                  (QStringList{u"Handed over, but no longer wanted there"_s, u"Handed over"_s}),
                                  untilTested);
        button(*dialog, u"Repair all"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Handed over"_s}, untilTested);
        QVERIFY(!QFile::exists(timer(one)));
    }

    void editedScheduleIsDifferentUntilItIsHandedOverAgain()
    {
        Profiles::Profile one = add(u"Balance"_s, 6);
        const auto dialog = open();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog).size(), 1, untilTested);
        button(*dialog, u"Hand over"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Handed over"_s}, untilTested);
        one.schedule = Profiles::Automatically{.timetable = Support::daily({7, 0}, u"UTC"_s)};
        QVERIFY(m_desk->store.save(one));
        QTRY_COMPARE_WITH_TIMEOUT(states(*dialog), QStringList{u"Handed over, but different: schedule"_s}, untilTested);
    }

    void chosenOneIsCurrent()
    {
        add(u"Balance"_s, 6);
        const Profiles::Profile other = add(u"Headcount"_s, 7);
        const auto dialog = open();
        dialog->choose(other.id);
        auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, untilTested);
        QCOMPARE(list->currentItem()->text(0), u"Headcount"_s);
    }

    void missingProgramIsSaid()
    {
        add(u"Balance"_s, 6);
        SchedulesDialog dialog(m_desk->store, *m_desk->data, u"/nowhere/workiva-writeback-cli"_s);
        dialog.show();
        QTRY_COMPARE_WITH_TIMEOUT(states(dialog).size(), 1, untilTested);
        const auto *state = dialog.findChild<Ui::StatusLine *>();
        QCOMPARE(state->tone(), Tone::Error);
        QVERIFY(state->text().contains(u"/nowhere/workiva-writeback-cli"_s));
        QVERIFY(!button(dialog, u"Hand over"_s)->isEnabled());
        QVERIFY(!button(dialog, u"Repair all"_s)->isEnabled());
    }

    void computerWithoutASchedulerIsSaid()
    {
        add(u"Balance"_s, 6);
        const auto without = [] {
            Schedule::Surroundings here = Schedule::ownSurroundings();
            here.run = [](const Schedule::Command &command) -> Core::Result<Schedule::CommandResult> {
                return Core::fail(Core::ErrorKind::Scheduler, command.program, {}, Schedule::SchedulerFault{});
            };
            return here;
        };
        const auto dialog =
            std::make_unique<SchedulesDialog>(m_desk->store, *m_desk->data, QStringLiteral(CLI_PROGRAM), without);
        dialog->show();
        const auto *state = dialog->findChild<Ui::StatusLine *>();
        QTRY_VERIFY_WITH_TIMEOUT(state->tone() != Tone::Waiting, untilTested);
        QCOMPARE(state->text(), Words::errorLine(Runs::noScheduler()).text);
    }

    void nothingScheduledIsSaid()
    {
        const auto dialog = open();
        const auto *state = dialog->findChild<Ui::StatusLine *>();
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(u"No writeback is scheduled"_s), untilTested);
        for (const QString &name : {u"Hand over"_s, u"Remove"_s, u"Repair all"_s})
            QVERIFY(!button(*dialog, name)->isEnabled());
    }

private:
    Profiles::Profile add(const QString &name, int hour)
    {
        Profiles::Profile profile = Support::profile(name);
        profile.schedule = Profiles::Automatically{.timetable = Support::daily({hour, 0}, u"UTC"_s)};
        if (!m_desk->store.save(profile))
            qFatal("The writeback is not saved");
        return profile;
    }

    [[nodiscard]] std::unique_ptr<SchedulesDialog> open() const
    {
        auto dialog = std::make_unique<SchedulesDialog>(m_desk->store, *m_desk->data, QStringLiteral(CLI_PROGRAM));
        dialog->show();
        return dialog;
    }

    [[nodiscard]] QString timer(const Profiles::Profile &profile) const
    {
        return m_scheduler->unitFolder() + u"/workiva-writeback-%1.timer"_s.arg(profile.id);
    }

    // What is said of each writeback, once the scheduler has answered.
    [[nodiscard]] static QStringList states(const SchedulesDialog &dialog)
    {
        QStringList texts;
        if (dialog.findChild<Ui::StatusLine *>()->tone() == Tone::Waiting)
            return texts;
        const auto *list = dialog.findChild<QTreeWidget *>();
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            texts.append(list->topLevelItem(row)->text(1));
        return texts;
    }

    [[nodiscard]] static QList<Words::Line> lines(const SchedulesDialog &dialog)
    {
        return dialog.findChildren<Ui::LineList *>()[0]->lines();
    }

    [[nodiscard]] static QString textOf(const QList<Words::Line> &lines)
    {
        QStringList texts;
        for (const Words::Line &line : lines)
            texts.append(line.text);
        return texts.join(u'\n');
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<StandInScheduler> m_scheduler;
};

QTEST_MAIN(TestSchedulesDialog)
#include "tst_schedulesdialog.moc"
