#include "sandbox/domo/datasetpages.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestDataSetPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEscaped()
    {
        std::vector<StoredDataSet> dataSets;
        dataSets.push_back(StoredDataSet::make(u"<data>"_s, {.csv = "<name>\n<field>\n"}, false).value());
        const QString html = dataSetPage(dataSets.front()) + dataSetIndex(dataSets);
        for (const char *text : {"<data>", "<name>", "<field>"}) {
            QVERIFY(!html.contains(QLatin1String(text)));
            QVERIFY(html.contains(QString::fromLatin1(text).toHtmlEscaped()));
        }
    }
};

QTEST_GUILESS_MAIN(TestDataSetPages)
#include "tst_datasetpages.moc"
