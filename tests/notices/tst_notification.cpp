#include "notices/notification.h"

#include "notices/conditions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

using Notices::Kind;
using Notices::Message;
using Notices::Notification;

namespace {

Message message(const QString &subject, const QString &body)
{
    return {.text = {.subject = subject, .body = body}, .changes = {{condition(u"Units"_s, Kind::Failing)}}};
}

} // namespace

class TestNotification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSentencesAreShown()
    {
        const Notification notification = Notices::notificationOf(
            message(u"Units: failed"_s, u"Units: failed.\nWhy.\nWhat to do.\n\nFacts\n\nEnd"_s));
        QCOMPARE(notification.summary, u"Units: failed"_s);
        QCOMPARE(notification.body, u"Why.\nWhat to do."_s);
    }

    void ofSeveralEachHasItsLine()
    {
        const QString lines = u"- A: failed. Why.\n- B: failed. Why."_s;
        QCOMPARE(Notices::notificationOf(message(u"Close: 2 failed"_s, lines + u"\n\nEnd"_s)).body, lines);
    }

    void foreignTextIsNoMarkup()
    {
        const Notification notification =
            Notices::notificationOf(message(u"P&L <b>"_s, u"<a href=\"http://x\">P&L</a>\x1b[31m\u202e\n\nEnd"_s));
        QCOMPARE(notification.summary, u"P&L <b>"_s); // which is none
        QCOMPARE(notification.body, u"&lt;a href=&quot;http://x&quot;&gt;P&amp;L&lt;/a&gt;"_s);
    }

    void lineBreakDoesNotReachTheSummary()
    {
        QVERIFY(!Notices::notificationOf(message(u"a\r\nb"_s, u"c"_s)).summary.contains(u'\n'));
    }

    void longTextIsCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QString full(400, u'x');
        QTest::newRow("as long as possible") << full << full;
        QTest::newRow("between words") << QString(300, u'x') + u' ' + full << QString(300, u'x') + u'…';
        QTest::newRow("without a space") << full + u'y' << full + u'…';
        const QString pair = u"\U0001F600"_s;
        QTest::newRow("before a character of two units") << full.left(399) + pair + u'y' << full.left(399) + u'…';
        QTest::newRow("markup is whole") << QString(400, u'&') + u'y' << u"&amp;"_s.repeated(400) + u'…';
    }
    void longTextIsCut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(Notices::notificationOf(message(u"s"_s, text)).body, shown);
    }

    void whatIsNotWellStays_data()
    {
        QTest::addColumn<QList<Kind>>("kinds");
        QTest::addColumn<bool>("stays");
        QTest::newRow("alarm") << QList{Kind::Failing} << true;
        QTest::newRow("recovery") << QList{Kind::Well, Kind::Well} << false;
        QTest::newRow("both") << QList{Kind::Well, Kind::Overdue} << true;
        QTest::newRow("test") << QList<Kind>() << false;
    }
    void whatIsNotWellStays()
    {
        QFETCH(const QList<Kind>, kinds);
        QFETCH(const bool, stays);
        Message message;
        for (const Kind kind : kinds)
            message.changes.append({condition(u"Units"_s, kind)});
        QCOMPARE(Notices::notificationOf(message).stays, stays);
    }
};

QTEST_GUILESS_MAIN(TestNotification)
#include "tst_notification.moc"
