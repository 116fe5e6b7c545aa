#include "ui/forms/namesearch.h"

#include <QTest>

using namespace Desktop;

class TestNameSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatCannotBeANameIsTakenForAnId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("hexadecimal digits") << QString(32, u'a') << true;
        QTest::newRow("a UUID") << QStringLiteral("0123abcd-0123-ABCD-0123-0123456789ab") << true;
        QTest::newRow("an address") << QStringLiteral("https://example.domo.com/datasources/x") << true;
        QTest::newRow("an address without its scheme") << QStringLiteral("app.wdesk.com/s/x") << true;
        QTest::newRow("words") << QStringLiteral("Trial balance") << false;
        QTest::newRow("a word") << QStringLiteral("Trial_Balance_2026_Final_Version") << false;
        QTest::newRow("a slash") << QStringLiteral("P/L by entity") << false;
        QTest::newRow("too few digits") << QString(31, u'a') << false;
    }
    void onlyWhatCannotBeANameIsTakenForAnId()
    {
        QFETCH(QString, text);
        QFETCH(bool, isOne);
        QCOMPARE(isIdOrAddress(text), isOne);
    }

    void namesakesAreToldApartByTheirIds()
    {
        QStandardItemModel model;
        offer(model,
              QList<NamedId>{{QStringLiteral("1"), QStringLiteral("Filing")},
                             {QStringLiteral("2"), QStringLiteral("filing")},
                             {QStringLiteral("3"), QStringLiteral("Scratch")}});
        QVERIFY(model.item(0)->text().contains(u'1'));
        QVERIFY(model.item(1)->text().contains(u'2'));
        QCOMPARE(model.item(2)->text(), QStringLiteral("Scratch"));
        QCOMPARE(idOf(model.index(1, 0)), QStringLiteral("2"));
    }

    void aNameOfOneAloneMeansIt()
    {
        QStandardItemModel model;
        offer(model,
              QList<NamedId>{{QStringLiteral("1"), QStringLiteral("Filing")},
                             {QStringLiteral("2"), QStringLiteral("Filing")},
                             {QStringLiteral("3"), QStringLiteral("Scratch")},
                             {QStringLiteral("4"), QStringLiteral("Scratch 2026")}});
        QCOMPARE(onlyIdOf(model, QStringLiteral("scratch")), QStringLiteral("3"));
        QCOMPARE(onlyIdOf(model, QStringLiteral("Filing")), QString());
        QCOMPARE(onlyIdOf(model, QStringLiteral("Scr")), QString());
    }
};

QTEST_MAIN(TestNameSearch)
#include "tst_namesearch.moc"
