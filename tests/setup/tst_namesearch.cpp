#include "setup/namesearch.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Setup;

class TestNameSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTextThatCannotBeANameIsAnId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("hexadecimal digits") << QString(32, u'a') << true;
        QTest::newRow("a UUID") << u"0123abcd-0123-ABCD-0123-0123456789ab"_s << true;
        QTest::newRow("an address") << u"https://example.domo.com/datasources/x"_s << true;
        QTest::newRow("an address without its scheme") << u"app.wdesk.com/s/x"_s << true;
        QTest::newRow("words") << u"Trial balance"_s << false;
        QTest::newRow("a word") << u"Trial_Balance_2026_Final_Version"_s << false;
        QTest::newRow("a slash") << u"P/L by entity"_s << false;
        QTest::newRow("too few digits") << QString(31, u'a') << false;
    }
    void onlyTextThatCannotBeANameIsAnId()
    {
        QFETCH(QString, text);
        QFETCH(bool, isOne);
        QCOMPARE(isIdOrAddress(text), isOne);
    }

    void namesakesAreToldApartByTheirIds()
    {
        const auto offers =
            offersOf(QList<NamedId>{{u"1"_s, u"Filing"_s}, {u"2"_s, u"filing"_s}, {u"3"_s, u"Scratch"_s}});
        QVERIFY(offers[0].label.contains(u'1'));
        QVERIFY(offers[1].label.contains(u'2'));
        QCOMPARE(offers[2].label, u"Scratch"_s);
        QCOMPARE(offers[1].id, u"2"_s);
    }

    void nameOfOneAloneMeansIt()
    {
        const auto offers = offersOf(QList<NamedId>{
            {u"1"_s, u"Filing"_s}, {u"2"_s, u"Filing"_s}, {u"3"_s, u"Scratch"_s}, {u"4"_s, u"Scratch 2026"_s}});
        QCOMPARE(onlyIdOf(offers, u"scratch"_s), u"3"_s);
        QCOMPARE(onlyIdOf(offers, u"Filing"_s), QString());
        QCOMPARE(onlyIdOf(offers, u"Scr"_s), QString());
    }

    void partOfANameIsOffered()
    {
        const auto offers = offersOf(QList<NamedId>{{u"1"_s, u"Trial Balance"_s}});
        QVERIFY(isOffered(offers, u"l b"_s));
        QVERIFY(!isOffered(offers, u"lb"_s));
    }
};

QTEST_GUILESS_MAIN(TestNameSearch)
#include "tst_namesearch.moc"
