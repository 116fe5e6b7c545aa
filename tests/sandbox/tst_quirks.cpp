#include "sandbox/quirks.h"

#include <QTest>

using namespace Sandbox;

class TestQuirks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstNamedValueIsTheDefault()
    {
        for (const QString &choice : quirkNames()) {
            const QString name = choice.section(u'=', 0, 0);
            const QStringList values = choice.section(u'=', 1).split(u'|');
            QCOMPARE(values.size(), 2);
            Quirks quirks;
            QVERIFY(quirks.set(name + u'=' + values[0]));
            QCOMPARE(quirks, Quirks());
            QVERIFY(quirks.set(name + u'=' + values[1]));
            QVERIFY(quirks != Quirks());
        }
    }

    void nonsenseIsRefused()
    {
        for (const char *text : {"", "grow", "grow=", "grow=perhaps", "shrink=yes", "overlap=yes"}) {
            Quirks quirks;
            const auto set = quirks.set(QLatin1String(text));
            QVERIFY(!set);
            QCOMPARE(set.error().kind, Core::ErrorKind::InvalidInput);
            QCOMPARE(quirks, Quirks());
        }
    }
};

QTEST_GUILESS_MAIN(TestQuirks)
#include "tst_quirks.moc"
