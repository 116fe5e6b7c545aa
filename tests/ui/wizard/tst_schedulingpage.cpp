#include "runs/schedules.h"
#include "schedule/crontab.h"
#include "schedule/handovers.h"
#include "schedule/launchdagent.h"
#include "schedule/systemdunit.h"
#include "schedule/taskxml.h"
#include "support/profiles.h"
#include "support/schedules.h"
#include "ui/interaction.h"
#include "ui/look/segments.h"
#include "ui/look/linelist.h"
#include "ui/pagewizard.h"
#include "ui/wizard/schedulingpage.h"
#include "words/errortext.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

using namespace Support;
using Wizard = PageWizard<Ui::SchedulingPage>;

class TestSchedulingPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyboardLeadsToASchedule()
    {
        Wizard one(m_desk, m_desk.secrets, profile());
        QVERIFY(one.open());
        alt(Qt::Key_S); // Basic
        QTRY_VERIFY(named<QSpinBox>(one.page, u"Every how many"_s)); // the press of a button takes a moment
        alt(Qt::Key_E);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"3"_s);
        alt(Qt::Key_Z);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Asia/Kolkata"_s);
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        const auto *schedule = std::get_if<Profiles::Automatically>(&one.context.draft.profile.schedule);
        QVERIFY(schedule);
        const auto *days = std::get_if<Profiles::EveryDays>(&schedule->timetable.days);
        QVERIFY(days);
        QCOMPARE(days->days, 3);
        QCOMPARE(schedule->timetable.timeZone, u"Asia/Kolkata"_s);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Here));
        QCOMPARE(named<QSpinBox>(one.page, u"Every how many"_s)->value(), 3);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Before));
    }

    // Every kind of days and times, and whatever goes with them.
    void scheduleComesBackFromWizardFileAndEveryScheduler()
    {
        QRandomGenerator random(31);
        std::set<std::pair<size_t, size_t>> kinds;
        for (int i = 0; i < 60; ++i) {
            Profiles::Profile saved = profile();
            saved.name = u"Writeback %1"_s.arg(i);
            saved.schedule = randomSchedule(random);
            Wizard one(m_desk, m_desk.secrets, saved);
            QVERIFY(one.open());
            one.wizard.next();
            QCOMPARE(one.wizard.currentId(), int(Wizard::Behind));
            QCOMPARE(one.context.draft.profile, saved);

            QVERIFY(m_desk.store.save(one.context.draft.profile));
            const Profiles::ProfileStore stored(m_desk.folder.path());
            QVERIFY(stored.profile(saved.id));
            QCOMPARE(stored.profile(saved.id)->schedule, saved.schedule);
            const auto *schedule = std::get_if<Profiles::Automatically>(&stored.profile(saved.id)->schedule);
            if (!schedule)
                continue;
            kinds.emplace(schedule->timetable.days.index(), schedule->timetable.times.index());
            const ::Schedule::Handover handover = plainHandover(*schedule);
            for (const Core::Result<::Schedule::Handover> &read : handedOver(handover)) {
                QVERIFY(read);
                QCOMPARE(*read, handover);
            }
        }
        constexpr size_t all = std::variant_size_v<Profiles::Days> * std::variant_size_v<Profiles::Times>;
        QCOMPARE(kinds.size(), all);
    }

    void whatTheSchedulerHasIsShown_data()
    {
        using Asked = Core::Result<QList<::Schedule::Compared>>;
        const ::Schedule::Compared missing{.profileId = m_saved.id, .state = ::Schedule::Compared::State::NotInstalled};
        const ::Schedule::Compared other{.profileId = u"another"_s};
        QTest::addColumn<Asked>("asked");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("text");
        ::Schedule::Compared inCron = missing;
        inCron.state = ::Schedule::Compared::State::NotWanted;
        QTest::newRow("not handed over") << Asked({other, missing}) << Tone::Warning << u"Not handed over."_s;
        QTest::newRow("two schedulers") << Asked({inCron, missing}) << Tone::Warning << u"Not handed over."_s;
        QTest::newRow("not scheduled") << Asked({other}) << Tone::Note
                                       << u"No scheduler of this computer has this writeback."_s;
        const Core::Error error = Runs::noScheduler();
        QTest::newRow("no scheduler") << Asked(Core::fail(error)) << Tone::Error << Words::errorLine(error).text;
    }
    void whatTheSchedulerHasIsShown()
    {
        QFETCH(const Core::Result<QList<::Schedule::Compared>>, asked);
        Wizard one(m_desk, m_desk.secrets, m_saved, false, [asked] { return asked; });
        QVERIFY(one.open());
        QFETCH(const Tone, tone);
        QFETCH(const QString, text);
        const auto lists = one.page->findChildren<Ui::LineList *>();
        QTRY_VERIFY(std::ranges::any_of(lists, [&](const Ui::LineList *list) {
            return list->isVisible() && list->lines().contains(Words::Line{tone, text});
        }));
    }

    void newWritebackHasNothingInAScheduler()
    {
        Wizard one(m_desk, m_desk.secrets, profile());
        QVERIFY(one.open());
        for (const auto *label : one.page->findChildren<QLabel *>())
            QVERIFY(!label->text().startsWith(u"On this computer"_s));
    }

    void impossibleScheduleDoesNotGoOn()
    {
        Wizard one(m_desk, m_desk.secrets, profile());
        QVERIFY(one.open());
        QSignalSpy edited(one.page, &Ui::Page::edited);
        QVERIFY(one.wizard.button(QWizard::NextButton)->isEnabled());
        one.page->findChild<Ui::Segments *>()->setCurrent(2);
        QVERIFY(!edited.isEmpty());
        QVERIFY(fill(*one.page, u"Days of the month"_s, u"32"_s));
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(!one.page->missing().isEmpty());
        QVERIFY(fill(*one.page, u"Days of the month"_s, u"31"_s));
        QVERIFY(one.wizard.button(QWizard::NextButton)->isEnabled());
    }

    void mnemonicShowsItsField()
    {
        Profiles::Profile saved = profile();
        saved.schedule = Profiles::Automatically{.timetable = daily({6, 0})};
        Wizard one(m_desk, m_desk.secrets, saved);
        one.wizard.resize(one.wizard.minimumSizeHint());
        QVERIFY(one.open());
        const auto *area = one.page->findChild<QScrollArea *>();
        auto *field = named<QSpinBox>(one.page, u"Pause after failures in a row"_s);
        QVERIFY(field->visibleRegion().isEmpty());
        alt(Qt::Key_U);
        QVERIFY(field->hasFocus());
        QTRY_VERIFY(area->verticalScrollBar()->value() > 0);
        QTRY_COMPARE(field->visibleRegion().boundingRect(), field->rect());
    }

    void wheelOverAFieldScrollsThePage()
    {
        Profiles::Profile saved = profile();
        saved.schedule = Profiles::Automatically{.timetable = daily({6, 0})};
        Wizard one(m_desk, m_desk.secrets, saved);
        QVERIFY(one.open());
        auto *field = named<QSpinBox>(one.page, u"Every how many"_s);
        QVERIFY(field && !field->hasFocus());
        const QPointF middle(field->rect().center());
        QWheelEvent wheel(middle, field->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(field, &wheel);
        QCOMPARE(field->value(), 1);
    }

private:
    // What each scheduler is given, as it is read back.
    [[nodiscard]] static QList<Core::Result<::Schedule::Handover>> handedOver(const ::Schedule::Handover &handover)
    {
        using namespace ::Schedule;
        const QTimeZone here("Europe/Berlin");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const SystemdUnits units = systemdUnits(handover);
        const auto crontab = crontabLines(handover, here, now).map(fromCrontab);
        return {fromUnit(units.timer), fromUnit(units.service),
                launchdAgent(handover, here, now).and_then(fromLaunchdAgent),
                taskXml(handover, here, now).and_then(fromTaskXml),
                crontab && crontab->size() == 1 ? crontab->front().handover : Core::Result<Handover>(Handover())};
    }

    const Profiles::Profile m_saved = profile();
    Desk m_desk;
};

QTEST_MAIN(TestSchedulingPage)
#include "tst_schedulingpage.moc"
