#include "setup/regionchoice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Setup::RegionChoice;

class TestRegionChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validTextIsARegion()
    {
        RegionChoice choice;
        QVERIFY(!choice.region());
        choice.type(u"b3:"_s);
        QCOMPARE(choice.region()->toString(), u"B3:"_s);
        choice.type(u"A1:B?"_s);
        QVERIFY(!choice.region());
    }

    void regionOfAnotherSheetThanTheChosenOneIsNone()
    {
        RegionChoice choice;
        choice.type(u"'Q1 2026'!A2:D8"_s);
        QCOMPARE(choice.namedSheet(), u"Q1 2026"_s);
        QVERIFY(choice.region()); // none is chosen yet
        choice.setSheet(u"Notes"_s);
        QVERIFY(choice.namesAnother());
        QVERIFY(!choice.region());
        choice.setSheet(u"q1 2026"_s);
        QVERIFY(!choice.namesAnother());
        QVERIFY(choice.region());
    }

    void regionThatNamesNoSheetIsOfAny()
    {
        RegionChoice choice;
        choice.setSheet(u"Notes"_s);
        choice.type(u"A2:D8"_s);
        QVERIFY(!choice.namesAnother());
        QVERIFY(choice.region());
    }
};

QTEST_GUILESS_MAIN(TestRegionChoice)
#include "tst_regionchoice.moc"
