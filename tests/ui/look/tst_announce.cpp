#include "ui/look/announce.h"
#include "ui/look/banner.h"
#include "ui/look/messagebar.h"
#include "ui/look/statusline.h"
#include "ui/look/tonelabel.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

using Words::Line;
using Words::Tone;

namespace {

// What was announced last at a place or below it. (The offscreen platform passes no events on.)
const QAccessibleInterface *announcementAt(const QWidget &place)
{
    return QAccessible::queryAccessibleInterface(place.findChild<QObject *>(u"announcement"_s));
}

} // namespace

class TestAnnounce final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announcementHasTextAndTone()
    {
        QLabel place;
        place.show();
        for (const Line &line : {Line{Tone::Error, u"a"_s}, Line{Tone::Ok, u"b"_s}}) {
            Ui::announce(&place, line);
            const QAccessibleInterface *said = announcementAt(place);
            QVERIFY(said);
            QCOMPARE(said->role(), QAccessible::Notification); // which screen readers speak when it is shown
            QVERIFY(!said->state().invisible);
            QCOMPARE(said->text(QAccessible::Name), line.text);
            QCOMPARE(said->text(QAccessible::Description), Words::toneName(line.tone));
            QCOMPARE(said->parent(), QAccessible::queryAccessibleInterface(&place));
        }
    }

    void announcementIsReadOnlyOnce()
    {
        QLabel place;
        place.show();
        Ui::announce(&place, {Tone::Error, u"a"_s});
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(&place);
        QCOMPARE(read->childCount(), 0);
        QCOMPARE(read->role(), QAccessible::StaticText);
    }

    void whatIsHiddenOrEmptyIsNotSaid()
    {
        QLabel place;
        Ui::announce(&place, {Tone::Error, u"a"_s});
        QVERIFY(!announcementAt(place));
        place.show();
        Ui::announce(&place, {Tone::Error, u"a"_s});
        const auto *delayed = place.findChild<QTimer *>();
        QVERIFY(delayed->isActive());
        Ui::announce(&place, {});
        QVERIFY(!delayed->isActive());
    }

    void lineThatIsOnlySetIsReadWhereItIs()
    {
        Ui::ToneLabel label;
        label.show();
        label.setLine({Tone::Error, u"a"_s});
        QVERIFY(!announcementAt(label));
        label.announce({Tone::Error, u"b"_s});
        QCOMPARE(announcementAt(label)->text(QAccessible::Name), u"b"_s);
    }

    void markupIsNotSaid()
    {
        Ui::ToneLabel label;
        label.setTextFormat(Qt::RichText);
        label.show();
        label.announce({Tone::Error, u"a <b>b</b>"_s});
        QCOMPARE(announcementAt(label)->text(QAccessible::Name), u"a b"_s);
    }

    void bannerSaysItsHeadingAndBody()
    {
        Ui::Banner banner;
        banner.show();
        banner.show(Tone::Ok, u"heading"_s, u"body"_s);
        QVERIFY(announcementAt(banner));
        const QString said = announcementAt(banner)->text(QAccessible::Name);
        QVERIFY(said.contains(u"heading"_s));
        QVERIFY(said.contains(u"body"_s));
    }

    void statusThatTookNoSpaceIsSaid()
    {
        QWidget form;
        Ui::StatusLine status(&form);
        form.show();
        QVERIFY(!status.isVisible());
        status.say(Line{Tone::Error, u"a"_s});
        QVERIFY(announcementAt(status));
    }

    void sameMessageIsSaidAgain()
    {
        QWidget window;
        Ui::MessageBar bar(&window);
        window.show();
        bar.show({Tone::Ok, u"a"_s});
        auto *label = bar.findChild<Ui::ToneLabel *>();
        Ui::announce(label, {Tone::Ok, u"b"_s});
        bar.show({Tone::Ok, u"a"_s});
        QCOMPARE(announcementAt(bar)->text(QAccessible::Name), u"a"_s);
    }

    void waitIsSaidWhenItBegins()
    {
        Ui::StatusLine status;
        status.showWaiting(u"a"_s);
        status.showWaiting(u"b"_s);
        QCOMPARE(status.text(), u"b"_s);
        QCOMPARE(announcementAt(status)->text(QAccessible::Name), u"a"_s);
        status.say(u"c"_s);
        QCOMPARE(announcementAt(status)->text(QAccessible::Name), u"c"_s);
    }
};

QTEST_MAIN(TestAnnounce)
#include "tst_announce.moc"
