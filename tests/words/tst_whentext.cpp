#include "words/whentext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime at(const QDate &date, const QTime &time)
{
    return QDateTime(date, time).toUTC(); // of this computer's zone
}

const QDateTime now = at({2026, 11, 27}, {12, 0});

} // namespace

class TestWhenText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void dayIsRelativeToThatOfTheReader()
    {
        const QTime late(23, 59, 58);
        const QString today = Words::whenText(at({2026, 11, 27}, late), now);
        const QString yesterday = Words::whenText(at({2026, 11, 26}, late), now);
        const QString before = Words::whenText(at({2026, 11, 25}, late), now);
        for (const QString &text : {today, yesterday, before})
            QVERIFY(text.endsWith(u" 23:59"_s));
        QVERIFY(!today.contains(u"27"_s) && !yesterday.contains(u"26"_s) && today != yesterday);
        QCOMPARE(before, u"25 Nov 23:59"_s);
        QVERIFY(Words::whenText(at({2026, 11, 28}, late), now).contains(u"28"_s)); // a clock was set back
    }

    void otherYearIsNamed()
    {
        const QDateTime january = at({2026, 1, 20}, {12, 0});
        QCOMPARE(Words::whenText(at({2025, 10, 31}, {18, 2}), january), u"31 Oct 2025 18:02"_s);
    }

    void longAgoTheDayIsEnough()
    {
        const QDateTime when = at({2025, 10, 31}, {18, 2});
        QCOMPARE(Words::whenText(when, now), u"31 Oct 2025"_s);
        QVERIFY(Words::whenToTheSecondText(when, now).contains(u"18:02"_s)); // a list of runs is exact
    }

    void secondsFollowTheMinutes_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("after a colon") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"31 Oct 18:02:55"_s;
        QTest::newRow("before PM") << QLocale(QLocale::English, QLocale::UnitedStates) << u"Oct 31 6:02:55 PM"_s;
        QTest::newRow("not twice") << QLocale(QLocale::C) << u"31 Oct 18:02:55"_s;
        QTest::newRow("after a point") << QLocale(QLocale::Finnish) << u"18.02.55"_s;
    }
    void secondsFollowTheMinutes()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QLocale::setDefault(locale);
        const QDateTime when = at({2026, 10, 31}, {18, 2, 55});
        const QString shown = Words::whenToTheSecondText(when, now).replace(QChar(0x202f), u' ');
        QVERIFY2(shown.endsWith(text), qPrintable(shown));
        QVERIFY(!Words::whenText(when, now).contains(u"55"_s));
    }

    void exactTimeHasSecondsAndItsZone()
    {
        const QDateTime when = at({2026, 10, 31}, {18, 2, 55});
        const QString text = Words::exactTimeText(when);
        QVERIFY(text.contains(u"2026"_s) && text.contains(u"18:02:55"_s));
        QVERIFY(text.endsWith(when.toLocalTime().timeZoneAbbreviation()));
    }

    void shortDurationsHaveAFraction()
    {
        QCOMPARE(Words::durationText(440ms), u"0.4 s"_s);
        QCOMPARE(Words::durationText(14'200ms), u"14 s"_s);
        QVERIFY(Words::durationText(200s).contains(u'3') && Words::durationText(200s).contains(u"20"_s));
    }
};

QTEST_GUILESS_MAIN(TestWhenText)
#include "tst_whentext.moc"
