#include "ui/forms/scheduleform.h"

#include "schedule/daylight.h"
#include "schedule/nexttimes.h"
#include "support/schedules.h"
#include "ui/forms/domoformdialog.h"
#include "ui/forms/scheduleoutlook.h"
#include "ui/interaction.h"
#include "ui/look/linelist.h"
#include "ui/look/segments.h"
#include "words/errortext.h"
#include "words/scheduletext.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Support;

using Ui::ScheduleForm;
using Ui::ScheduleOutlook;
using Reason = ScheduleFault::Reason;

namespace {

enum Kind { Manual, Basic, Advanced };

const QString berlin = u"Europe/Berlin"_s;

// A form beside what follows from it, as on the page.
struct Pane
{
    Pane() : form(new ScheduleForm(&window)), outlook(form->makeOutlook())
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(form);
        layout->addWidget(outlook);
    }

    [[nodiscard]] bool open()
    {
        window.resize(900, 1200); // room for all, because nothing scrolls here
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }

    void choose(Kind kind) const { form->findChild<Ui::Segments *>()->setCurrent(kind); }

    [[nodiscard]] QString said(const char *label) const
    {
        const auto *one = outlook->findChild<QLabel *>(QLatin1String(label));
        return one->isVisible() ? one->text() : QString();
    }

    // The lines below fields that say what is wrong.
    [[nodiscard]] QStringList faultyPlaces() const
    {
        QStringList places;
        for (const auto *line : form->findChildren<Ui::StatusLine *>()) {
            if (line->isVisible() && line->tone() == Tone::Error)
                places.append(line->objectName());
        }
        return places;
    }

    QWidget window;
    ScheduleForm *form;
    QWidget *outlook;
};

Automatically scheduleOf(const ScheduleForm &form)
{
    const auto schedule = form.schedule();
    return schedule ? std::get<Automatically>(*schedule) : Automatically();
}

Profiles::Schedule on(const Days &days, const Times &times = SetTimes{{QTime(6, 0)}}, const QDate &start = {})
{
    return Automatically{.timetable = {days, times, start, berlin}};
}

template <typename Field, typename Value>
bool enter(const Pane &pane, const QString &name, void (Field::*set)(Value), std::type_identity_t<Value> value)
{
    auto *field = named<Field>(&pane.window, name);
    if (field)
        (field->*set)(value);
    return field;
}

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(box->findData(data));
}

} // namespace

class TestScheduleForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoadedComesBack()
    {
        QRandomGenerator random(21);
        Pane pane;
        QVERIFY(pane.open());
        const QSignalSpy edited(pane.form, &ScheduleForm::edited);
        for (int i = 0; i < 200; ++i) {
            const Profiles::Schedule schedule = randomSchedule(random);
            pane.form->load(schedule); // whatever was loaded before
            const auto again = pane.form->schedule();
            QVERIFY(again);
            QCOMPARE(*again, schedule);
            QCOMPARE(pane.form->missing(), QString());
            QCOMPARE(pane.faultyPlaces(), QStringList());
        }
        QCOMPARE(edited.count(), 0);
    }

    void nextTimesAreThoseOfTheSchedule()
    {
        QRandomGenerator random(22);
        Pane pane;
        QVERIFY(pane.open());
        for (int i = 0; i < 50; ++i) {
            const Automatically schedule = randomAutomatically(random);
            pane.form->load(schedule);
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const auto next = ::Schedule::nextTimes(schedule.timetable, {}, now, ScheduleOutlook::times);
            QVERIFY(next);
            QStringList texts;
            for (const QDateTime &one : *next)
                texts.append(Words::scheduledTimeText(one, QTimeZone(schedule.timetable.timeZone.toLatin1())));
            const QStringList shown = pane.said("scheduleTimes").split(u'\n');
            if (next->isEmpty())
                QCOMPARE(shown.size(), 1);
            else
                QCOMPARE(shown, texts);
            QCOMPARE(pane.said("scheduleSentence"), Words::scheduleText(schedule));
            QStringList notes;
            for (const auto *list : pane.outlook->findChildren<Ui::LineList *>()) {
                for (const Words::Line &line : list->lines())
                    notes.append(line.text);
            }
            const auto effects = ::Schedule::daylightEffects(schedule.timetable, {}, now);
            QVERIFY(effects);
            QCOMPARE(notes, Words::daylightTexts(*effects) + Words::scheduleNotes(schedule));
        }
    }

    void manualScheduleHasNoTimes()
    {
        Pane pane;
        QVERIFY(pane.open());
        pane.form->load(Manually{30});
        QCOMPARE(pane.said("scheduleSentence"), Words::scheduleText(Manually{30}));
        QCOMPARE(pane.said("scheduleTimes"), QString());
        QVERIFY(enter(pane, u"Days without a run until a reminder"_s, &QSpinBox::setValue, 7));
        QCOMPARE(*pane.form->schedule(), Profiles::Schedule(Manually{7}));
    }

    void newScheduleBeginsTodayInTheZoneOfThisComputer()
    {
        Pane pane;
        QVERIFY(pane.open());
        for (const Kind kind : {Basic, Advanced}) {
            pane.choose(kind);
            QCOMPARE(pane.form->missing(), QString());
            QCOMPARE(scheduleOf(*pane.form).timetable.start, QDate::currentDate());
            QCOMPARE(scheduleOf(*pane.form).timetable.timeZone, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
        }
    }

    void oneFormIsShownAndTheOthersKeepTheirEntries()
    {
        Pane pane;
        QVERIFY(pane.open());
        pane.choose(Basic);
        QVERIFY(enter(pane, u"Every how many"_s, &QSpinBox::setValue, 3));
        const auto basic = pane.form->schedule();
        pane.choose(Advanced);
        QVERIFY(!named<QSpinBox>(&pane.window, u"Every how many"_s));
        QVERIFY(fill(pane.window, u"Days of the month"_s, u"5"_s));
        const auto advanced = pane.form->schedule();
        QVERIFY(*advanced != *basic);
        pane.choose(Manual);
        QVERIFY(!named<QLineEdit>(&pane.window, u"Time zone"_s));
        pane.choose(Basic);
        QCOMPARE(*pane.form->schedule(), *basic);
        pane.choose(Advanced);
        QCOMPARE(*pane.form->schedule(), *advanced);
    }

    void basicAsksForWhatItsUnitNeeds()
    {
        using Unit = Setup::ScheduleDraft::Basic::Unit;
        Pane pane;
        QVERIFY(pane.open());
        pane.choose(Basic);
        auto *unit = named<QComboBox>(&pane.window, u"Hours, days, weeks or months"_s);
        for (int one = 0; one <= int(Setup::ScheduleDraft::Basic::lastUnit); ++one) {
            choose(unit, one);
            const bool isHours = Unit(one) == Unit::Hours;
            QCOMPARE(named<QTimeEdit>(&pane.window, u"Active from"_s) != nullptr, isHours);
            QCOMPARE(named<QTimeEdit>(&pane.window, u"Time of day"_s) != nullptr, !isHours);
            QCOMPARE(named<QSpinBox>(&pane.window, u"Every how many"_s) != nullptr, Unit(one) != Unit::Weekdays);
            QCOMPARE(pane.form->missing(), QString());
        }
    }

    void advancedAsksForWhatItsDaysNeed()
    {
        Pane pane;
        QVERIFY(pane.open());
        pane.choose(Advanced);
        auto *kind = named<QComboBox>(&pane.window, u"Days"_s);
        const QStringList fields{u"Every how many days"_s, u"Every how many weeks"_s, u"Every how many months"_s,
                                 u"Which business day"_s};
        const QList<QStringList> shown{{fields[0]}, {fields[1]}, {fields[2]}, {fields[2]}, {fields[2], fields[3]}};
        QCOMPARE(kind->count(), shown.size());
        for (int one = 0; one < kind->count(); ++one) {
            kind->setCurrentIndex(one);
            QStringList found;
            for (const QString &field : fields) {
                if (named<QSpinBox>(&pane.window, field))
                    found.append(field);
            }
            QCOMPARE(found, shown[one]);
            QCOMPARE(named<QLineEdit>(&pane.window, u"Days of the month"_s) != nullptr, one == 2);
            QCOMPARE(named<QLineEdit>(&pane.window, u"Holidays"_s) != nullptr, one == 4);
            QCOMPARE(pane.form->missing(), QString());
            QCOMPARE(nameless(&pane.window), QStringList());
        }
    }

    void everyRuleIsEntered()
    {
        Pane pane;
        QVERIFY(pane.open());
        pane.choose(Basic);
        QCOMPARE(scheduleOf(*pane.form).retry, std::optional<Retry>());
        choose(named<QComboBox>(&pane.window, u"Error handling"_s), true);
        QCOMPARE(scheduleOf(*pane.form).retry, Retry());
        QVERIFY(enter(pane, u"Number of retries"_s, &QSpinBox::setValue, 5));
        QVERIFY(enter(pane, u"Wait before a retry"_s, &QSpinBox::setValue, 2));
        QVERIFY(enter(pane, u"Unit: Wait before a retry"_s, &QComboBox::setCurrentIndex, 1));
        QVERIFY(enter(pane, u"Make up for missed runs within"_s, &QSpinBox::setValue, 12));
        QVERIFY(enter(pane, u"Pause after failures in a row"_s, &QSpinBox::setValue, 4));
        Automatically expected{
            .timetable = scheduleOf(*pane.form).timetable, .retry = Retry{5, 2h}, .catchUp = 12h, .pauseAfter = 4};
        QCOMPARE(scheduleOf(*pane.form), expected);
        for (const auto &[text, flag] :
             {std::pair(u"Only if the DataSet has changed"_s, &Automatically::onlyNewData),
              std::pair(u"Wait for a person after a change"_s, &Automatically::confirmChanges)}) {
            checkBox(pane, text)->click();
            expected.*flag = true;
            QCOMPARE(scheduleOf(*pane.form), expected);
        }
    }

    void faultIsShownWhereItIs_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("place");
        QTest::addColumn<std::function<void(const Pane &)>>("makeIt");
        const auto row = [](const char *name, Reason reason, const QString &place, Kind kind,
                            const std::function<void(const Pane &)> &makeIt) {
            QTest::newRow(name) << reason << place
                                << std::function<void(const Pane &)>([kind, makeIt](const Pane &pane) {
                                       pane.choose(kind);
                                       makeIt(pane);
                                   });
        };
        const auto typed = [](const QString &field, const QString &text) {
            return [field, text](const Pane &pane) { named<QLineEdit>(&pane.window, field)->setText(text); };
        };
        const auto loaded = [](const Profiles::Schedule &schedule) {
            return [schedule](const Pane &pane) { pane.form->load(schedule); };
        };
        const auto hours = [](const Pane &pane) {
            choose(named<QComboBox>(&pane.window, u"Hours, days, weeks or months"_s), 0);
            named<QTimeEdit>(&pane.window, u"Active from"_s)->setTime({9, 0});
            named<QTimeEdit>(&pane.window, u"Active until"_s)->setTime({8, 0});
        };
        row("no start", Reason::NoStart, u"startFault"_s, Basic, [](const Pane &pane) {
            named<QSpinBox>(&pane.window, u"Every how many"_s)->setValue(2);
            checkBox(pane, u"Start on"_s)->setChecked(false);
        });
        row("no such zone", Reason::TimeZone, u"timeZoneFault"_s, Basic, typed(u"Time zone"_s, u"Berlin?"_s));
        row("empty hours", Reason::EmptyHours, u"basicTimesFault"_s, Basic, hours);
        row("no day", Reason::NoDay, u"daysFault"_s, Advanced, typed(u"Days of the month"_s, {}));
        row("no number", Reason::Day, u"daysFault"_s, Advanced, typed(u"Days of the month"_s, u"1st"_s));
        row("no weekday", Reason::NoDay, u"daysFault"_s, Advanced, loaded(on(EveryWeeks{1, {}})));
        row("no such day", Reason::NoSuchDay, u"daysFault"_s, Advanced,
            loaded(on(DaysOfMonth{NamedMonths{{2}}, {30}})));
        row("only weekend", Reason::OnlyWeekend, u"daysFault"_s, Advanced,
            loaded(on(BusinessDay{.weekend = {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday,
                                              Qt::Saturday, Qt::Sunday}})));
        row("no time", Reason::NoTime, u"advancedTimesFault"_s, Advanced, typed(u"Times of day"_s, {}));
        row("no time of day", Reason::Time, u"advancedTimesFault"_s, Advanced, typed(u"Times of day"_s, u"6pm"_s));
        row("too many times", Reason::TooManyTimes, u"advancedTimesFault"_s, Advanced,
            typed(u"Times of day"_s, u"1:00 2:00 3:00 4:00 5:00 6:00 7:00 8:00 9:00 10:00 11:00 12:00 13:00"_s));
        row("too often", Reason::TooOften, u"advancedTimesFault"_s, Advanced, typed(u"Times of day"_s, u"6:00 6:10"_s));
    }
    void faultIsShownWhereItIs()
    {
        QFETCH(const Reason, reason);
        QFETCH(const QString, place);
        QFETCH(const std::function<void(const Pane &)>, makeIt);
        Pane pane;
        QVERIFY(pane.open());
        makeIt(pane);
        const auto schedule = pane.form->schedule();
        QVERIFY(!schedule);
        QCOMPARE(schedule.error().cause.as<ScheduleFault>()->reason, reason);
        QCOMPARE(pane.faultyPlaces(), QStringList{place});
        QCOMPARE(shown(pane.window, qPrintable(place)), Words::errorLine(schedule.error()).text); // with its cure
        QCOMPARE(pane.form->missing(), Words::errorText(schedule.error()).message);
        QCOMPARE(pane.said("scheduleTimes"), QString());
        pane.form->load(on(EveryDays{}));
        QCOMPARE(pane.faultyPlaces(), QStringList());
    }

    void zoneThatThisComputerDoesNotHaveIsAFault()
    {
        Pane pane;
        QVERIFY(pane.open());
        pane.choose(Basic);
        QVERIFY(fill(pane.window, u"Time zone"_s, u"Europe/Atlantis"_s));
        QCOMPARE(pane.faultyPlaces(), QStringList{u"timeZoneFault"_s});
        QVERIFY(fill(pane.window, u"Time zone"_s, u"America/New York"_s));
        QCOMPARE(pane.faultyPlaces(), QStringList());
        QCOMPARE(scheduleOf(*pane.form).timetable.timeZone, u"America/New_York"_s); // IDs have no spaces
    }

    void holidaysAreReadBesideTheWindow()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"holidays.ics"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260101\r\n"
                   "RRULE:FREQ=MONTHLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        file.close();
        Pane pane;
        QVERIFY(pane.open());
        const BusinessDay rule{.which = 1, .weekend = {}, .holidays = path};
        pane.form->load(on(rule));
        QCOMPARE(pane.said("scheduleTimes"), QString()); // not known yet
        QCOMPARE(tone(pane.window, "holidaysInfo"), Tone::Waiting);
        QTRY_COMPARE(tone(pane.window, "holidaysInfo"), Tone::Ok);
        for (const QString &time : pane.said("scheduleTimes").split(u'\n'))
            QVERIFY2(time.contains(u" 2 "_s) || time.contains(u" 2,"_s), qPrintable(time)); // the first is a holiday
        QCOMPARE(pane.form->missing(), QString());

        QVERIFY(fill(pane.window, u"Holidays"_s, folder.filePath(u"gone.ics"_s)));
        QTRY_COMPARE(pane.faultyPlaces(), QStringList{u"holidaysInfo"_s});
        QCOMPARE(pane.said("scheduleTimes"), QString());
        QCOMPARE(pane.form->missing(), QString()); // it may be there when the writeback runs
        QVERIFY(fill(pane.window, u"Holidays"_s, {}));
        QCOMPARE(pane.faultyPlaces(), QStringList());
        QVERIFY(!pane.said("scheduleTimes").isEmpty());
    }

    void formOfDomosIsPasted()
    {
        Pane pane;
        QVERIFY(pane.open());
        QSignalSpy edited(pane.form, &ScheduleForm::edited);
        button(pane.window, u"Paste from Domo…"_s)->click();
        auto *dialog = pane.window.findChild<Ui::DomoFormDialog *>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        const auto *meaning = dialog->findChild<Ui::ToneLabel *>();
        QVERIFY(!ok->isEnabled());
        QVERIFY(!meaning->isVisible());
        auto *text = dialog->findChild<QPlainTextEdit *>();
        text->setPlainText(u"0 28 23 15W * ?"_s);
        QVERIFY(!ok->isEnabled());
        QCOMPARE(meaning->tone(), Tone::Error);
        text->setPlainText(u"0 28 23 * * ?"_s);
        QCOMPARE(meaning->tone(), Tone::Ok);
        ok->click();
        QCOMPARE(edited.count(), 1);
        QCOMPARE(scheduleOf(*pane.form).timetable, (Timetable{EveryDays{}, SetTimes{{QTime(23, 28)}}, {}, u"UTC"_s}));
    }

    void keysReachEveryFieldOnce_data()
    {
        QTest::addColumn<Profiles::Schedule>("schedule");
        QTest::newRow("manually") << Profiles::Schedule(Manually());
        QTest::newRow("basic") << on(EveryDays{});
        QTest::newRow("hours") << on(EveryDays{}, Interval{});
        const Times interval = Interval{20min};
        QTest::newRow("days") << on(EveryDays{2}, interval, QDate(2026, 1, 1));
        QTest::newRow("weeks") << on(EveryWeeks{2}, interval, QDate(2026, 1, 1));
        QTest::newRow("days of the month") << on(DaysOfMonth{NamedMonths{{1}}, {1, 2}});
        QTest::newRow("weekdays of the month") << on(WeekdaysOfMonth{}, interval);
        QTest::newRow("business day") << on(BusinessDay{});
    }
    void keysReachEveryFieldOnce()
    {
        QFETCH(Profiles::Schedule, schedule);
        if (auto *automatically = std::get_if<Automatically>(&schedule))
            automatically->retry = Retry();
        Pane pane;
        QVERIFY(pane.open());
        pane.form->load(schedule);
        QCOMPARE(nameless(&pane.window), QStringList());

        QStringList keys;
        for (const auto *label : pane.window.findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                keys.append(QKeySequence::mnemonic(label->text()).toString());
        }
        for (const auto *one : pane.window.findChildren<QAbstractButton *>()) {
            if (one->isVisible())
                keys.append(QKeySequence::mnemonic(one->text()).toString());
        }
        keys.removeAll(QString());
        QVERIFY(keys.size() > 4);
        keys += {u"Alt+N"_s, u"Alt+B"_s}; // of the wizard
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());

        // From top to bottom, and every one that takes the focus by Tab.
        QWidget *first = pane.form->focusProxy();
        while (first->focusProxy())
            first = first->focusProxy();
        first->setFocus();
        QList<QWidget *> visited;
        QCoreApplication::processEvents(); // lays the form out
        for (int step = 0; step < 60; ++step) {
            if (!visited.contains(QApplication::focusWidget())) // Tab goes from hours to minutes, too
                visited.append(QApplication::focusWidget());
            press(Qt::Key_Tab);
        }
        int previous = 0;
        for (const QWidget *one : visited) {
            const auto *button = qobject_cast<const QAbstractButton *>(one);
            if (button && button->group()) // where Tab enters a group is Qt's choice
                continue;
            const int top = one->mapTo(&pane.window, QPoint(0, one->height() / 2)).y();
            QVERIFY2(top >= previous - one->height(), qPrintable(one->accessibleName()));
            previous = top;
        }
        for (QWidget *input : inputs(pane.form)) {
            const auto *radio = qobject_cast<QAbstractButton *>(input);
            if (input->isVisible() && !(radio && radio->group())) // one of a group leads to the others
                QVERIFY2(visited.contains(input), qPrintable(input->accessibleName()));
        }
    }

private:
    static QCheckBox *checkBox(const Pane &pane, const QString &text)
    {
        for (QCheckBox *one : pane.window.findChildren<QCheckBox *>()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestScheduleForm)
#include "tst_scheduleform.moc"
