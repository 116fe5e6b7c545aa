#include "sandbox/quirks.h"

#include <QTest>

using namespace Qt::StringLiterals;

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
            QVERIFY(values.size() >= 2);
            QList<Quirks> seen;
            for (const QString &value : values) {
                Quirks quirks;
                const bool isAnyNumber = value == value.toUpper() && value != "0"_L1 && !value[0].isDigit();
                QVERIFY(quirks.set(name + u'=' + (isAnyNumber ? u"250"_s : value)));
                QVERIFY2(!seen.contains(quirks), qPrintable(choice));
                seen += quirks;
            }
            QCOMPARE(seen.first(), Quirks());
        }
    }

    void everyQuirkIsExplained()
    {
        const QStringList names = quirkNames();
        const QStringList lines = quirkLines();
        QCOMPARE(lines.size(), names.size());
        for (qsizetype i = 0; i < names.size(); ++i)
            QVERIFY2(lines[i].startsWith(names[i] + u':') && lines[i].size() > names[i].size() + 10,
                     qPrintable(names[i]));
    }

    void valueIsFoundByItsPlace()
    {
        Quirks quirks;
        QVERIFY(quirks.set(u"range=request"_s));
        QVERIFY(quirks.set(u"digits=15"_s));
        QVERIFY(quirks.set(u"operation-words=other"_s));
        QVERIFY(quirks.set(u"read-lag=1500"_s));
        QVERIFY(quirks.set(u"query-limit=3"_s));
        QCOMPARE(quirks.pageRange, Quirks::PageRange::Request);
        QCOMPARE(quirks.allDigits, false);
        QCOMPARE(quirks.operationWords, Quirks::OperationWords::Other);
        QCOMPARE(quirks.readLag, std::chrono::milliseconds(1500));
        QCOMPARE(quirks.queryLimit, 3);
    }

    void nonsenseIsRefused()
    {
        for (const char *text :
             {"", "grow", "grow=", "grow=perhaps", "shrink=yes", "overlap=yes", "range=", "read-lag=", "read-lag=-1",
              "read-lag=soon", "query-limit=few", "date-raw=iso|serial"}) {
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
