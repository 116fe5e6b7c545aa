#include "ui/look/chip.h"
#include "ui/runs/pastrunlist.h"
#include "ui/runs/records.h"
#include "words/pasttext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

using History::Noted;
using History::PastEntry;
using Ui::PastRunList;
using Writeback::State;

namespace {

const QDateTime now{QDate(2026, 11, 26), QTime(13, 5), Qt::UTC};

PastEntry run(State state, int minutesAgo)
{
    return History::entryOf(Support::recordOf(state, {}, now.addSecs(-60 * minutesAgo)));
}

PastEntry noted(Noted what, int minutesAgo)
{
    return {u"p"_s, u"Balance"_s, History::ScheduleNote{now.addSecs(-60 * minutesAgo), what, now}};
}

// What is shown of each kind of widget, in the order of the lines.
QStringList textsIn(const PastRunList &list)
{
    QStringList texts;
    for (const QLabel *label : list.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&list))
            texts.append(label->text());
    }
    return texts;
}

QList<Words::Tone> tonesIn(const PastRunList &list)
{
    QList<Words::Tone> tones;
    for (const Ui::Chip *chip : list.findChildren<Ui::Chip *>()) {
        if (chip->isVisibleTo(&list))
            tones.append(chip->line().tone);
    }
    return tones;
}

QStringList textsOf(const QList<PastEntry> &past)
{
    QStringList texts;
    for (const PastEntry &entry : past)
        texts += {Words::capitalized(Words::whenToTheSecondText(entry.when(), now)), Words::pastLine(entry).text};
    return texts;
}

} // namespace

class TestPastRunList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeWithoutARunIsALineAmongTheRuns()
    {
        const QList<PastEntry> past{run(State::Verified, 5), noted(Noted::Missed, 60), noted(Noted::NoNewData, 120),
                                    run(State::Failed, 180)};
        PastRunList list;
        list.show(past, now);
        QCOMPARE(textsIn(list), textsOf(past));
        QCOMPARE(tonesIn(list), (QList{Words::Tone::Ok, Words::Tone::Warning, Words::Tone::Note, Words::Tone::Error}));
    }

    void onlyTheNewestAreShown()
    {
        QList<PastEntry> past;
        for (int number = 0; number <= PastRunList::maxLines; ++number)
            past.append(number % 2 == 0 ? run(State::Verified, number) : noted(Noted::Missed, number));
        PastRunList list;
        list.show(past, now);
        QCOMPARE(textsIn(list), textsOf(past.first(PastRunList::maxLines)));
        list.show({past.last()}, now);
        QCOMPARE(textsIn(list), textsOf({past.last()}));
    }

    void nothingTakesNoRoom()
    {
        PastRunList list;
        list.show({}, now);
        QVERIFY(list.isHidden());
        list.show({noted(Noted::Missed, 1)}, now);
        QVERIFY(!list.isHidden());
    }
};

QTEST_MAIN(TestPastRunList)
#include "tst_pastrunlist.moc"
