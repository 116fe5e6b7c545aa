#include "words/handovertext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using Schedule::Compared;

class TestHandoverText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateHasALineOfItsOwn()
    {
        QSet<QString> texts;
        for (int state = 0; state <= int(Compared::lastState); ++state) {
            const Words::Line line = Words::comparedLine({.state = Compared::State(state)});
            QVERIFY(!line.text.isEmpty());
            QCOMPARE(line.tone == Words::Tone::Ok, Compared::State(state) == Compared::State::Same);
            texts.insert(line.text);
        }
        QCOMPARE(texts.size(), int(Compared::lastState) + 1);
    }

    void eachDifferenceIsNamed()
    {
        QSet<QString> texts;
        for (int difference = 0; difference <= int(Compared::lastDifference); ++difference)
            texts.insert(Words::comparedLine(
                             {.state = Compared::State::Differs, .differences = {Compared::Difference(difference)}})
                             .text);
        QCOMPARE(texts.size(), int(Compared::lastDifference) + 1);
    }

    void writebackAloneIsSaidInSentences()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(5, 0), Qt::UTC);
        QCOMPARE(Words::onThisComputerLine(nullptr, {}, now).tone, Words::Tone::Note);
        const Compared missing{.state = Compared::State::NotInstalled, .scheduler = Schedule::SchedulerKind::Cron};
        const Words::Line line = Words::onThisComputerLine(&missing, {}, now);
        QCOMPARE(line.tone, Words::Tone::Warning);
        QCOMPARE(line.text, u"Not handed over."_s); // cron has nothing of it
        const Compared same{.scheduler = Schedule::SchedulerKind::Cron, .installed = Schedule::Installed{}};
        const QString text = Words::onThisComputerLine(&same, now.addDays(1), now).text;
        QVERIFY2(text.startsWith(u"cron: Handed over. It is started next: 3 Mar"_s), qPrintable(text));
    }

    void lingerIsSaidWithTheCommandThatChangesIt()
    {
        using Schedule::SchedulerKind;
        const QString command = u"loginctl enable-linger"_s;
        QVERIFY(!Words::loggedOutLine(SchedulerKind::Systemd, true).text.contains(command));
        const QString off = Words::loggedOutLine(SchedulerKind::Systemd, false).text;
        const QString unknown = Words::loggedOutLine(SchedulerKind::Systemd, {}).text;
        QVERIFY(off.contains(command) && unknown.contains(command) && off != unknown);
        for (int kind = 0; kind <= int(Schedule::lastSchedulerKind); ++kind)
            QVERIFY(!Words::loggedOutLine(SchedulerKind(kind), {}).text.isEmpty());
    }

    void eachSchedulerHasAName()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(Schedule::lastSchedulerKind); ++kind)
            names.insert(Words::schedulerName(Schedule::SchedulerKind(kind)));
        QCOMPARE(names.size(), int(Schedule::lastSchedulerKind) + 1);
    }
};

QTEST_GUILESS_MAIN(TestHandoverText)
#include "tst_handovertext.moc"
