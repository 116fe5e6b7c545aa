#include "cli/namelist.h"

#include "core/inputfault.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using Cli::NamedValue;
using Cli::namesIn;

class TestNameList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndValuesAreRead_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QList<NamedValue>>("names");
        using Names = QList<NamedValue>;
        QTest::newRow("one") << u"Entity"_s << Names{{u"Entity"_s}};
        QTest::newRow("several") << u"Entity,Account=Acct,Debit"_s
                                 << Names{{u"Entity"_s}, {u"Account"_s, u"Acct"_s}, {u"Debit"_s}};
        QTest::newRow("blanks around") << u" Net debit , Account = Acct no "_s
                                       << Names{{u"Net debit"_s}, {u"Account"_s, u"Acct no"_s}};
        QTest::newRow("equals sign in a value") << u"a=b=c"_s << Names{{u"a"_s, u"b=c"_s}};
        QTest::newRow("in quotes") << u"\"Debit, net\"=\"a=b\",\" x \""_s
                                   << Names{{u"Debit, net"_s, u"a=b"_s}, {u" x "_s}};
        QTest::newRow("quotes in quotes")
            << u"\"\"\"Net\"\" of tax\", \"\"\"\""_s << Names{{u"\"Net\" of tax"_s}, {u"\""_s}};
        QTest::newRow("quote within") << u"5\" pipe"_s << Names{{u"5\" pipe"_s}};
        QTest::newRow("empty name") << u"\"\"=a"_s << Names{{QString(), u"a"_s}};
    }
    void namesAndValuesAreRead()
    {
        QFETCH(const QString, list);
        const auto names = namesIn(list);
        QVERIFY(names);
        QTEST(*names, "names");
    }

    void nameIsQuotedWhereItHasTo()
    {
        for (const QString &name :
             {u"Entity"_s, u"Net debit"_s, u"Debit, net"_s, u"a=b"_s, u"5\" pipe"_s, u" x"_s, QString()})
            QCOMPARE(namesIn(Cli::inList(name) + u"=text"_s), (QList<NamedValue>{{name, u"text"_s}}));
        QCOMPARE(Cli::inList(u"Net debit"_s), u"Net debit"_s);
    }

    void everyNameCanBeSaid()
    {
        QRandomGenerator random(20261127);
        const auto anyText = [&random](int least) {
            QString text;
            for (int left = least + random.bounded(5); left > 0; --left)
                text += u"a,=\" \u00e4'\\"[random.bounded(8)];
            return text;
        };
        const auto quoted = [](QString text) { return u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"'; };
        for (int i = 0; i < 2'000; ++i) {
            QList<NamedValue> wanted;
            QStringList list;
            for (int left = 1 + random.bounded(4); left > 0; --left) {
                wanted.append({anyText(0)});
                list.append(quoted(wanted.last().name));
                if (random.bounded(2) == 0)
                    continue;
                wanted.last().value = anyText(1);
                list.last() += u" = "_s + quoted(*wanted.last().value);
            }
            const auto names = namesIn(list.join(u" , "_s));
            QVERIFY2(names && *names == wanted, qPrintable(list.join(u" , "_s)));
        }
    }

    void whatIsNoListIsRefused_data()
    {
        QTest::addColumn<QString>("list");
        for (const char *list : {"", " ", ",", "a,", ",a", "a,,b", "=a", "a=", "a=,b", "\"a", "\"a\"b", "a=\"b",
                                 "a=\"\"", "\"a\"\"", "\"a\" b=c"})
            QTest::newRow(list) << QString::fromLatin1(list);
    }
    void whatIsNoListIsRefused()
    {
        QFETCH(const QString, list);
        const auto names = namesIn(list);
        QVERIFY(!names);
        QCOMPARE(names.error().kind, Core::ErrorKind::InvalidInput);
        QCOMPARE(names.error().subject, list);
        QVERIFY(names.error().cause.as<Core::NotAList>());
    }
};

QTEST_GUILESS_MAIN(TestNameList)
#include "tst_namelist.moc"
