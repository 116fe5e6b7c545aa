#include "domo/webaddress.h"

#include <QTest>

using Domo::dataSetIdIn;

namespace {

const QString guid = QStringLiteral("8f1c2b3a-4d5e-4f60-9a7b-0c1d2e3f4a5b");

} // namespace

class TestWebAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        const QString base = QStringLiteral("https://acme.domo.com/datasources/") + guid;
        QTest::newRow("bare ID") << guid << guid;
        QTest::newRow("bare ID with spaces") << QStringLiteral(" %1\n").arg(guid) << guid;
        QTest::newRow("ID of another form") << QStringLiteral("trial_balance-2") << QStringLiteral("trial_balance-2");
        QTest::newRow("address") << base << guid;
        QTest::newRow("trailing slash") << base + u'/' << guid;
        QTest::newRow("overview") << base + QStringLiteral("/details/overview") << guid;
        QTest::newRow("another tail") << base + QStringLiteral("/details/data/table") << guid;
        QTest::newRow("query and fragment") << base + QStringLiteral("/details?a=b/c#d/e") << guid;
        QTest::newRow("query alone") << base + QStringLiteral("?userId=1") << guid;
        QTest::newRow("address with spaces") << u' ' + base + u' ' << guid;
        QTest::newRow("no scheme") << base.mid(8) << guid;
        QTest::newRow("capital host") << QString(base).replace(QStringLiteral("acme.domo"), QStringLiteral("Acme.DOMO"))
                                      << guid;
        QTest::newRow("capital GUID") << base.left(34) + guid.toUpper() << guid.toUpper();
    }
    void idIsFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, id);
        const auto found = dataSetIdIn(text);
        QVERIFY(found);
        QCOMPARE(*found, id);
    }

    void otherTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        const QString tail = QStringLiteral("/datasources/") + guid;
        add("nothing", QString());
        add("spaces", QStringLiteral("  "));
        add("two words", QStringLiteral("trial balance"));
        add("dots", QStringLiteral(".."));
        add("letters of other scripts", QStringLiteral(u"données"));
        add("braces", u'{' + guid + u'}');
        add("another host", QStringLiteral("https://example.com") + tail);
        add("host that ends alike", QStringLiteral("https://acme-domo.com") + tail);
        add("host that begins alike", QStringLiteral("https://acme.domo.com.example.com") + tail);
        add("no instance", QStringLiteral("https://domo.com") + tail);
        add("empty instance", QStringLiteral("https://.domo.com") + tail);
        add("user name that looks like the host", QStringLiteral("https://acme.domo.com@example.com") + tail);
        add("http", QStringLiteral("http://acme.domo.com") + tail);
        add("another scheme", QStringLiteral("ftp://acme.domo.com") + tail);
        add("another page", QStringLiteral("https://acme.domo.com/page/123"));
        add("no GUID", QStringLiteral("https://acme.domo.com/datasources/"));
        add("GUID too short", QStringLiteral("https://acme.domo.com/datasources/") + guid.chopped(1));
        add("GUID too long", QStringLiteral("https://acme.domo.com/datasources/") + guid + u'0');
        add("nested", QStringLiteral("https://acme.domo.com/x") + tail);
        add("half an address", QStringLiteral("/datasources/") + guid);
        add("broken", QStringLiteral("https://[acme.domo.com") + tail);
    }
    void otherTextIsRefused()
    {
        QFETCH(const QString, text);
        const auto found = dataSetIdIn(text);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Core::ErrorKind::InvalidInput);
        QCOMPARE(found.error().subject, text);
    }
};

QTEST_GUILESS_MAIN(TestWebAddress)
#include "tst_webaddress.moc"
