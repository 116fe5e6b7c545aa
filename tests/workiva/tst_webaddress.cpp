#include "workiva/webaddress.h"

#include <QtTest/QtTest>

using namespace Workiva;

namespace {

const QString spreadsheet = QStringLiteral("0123456789abcdef0123456789abcdef");
const QString sheet = QStringLiteral("fedcba9876543210fedcba9876543210");

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
        const QString base = QStringLiteral("https://app.wdesk.com/a/QWNjb3VudB8x/spreadsheet/") + spreadsheet;
        const QString tail = QStringLiteral("/sheet/") + sheet;

        QTest::newRow("bare ID") << spreadsheet << SpreadsheetAddress{spreadsheet, {}, {}};
        QTest::newRow("bare ID with spaces")
            << QStringLiteral(" \t%1\n").arg(spreadsheet) << SpreadsheetAddress{spreadsheet, {}, {}};
        QTest::newRow("ID of another form")
            << QStringLiteral("WGF_2-x") << SpreadsheetAddress{QStringLiteral("WGF_2-x"), {}, {}};
        QTest::newRow("spreadsheet") << base << whole;
        QTest::newRow("trailing slash") << base + u'/' << whole;
        QTest::newRow("query") << base + QStringLiteral("?view=1") << whole;
        QTest::newRow("fragment") << base + QStringLiteral("#x") << whole;
        QTest::newRow("revision alone") << base + QStringLiteral("/-1") << whole;
        QTest::newRow("sheet") << base + tail << oneSheet;
        QTest::newRow("revision and sheet") << base + QStringLiteral("/-1") + tail << oneSheet;
        QTest::newRow("tails") << base + QStringLiteral("/17") + tail + QStringLiteral("/cell?a=b&c=d#e") << oneSheet;
        QTest::newRow("no scheme") << (base + tail).mid(8) << oneSheet;
        QTest::newRow("http") << QStringLiteral("http") + (base + tail).mid(5) << oneSheet;
        const auto onHost = [&](const char *host) {
            return QString(base + tail).replace(QLatin1String("app."), QLatin1String(host));
        };
        QTest::newRow("capital host") << onHost("APP.") << oneSheet;
        QTest::newRow("eu") << onHost("eu.") << SpreadsheetAddress{spreadsheet, sheet, BaseUrlRegion::Eu};
        QTest::newRow("apac") << onHost("apac.") << SpreadsheetAddress{spreadsheet, sheet, BaseUrlRegion::Apac};
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/a/w/spreadsheet/s1/sheet/s2")
                                  << SpreadsheetAddress{QStringLiteral("s1"), QStringLiteral("s2"), {}};
    }
    void addressesAreUnderstood()
    {
        QFETCH(const QString, text);
        QFETCH(const SpreadsheetAddress, address);
        const auto parsed = parseAddress(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->spreadsheetId, address.spreadsheetId);
        QCOMPARE(parsed->sheetId, address.sheetId);
        QVERIFY(parsed->region == address.region);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << QStringLiteral("  ");
        QTest::newRow("two words") << QStringLiteral("my sheet");
        QTest::newRow("dots") << QStringLiteral("..");
        QTest::newRow("other host") << QStringLiteral("https://example.com/a/w/spreadsheet/s1");
        QTest::newRow("API host") << QStringLiteral("https://api.app.wdesk.com/a/w/spreadsheet/s1");
        QTest::newRow("host in disguise") << QStringLiteral("https://app.wdesk.com.example.com/a/w/spreadsheet/s1");
        QTest::newRow("host as user") << QStringLiteral("https://app.wdesk.com@example.com/a/w/spreadsheet/s1");
        QTest::newRow("other scheme") << QStringLiteral("ftp://app.wdesk.com/a/w/spreadsheet/s1");
        QTest::newRow("document") << QStringLiteral("https://app.wdesk.com/a/w/doc/s1");
        QTest::newRow("home") << QStringLiteral("https://app.wdesk.com/");
        QTest::newRow("no ID") << QStringLiteral("https://app.wdesk.com/a/w/spreadsheet/");
        QTest::newRow("no sheet ID") << QStringLiteral("https://app.wdesk.com/a/w/spreadsheet/s1/sheet/");
        QTest::newRow("escaped slash") << QStringLiteral("https://app.wdesk.com/a/w/spreadsheet/%20");
        QTest::newRow("slashes") << QStringLiteral("///");
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
