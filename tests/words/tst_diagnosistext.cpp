#include "words/diagnosistext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Examined;
using Setup::Link;
using State = Examined::State;
using Words::Tone;

class TestDiagnosisText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int link = 0; link <= int(Setup::lastLink); ++link)
            names.insert(Words::linkName({.link = Link(link)}));
        QCOMPARE(names.size(), int(Setup::lastLink) + 1);
    }

    void linkOfAServiceNamesIt()
    {
        const QString domo = Words::linkName({.service = Core::Service::Domo, .link = Link::SignIn});
        const QString workiva = Words::linkName({.service = Core::Service::Workiva, .link = Link::SignIn});
        QVERIFY(domo != workiva && domo.startsWith(u"Domo"_s) && workiva.startsWith(u"Workiva"_s));
    }

    void onlyABrokenLinkIsAnError()
    {
        for (const State state : {State::Sound, State::Broken, State::NotReached, State::NotThere}) {
            const Words::Line line = Words::linkLine({.state = state});
            QVERIFY(!line.text.isEmpty());
            QCOMPARE(line.tone == Tone::Error, state == State::Broken);
            QCOMPARE(line.tone == Tone::Ok, state == State::Sound);
        }
    }

    // Neither that there is no clock nor that there is no lock is known.
    void unknownIsNotNone()
    {
        const auto text = [](Link link) { return Words::linkLine({.link = link, .state = State::NotThere}).text; };
        QCOMPARE(text(Link::Clock), text(Link::WriteSheet));
        QVERIFY(text(Link::Clock) != text(Link::Proxy));
    }

    void clockSaysInWhichDirection()
    {
        const auto detail = [](const QString &seconds) {
            return Words::linkDetail({.link = Link::Clock, .state = State::Sound, .detail = seconds});
        };
        QVERIFY(detail(u"12"_s).contains(u"12 s ahead"_s));
        QVERIFY(detail(u"-12"_s).contains(u"12 s behind"_s) && !detail(u"-12"_s).contains(u'-'));
    }

    void writingIsNeverPromised()
    {
        const QString detail = Words::linkDetail({.link = Link::WriteSheet, .state = State::Sound});
        QVERIFY2(detail.contains(u"only a write can tell"_s), qPrintable(detail));
    }

    void brokenLinkSaysWhatToDo()
    {
        const Words::ErrorText clock = Words::brokenText(
            {.service = Core::Service::Domo, .link = Link::Clock, .state = State::Broken, .detail = u"-400"_s});
        QVERIFY(clock.message.contains(u"400"_s) && !clock.next.isEmpty());
        const Core::Error error{.kind = Core::ErrorKind::NoNetwork, .subject = u"api.domo.com"_s};
        QCOMPARE(Words::brokenText({.link = Link::Name, .state = State::Broken, .error = error}).message,
                 Words::errorText(error).message);
    }
};

QTEST_GUILESS_MAIN(TestDiagnosisText)
#include "tst_diagnosistext.moc"
