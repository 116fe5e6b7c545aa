#include "support/xlsxcells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Support {

QString XlsxSheet::at(const QString &place) const
{
    const XlsxCell cell = cells.value(place);
    return cell.type.isEmpty() ? QString() : cell.type + u' ' + cell.value;
}

QList<XlsxSheet> xlsxSheets(const QString &path)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(QStringLiteral(XLSX_CELLS), {path});
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        return {};
    QList<XlsxSheet> sheets;
    const QJsonArray read = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    for (const QJsonValue &sheet : read) {
        sheets.append({sheet["name"_L1].toString(),
                       sheet["frozen"_L1].toString(),
                       sheet["filter"_L1].toString(),
                       sheet["printed"_L1].toString(),
                       {}});
        const QJsonObject cells = sheet["cells"_L1].toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            sheets.last().cells.insert(
                cell.key(),
                {cell.value()[0].toString(), cell.value()[1].toVariant().toString(), cell.value()[2].toString()});
    }
    return sheets;
}

} // namespace Support
