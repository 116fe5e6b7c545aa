#include "workiva/applytextformatbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Workiva {

QByteArray applyTextFormatBody(const std::vector<Sheet::Rectangle> &blocks)
{
    QJsonArray ranges;
    for (const Sheet::Rectangle &block : blocks) {
        ranges.append(QJsonObject{{QStringLiteral("startRow"), block.row},
                                  {QStringLiteral("stopRow"), block.lastRow()},
                                  {QStringLiteral("startColumn"), block.column},
                                  {QStringLiteral("stopColumn"), block.lastColumn()}});
    }
    const QJsonObject valueFormat{{QStringLiteral("valueFormatType"), QStringLiteral("TEXT")}};
    const QJsonObject format{{QStringLiteral("ranges"), ranges}, {QStringLiteral("valueFormat"), valueFormat}};
    const QJsonObject formats{{QStringLiteral("formats"), QJsonArray{format}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("applyFormats"), formats}}).toJson(QJsonDocument::Compact);
}

} // namespace Workiva
