#include "domo/webaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Domo::dataSetIdIn;

namespace {

const QString guid = u"8f1c2b3a-4d5e-4f60-9a7b-0c1d2e3f4a5b"_s;

} // namespace

class TestWebAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        const QString base = u"https://acme.domo.com/datasources/"_s + guid;
        QTest::newRow("bare ID") << guid << guid;
        QTest::newRow("bare ID with spaces") << u" %1\n"_s.arg(guid) << guid;
        QTest::newRow("ID of another form") << u"trial_balance-2"_s << u"trial_balance-2"_s;
        QTest::newRow("address") << base << guid;
        QTest::newRow("trailing slash") << base + u'/' << guid;
        QTest::newRow("overview") << base + u"/details/overview"_s << guid;
        QTest::newRow("another tail") << base + u"/details/data/table"_s << guid;
        QTest::newRow("query and fragment") << base + u"/details?a=b/c#d/e"_s << guid;
        QTest::newRow("query alone") << base + u"?userId=1"_s << guid;
        QTest::newRow("address with spaces") << u' ' + base + u' ' << guid;
        QTest::newRow("no scheme") << base.mid(8) << guid;
        QTest::newRow("capital host") << QString(base).replace(u"acme.domo"_s, u"Acme.DOMO"_s) << guid;
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
        const QString tail = u"/datasources/"_s + guid;
        add("nothing", QString());
        add("spaces", u"  "_s);
        add("two words", u"trial balance"_s);
        add("dots", u".."_s);
        add("letters of other scripts", u"données"_s);
        add("braces", u'{' + guid + u'}');
        add("another host", u"https://example.com"_s + tail);
        add("host that ends alike", u"https://acme-domo.com"_s + tail);
        add("host that begins alike", u"https://acme.domo.com.example.com"_s + tail);
        add("no instance", u"https://domo.com"_s + tail);
        add("empty instance", u"https://.domo.com"_s + tail);
        add("user name that looks like the host", u"https://acme.domo.com@example.com"_s + tail);
        add("http", u"http://acme.domo.com"_s + tail);
        add("another scheme", u"ftp://acme.domo.com"_s + tail);
        add("another page", u"https://acme.domo.com/page/123"_s);
        add("no GUID", u"https://acme.domo.com/datasources/"_s);
        add("GUID too short", u"https://acme.domo.com/datasources/"_s + guid.chopped(1));
        add("GUID too long", u"https://acme.domo.com/datasources/"_s + guid + u'0');
        add("nested", u"https://acme.domo.com/x"_s + tail);
        add("half an address", u"/datasources/"_s + guid);
        add("broken", u"https://[acme.domo.com"_s + tail);
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
