#include "sandbox/domo/datasetpages.h"

#include "sandbox/http/html.h"

using namespace Qt::StringLiterals;

namespace Sandbox {

QString dataSetIndex(const std::vector<StoredDataSet> &dataSets)
{
    QString html = u"<ul>"_s;
    for (const StoredDataSet &one : dataSets)
        html += listItem(u"/datasources/%1/details/overview"_s.arg(one.id()),
                         u"%1 (%2 rows)"_s.arg(one.name()).arg(one.rows()));
    return webPage(u"DataSets"_s, html + u"</ul>"_s);
}

QString dataSetPage(const StoredDataSet &dataSet)
{
    QStringList headings;
    for (const StoredDataSet::Column &column : dataSet.columns())
        headings += u"%1 (%2)"_s.arg(column.name, Sheet::name(column.type));
    return webPage(dataSet.name(),
                   htmlTable(headings, false, dataSet.rows(), int(headings.size()),
                             [&dataSet](int row, int column) { return dataSet.at(row, column); }));
}

} // namespace Sandbox
