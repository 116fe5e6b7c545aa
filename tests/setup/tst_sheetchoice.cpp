#include "setup/sheetchoice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::SheetChoice;
using Setup::SheetInfo;

namespace {

SheetInfo sheet(const QString &id, const QString &name)
{
    SheetInfo made;
    made.id = id;
    made.name = name;
    return made;
}

const QList<SheetInfo> several{sheet(u"a"_s, u"Q1"_s), sheet(u"b"_s, u"Notes"_s), sheet(u"c"_s, u"q1"_s)};

} // namespace

class TestSheetChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneOfSeveralIsChosenAutomatically()
    {
        SheetChoice choice;
        choice.offer(several);
        QVERIFY(!choice.sheet());
        QVERIFY(!choice.isGone());
    }

    void singleSheetIsChosenUnlessAnotherIsWanted()
    {
        SheetChoice choice;
        choice.offer({several.first()});
        QCOMPARE(choice.sheet()->id, u"a"_s);
        choice.want(u"gone"_s);
        choice.offer({several.first()});
        QVERIFY(!choice.sheet());
        QVERIFY(choice.isGone());
    }

    void wantedSheetIsChosenOnceItIsOffered()
    {
        SheetChoice choice;
        choice.want(u"b"_s);
        const QSignalSpy changed(&choice, &SheetChoice::changed);
        choice.offer(several);
        QCOMPARE(choice.index(), 1);
        QCOMPARE(changed.count(), 1);
        choice.clear();
        QVERIFY(!choice.sheet());
        QVERIFY(!choice.isGone()); // it is not known
        choice.offer(several); // as after a retry
        QCOMPARE(choice.index(), 1);
    }

    void usersChoiceIsWanted()
    {
        SheetChoice choice;
        choice.offer(several);
        choice.chooseByUser(2);
        choice.offer(several);
        QCOMPARE(choice.sheet()->id, u"c"_s);
    }

    void onlyOneOfANameIsChosen()
    {
        SheetChoice choice;
        choice.offer(several);
        choice.chooseNamed(u"q1"_s); // two have this name
        QVERIFY(!choice.sheet());
        choice.chooseNamed(u"notes"_s);
        QCOMPARE(choice.sheet()->id, u"b"_s);
    }

    void nameFollowsTheRegionButNotOverTheUsersChoice()
    {
        const QList<SheetInfo> two{several[0], several[1]};
        SheetChoice choice;
        choice.offer(two);
        choice.chooseNamed(u"Notes"_s);
        choice.chooseNamed(u"Q1"_s);
        QCOMPARE(choice.sheet()->id, u"a"_s);
        choice.chooseByUser(1);
        choice.chooseNamed(u"Q1"_s);
        QCOMPARE(choice.sheet()->id, u"b"_s);
    }

    void lockedOneIsKnown()
    {
        SheetInfo locked = several.first();
        locked.lock = SheetInfo::Lock::Locked;
        SheetInfo unclear = several[1];
        unclear.lock = SheetInfo::Lock::Unknown; // there may be no lock
        SheetChoice choice;
        choice.offer({locked, unclear});
        QVERIFY(!choice.isLocked());
        choice.chooseByUser(0);
        QVERIFY(choice.isLocked());
        choice.chooseByUser(1);
        QVERIFY(!choice.isLocked());
    }
};

QTEST_GUILESS_MAIN(TestSheetChoice)
#include "tst_sheetchoice.moc"
