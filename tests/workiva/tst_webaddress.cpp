#include "workiva/webaddress.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using namespace Workiva;

namespace {

const QString spreadsheet = u"0123456789abcdef0123456789abcdef"_s;
const QString sheet = u"fedcba9876543210fedcba9876543210"_s;

} // namespace

class TestWebAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SpreadsheetAddress>("address");
        const SpreadsheetAddress whole{spreadsheet, {}, BaseUrlRegion::Us};
        const SpreadsheetAddress oneSheet{spreadsheet, sheet, BaseUrlRegion::Us};
        const QString base = u"https://app.wdesk.com/a/QWNjb3VudB8x/spreadsheet/"_s + spreadsheet;
        const QString tail = u"/sheet/"_s + sheet;

        QTest::newRow("bare ID") << spreadsheet << SpreadsheetAddress{spreadsheet, {}, {}};
        QTest::newRow("bare ID with spaces")
            << u" \t%1\n"_s.arg(spreadsheet) << SpreadsheetAddress{spreadsheet, {}, {}};
        QTest::newRow("ID of another form") << u"WGF_2-x"_s << SpreadsheetAddress{u"WGF_2-x"_s, {}, {}};
        QTest::newRow("spreadsheet") << base << whole;
        QTest::newRow("trailing slash") << base + u'/' << whole;
        QTest::newRow("query") << base + u"?view=1"_s << whole;
        QTest::newRow("fragment") << base + u"#x"_s << whole;
        QTest::newRow("revision alone") << base + u"/-1"_s << whole;
        QTest::newRow("sheet") << base + tail << oneSheet;
        QTest::newRow("revision and sheet") << base + u"/-1"_s + tail << oneSheet;
        QTest::newRow("tails") << base + u"/17"_s + tail + u"/cell?a=b&c=d#e"_s << oneSheet;
        QTest::newRow("no scheme") << (base + tail).mid(8) << oneSheet;
        QTest::newRow("http") << u"http"_s + (base + tail).mid(5) << oneSheet;
        const auto onHost = [&](const char *host) {
            return QString(base + tail).replace("app."_L1, QLatin1String(host));
        };
        QTest::newRow("capital host") << onHost("APP.") << oneSheet;
        QTest::newRow("eu") << onHost("eu.") << SpreadsheetAddress{spreadsheet, sheet, BaseUrlRegion::Eu};
        QTest::newRow("apac") << onHost("apac.") << SpreadsheetAddress{spreadsheet, sheet, BaseUrlRegion::Apac};
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/a/w/spreadsheet/s1/sheet/s2"_s
                                  << SpreadsheetAddress{u"s1"_s, u"s2"_s, {}};
    }
    void addressesAreUnderstood()
    {
        QFETCH(const QString, text);
        QFETCH(const SpreadsheetAddress, address);
        const auto parsed = parseAddress(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->spreadsheetId, address.spreadsheetId);
        QCOMPARE(parsed->sheetId, address.sheetId);
        QVERIFY(parsed->baseUrlRegion == address.baseUrlRegion);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << u"  "_s;
        QTest::newRow("two words") << u"my sheet"_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("other host") << u"https://example.com/a/w/spreadsheet/s1"_s;
        QTest::newRow("API host") << u"https://api.app.wdesk.com/a/w/spreadsheet/s1"_s;
        QTest::newRow("host in disguise") << u"https://app.wdesk.com.example.com/a/w/spreadsheet/s1"_s;
        QTest::newRow("host as user") << u"https://app.wdesk.com@example.com/a/w/spreadsheet/s1"_s;
        QTest::newRow("other scheme") << u"ftp://app.wdesk.com/a/w/spreadsheet/s1"_s;
        QTest::newRow("document") << u"https://app.wdesk.com/a/w/doc/s1"_s;
        QTest::newRow("home") << u"https://app.wdesk.com/"_s;
        QTest::newRow("no ID") << u"https://app.wdesk.com/a/w/spreadsheet/"_s;
        QTest::newRow("no sheet ID") << u"https://app.wdesk.com/a/w/spreadsheet/s1/sheet/"_s;
        QTest::newRow("escaped slash") << u"https://app.wdesk.com/a/w/spreadsheet/%20"_s;
        QTest::newRow("slashes") << u"///"_s;
    }
    void othersAreRefused()
    {
        QFETCH(const QString, text);
        const auto parsed = parseAddress(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, Core::ErrorKind::InvalidInput);
        QCOMPARE(parsed.error().subject, text);
    }
};

QTEST_GUILESS_MAIN(TestWebAddress)
#include "tst_webaddress.moc"
