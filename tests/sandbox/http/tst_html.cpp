#include "sandbox/http/html.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestHtml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreEscapedAndABodyIsNot()
    {
        const QString html = webPage(u"<title>&"_s, listItem(u"/\"<address>"_s, u"<text>"_s));
        QVERIFY(html.contains(
            u"<h1>&lt;title&gt;&amp;</h1><li><a href=\"/&quot;&lt;address&gt;\">&lt;text&gt;</a></li>"_s));
    }

    void longTablesAreCutAndSaySo()
    {
        std::string number;
        const auto at = [&number](int row, int) {
            number = std::to_string(100'000 + row);
            return Sheet::Cell::ofNumber(number);
        };
        const QString html = htmlTable({u"A"_s}, true, 600, 1, at);
        QVERIFY(html.contains(u"100499"_s));
        QVERIFY(!html.contains(u"100500"_s));
        QVERIFY(html.contains(u"500 of 600"_s));
        QVERIFY(!htmlTable({u"A"_s}, true, 500, 1, at).contains(u" of "_s));
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
