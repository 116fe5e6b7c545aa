#include "core/laterversion.h"
#include "schedule/handovers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using namespace Schedule;

class TestHandover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void impossibleHandoverIsRefused_data()
    {
        using Reason = HandoverFault::Reason;
        QTest::addColumn<Handover>("handover");
        QTest::addColumn<Reason>("reason");
        const Handover good = Support::plainHandover({.timetable = Support::daily({6, 0})});
        Handover changed = good;
        changed.profileId = u"../other"_s;
        QTest::newRow("an ID that leads elsewhere") << changed << Reason::NotAnId;
        changed.profileId = QString();
        QTest::newRow("no ID") << changed << Reason::NotAnId;
        changed = good;
        changed.program = u"workiva-writeback-cli"_s;
        QTest::newRow("a program on the path") << changed << Reason::RelativeProgram;
        changed = good;
        changed.options = {u"--data-dir"_s, u"/data\n[Service]"_s};
        QTest::newRow("a line break") << changed << Reason::ControlCharacter;
    }
    void impossibleHandoverIsRefused()
    {
        QFETCH(const Handover, handover);
        QFETCH(const HandoverFault::Reason, reason);
        const auto checked = check(handover);
        QVERIFY(!checked);
        QVERIFY(checked.error().cause.as<HandoverFault>());
        QCOMPARE(checked.error().cause.as<HandoverFault>()->reason, reason);
    }

    void handoverWithSignsIsPossible()
    {
        QVERIFY(check(Support::handover({.timetable = Support::daily({6, 0})})));
        const auto impossible = check(Support::handover({.timetable = Support::daily({6, 0}, u" "_s)}));
        QVERIFY(!impossible && impossible.error().cause.as<ScheduleFault>());
    }

    void commandRunsTheWritebackWithItsOptions()
    {
        const Handover handover = Support::handover({.timetable = Support::daily({6, 0})});
        QCOMPARE(arguments(handover),
                 QStringList({u"run"_s, handover.profileId, u"--scheduled"_s, fingerprint(handover.schedule)})
                     + handover.options);
    }

    void fingerprintTellsSchedulesApart()
    {
        QRandomGenerator random(9);
        QSet<QString> prints;
        for (int i = 0; i < 500; ++i)
            prints.insert(fingerprint(Support::randomAutomatically(random)));
        QCOMPARE(prints.size(), 500);
        const Automatically schedule{.timetable = Support::daily({6, 0})};
        QCOMPARE(fingerprint(schedule), fingerprint({.timetable = Support::daily({6, 0})}));
    }

    void recordIsPlainAndComesBackTheSame()
    {
        QRandomGenerator random(10);
        for (int i = 0; i < 300; ++i) {
            const Handover handover = Support::handover(Support::randomAutomatically(random));
            const QString record = recordOf(handover);
            for (const QChar character : record)
                QVERIFY(character >= u' ' && character <= u'~' && character != u'%' && character != u'\'');
            const auto back = fromRecord(record);
            QVERIFY(back && *back == handover);
        }
    }

    void recordOfALaterVersionIsToldApart()
    {
        const QString record = recordOf(Support::plainHandover({.timetable = Support::daily({6, 0})}));
        const auto later = fromRecord(QString(record).replace(u"everyDays"_s, u"moonPhases"_s));
        QVERIFY(!later && later.error().cause.as<Core::LaterVersion>());
        for (const QString &text : {u"{}"_s, u""_s, QString(record).replace(u"automatically"_s, u"manually"_s)}) {
            const auto broken = fromRecord(text);
            QVERIFY(!broken);
            QCOMPARE(broken.error().kind, Core::ErrorKind::BadFile);
            QVERIFY(!broken.error().cause.as<Core::LaterVersion>());
        }
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
