#include "schedule/handovers.h"
#include "schedule/localtime.h"
#include "schedule/nexttimes.h"
#include "schedule/systemdunit.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

namespace {

struct Output
{
    int code = -1;
    QString text;
    QString errors;
};

Output output(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

// Whether an expression of systemd.time(7) says exactly what the timetable does.
bool isExact(const Timetable &timetable)
{
    const auto *days = std::get_if<EveryDays>(&timetable.days);
    const auto *weeks = std::get_if<EveryWeeks>(&timetable.days);
    const auto *months = monthsOf(timetable.days);
    const auto *every = months ? std::get_if<EveryMonths>(months) : nullptr;
    return (!days || days->days == 1) && (!weeks || weeks->weeks == 1) && (!every || 12 % every->months == 0)
        && !std::holds_alternative<BusinessDay>(timetable.days);
}

// Around clocks going forward and back, and at a random time, of five years.
QList<QDateTime> basesOf(const QTimeZone &zone, QRandomGenerator &random)
{
    const QDateTime from(QDate(2026, 1, 1), QTime(), Qt::UTC);
    QList<QDateTime> bases{from, from.addDays(random.bounded(5 * 365)).addSecs(random.bounded(86'400))};
    const auto changes = zone.transitions(from, from.addYears(5));
    for (const QTimeZone::OffsetData &change : changes)
        bases.append(change.atUtc.addDays(-1));
    return bases;
}

// systemd elapses at a repeated time once, the first time or the second.
QDateTime firstInstantLike(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime shown = instant.addSecs(zone.offsetFromUtc(instant));
    return instantOf(shown.date(), shown.time(), zone).value();
}

constexpr int timesOfQuestion = 60; // two and a half days of an hourly schedule, five years of a monthly one

} // namespace

class TestSystemdUnit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressionsAreShort_data()
    {
        QTest::addColumn<Timetable>("timetable");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const Days &days, const Times &times, const QStringList &expected) {
            QTest::newRow(name) << Timetable{days, times, QDate(2026, 2, 1), u"Europe/Berlin"_s} << expected;
        };
        const SetTimes six{{QTime(6, 0)}};
        const EveryMonths everyMonth{};
        row("daily", EveryDays{}, six, {u"*-*-* 06:00:00 Europe/Berlin"_s});
        row("twice a day", EveryDays{}, SetTimes{{QTime(6, 0), QTime(18, 0)}}, {u"*-*-* 06,18:00:00 Europe/Berlin"_s});
        row("office hours", EveryWeeks{}, Interval{15min, {8, 0}, {18, 0}},
            {u"Mon,Tue,Wed,Thu,Fri *-*-* 08..17:00,15,30,45:00 Europe/Berlin"_s});
        row("every hour", EveryDays{}, Interval{60min},
            {u"*-*-* 00:00:00 Europe/Berlin"_s, u"*-*-* 01:00:00 Europe/Berlin"_s, u"*-*-* 02:00:00 Europe/Berlin"_s,
             u"*-*-* 03:00:00 Europe/Berlin"_s, u"*-*-* 04..23:00:00 Europe/Berlin"_s});
        row("every quarter", DaysOfMonth{EveryMonths{3}, {1, lastOfMonth}}, six,
            {u"*-02,05,08,11-01 06:00:00 Europe/Berlin"_s, u"*-02,05,08,11~01 06:00:00 Europe/Berlin"_s});
        row("second and fourth Sunday", WeekdaysOfMonth{everyMonth, {2, 4}, {Qt::Sunday}}, six,
            {u"Sun *-*-08..14,22..28 06:00:00 Europe/Berlin"_s});
        row("third business day", BusinessDay{everyMonth, 3}, six,
            {u"Mon,Tue,Wed,Thu,Fri *-*-03..05 06:00:00 Europe/Berlin"_s});
        row("last business day", BusinessDay{everyMonth, -1}, six,
            {u"Mon,Tue,Wed,Thu,Fri *-*~01..03 06:00:00 Europe/Berlin"_s});
    }
    void expressionsAreShort()
    {
        QFETCH(const Timetable, timetable);
        QFETCH(const QStringList, expected);
        QCOMPARE(calendarExpressions(timetable), expected);
    }

    // WRITEBACK_SOAK=1: 10,000 schedules.
    void systemdWakesAtTheNextTimes()
    {
        QRandomGenerator random(252);
        QByteArray questions;
        struct Asked
        {
            Timetable timetable;
            QDateTime base;
        };
        QList<Asked> asked;
        const int count = qEnvironmentVariableIsSet("WRITEBACK_SOAK") ? 10'000 : 100;
        QMap<QString, QList<QDateTime>> bases;
        for (int i = 0; i < count; ++i) {
            Timetable timetable = Support::randomAutomatically(random).timetable;
            timetable.start = QDate(2025, 1, 1).addDays(random.bounded(360)); // no expression has a start
            QList<QDateTime> &ofZone = bases[timetable.timeZone];
            if (ofZone.isEmpty())
                ofZone = basesOf(timeZoneNamed(timetable.timeZone).value(), random);
            for (const QDateTime &base : std::as_const(ofZone)) {
                asked.append({timetable, base});
                questions += QStringList{timetable.timeZone, QString::number(base.toSecsSinceEpoch()),
                                         QString::number(timesOfQuestion), calendarExpressions(timetable).join(u'\t')}
                                 .join(u'\t')
                                 .toLatin1()
                    + '\n';
            }
        }
        const Output told = output(QStringLiteral(PYTHON), {QStringLiteral(ELAPSES)}, questions);
        QVERIFY2(told.code == 0, qPrintable(told.errors));
        const QStringList answers = told.text.split(u'\n');
        QCOMPARE(answers.size(), asked.size() + 1);
        int exact = 0;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const auto &[timetable, base] = asked[i];
            const QTimeZone zone = timeZoneNamed(timetable.timeZone).value();
            QList<QDateTime> woken;
            for (const QString &second : answers[i].split(u' ', Qt::SkipEmptyParts))
                woken.append(firstInstantLike(QDateTime::fromSecsSinceEpoch(second.toLongLong(), Qt::UTC), zone));
            std::ranges::sort(woken);
            woken.erase(std::unique(woken.begin(), woken.end()), woken.end());
            QVERIFY2(!woken.isEmpty(), qPrintable(calendarExpressions(timetable).join(u'\n')));
            const auto times = timesBetween(timetable, {}, base, woken.back());
            QVERIFY(times);
            const bool isRight = isExact(timetable) ? *times == woken : std::ranges::includes(woken, *times);
            QVERIFY2(
                isRight,
                qPrintable(calendarExpressions(timetable).join(u'\n') + u" after "_s + base.toString(Qt::ISODate)));
            exact += isExact(timetable) ? 1 : 0;
        }
        QVERIFY(exact > asked.size() / 5);
    }

    void scheduleComesBackTheSame()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 500; ++i) {
            const Handover handover = Support::handover(Support::randomAutomatically(random));
            const auto back = fromUnit(systemdUnits(handover).timer);
            QVERIFY(back);
            QVERIFY(*back == handover);
        }
    }

    void otherTimerIsNoneOfThese()
    {
        const auto back = fromUnit(u"[Timer]\nOnCalendar=daily\n"_s);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(back.error().cause.as<NoRecord>());
    }

    void serviceNamesWhatItIsMadeFrom()
    {
        const Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        QCOMPARE(fromUnit(systemdUnits(handover).service), Core::Result<Handover>(handover));
    }

    void credentialsAreLoadedByPath()
    {
        Handover handover = Support::plainHandover({.timetable = Support::daily({6, 0})});
        handover.credentials = {{u"domo-client-secret"_s, u"/50% a:b/domo-client-secret"_s},
                                {u"workiva-client-secret"_s, u"/keys/workiva-client-secret.cred"_s, true}};
        const SystemdUnits units = systemdUnits(handover);
        const QStringList lines = units.service.split(u'\n');
        QVERIFY(lines.contains(u"LoadCredential=domo-client-secret:/50%% a:b/domo-client-secret"_s));
        QVERIFY(lines.contains(u"LoadCredentialEncrypted=workiva-client-secret:/keys/workiva-client-secret.cred"_s));
        QCOMPARE(fromUnit(units.timer), Core::Result<Handover>(handover));
    }

    void unitsAreAsTheyWereRead_data()
    {
        QTest::addColumn<Handover>("handover");
        QTest::newRow("plain") << Support::plainHandover({.timetable = Support::daily({6, 0})});
        QTest::newRow("quoted") << Support::handover(
            {.timetable = {EveryDays{}, Interval{7h}, {}, u"America/New_York"_s}, .retry = Retry{}, .catchUp = 4h});
    }
    void unitsAreAsTheyWereRead()
    {
        QFETCH(const Handover, handover);
        const SystemdUnits units = systemdUnits(handover);
        const QString golden = QStringLiteral(GOLDEN) + u"/systemd-"_s + QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(units.timer, read(golden + u".timer"_s));
        QCOMPARE(units.service, read(golden + u".service"_s));
    }

    void systemdUnderstandsTheUnits_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("plain") << u"bin"_s;
        QTest::newRow("blanks and signs") << u"Close 100% $HOME %n"_s;
        QTest::newRow("quotes") << u"the \"good\" one's \\ 50% $HOME"_s;
    }
    // It splits the command as it was put together, and finds nothing to complain about.
    void systemdUnderstandsTheUnits()
    {
        QFETCH(const QString, place);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(place));
        Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        handover.program = folder.path() + u'/' + place + u"/workiva-writeback-cli"_s;
        QVERIFY(write(handover.program, u"#!/bin/sh\n"_s));
        QVERIFY(QFile::setPermissions(handover.program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const SystemdUnits units = systemdUnits(handover);
        const QString name = folder.filePath(units.name);
        QVERIFY(write(name + u".timer"_s, units.timer));
        QVERIFY(write(name + u".service"_s, units.service));
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit()); // of a user who is not logged in
        const QStringList verify{u"verify"_s, u"--user"_s, u"--recursive-errors=no"_s, u"--man=no"_s};
        const Output verified =
            output(u"systemd-analyze"_s, verify + QStringList{name + u".timer"_s, name + u".service"_s});
        QVERIFY2(verified.code == 0, qPrintable(verified.errors));
        QVERIFY2(!verified.errors.contains(units.name), qPrintable(verified.errors));
    }

    // The check above can fail.
    void systemdMissesAProgram()
    {
        QTemporaryDir folder;
        Handover handover = Support::plainHandover({.timetable = Support::daily({6, 0})});
        handover.program = folder.filePath(u"none"_s);
        const SystemdUnits units = systemdUnits(handover);
        const QString path = folder.filePath(units.name + u".service"_s);
        QVERIFY(write(path, units.service));
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
        const Output missing = output(u"systemd-analyze"_s, {u"verify"_s, u"--user"_s, u"--man=no"_s, path});
        QVERIFY(missing.code != 0 && missing.errors.contains(handover.program));
    }

private:
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : u"no file "_s + path;
    }

    static bool write(const QString &path, const QString &text)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    }
};

QTEST_GUILESS_MAIN(TestSystemdUnit)
#include "tst_systemdunit.moc"
