#include "workiva/applytextformatbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Workiva {

QByteArray applyTextFormatBody(const std::vector<Sheet::Rectangle> &blocks)
{
    QJsonArray ranges;
    for (const Sheet::Rectangle &block : blocks) {
        ranges.append(QJsonObject{{u"startRow"_s, block.row},
                                  {u"stopRow"_s, block.lastRow()},
                                  {u"startColumn"_s, block.column},
                                  {u"stopColumn"_s, block.lastColumn()}});
    }
    const QJsonObject valueFormat{{u"valueFormatType"_s, u"TEXT"_s}};
    const QJsonObject format{{u"ranges"_s, ranges}, {u"valueFormat"_s, valueFormat}};
    const QJsonObject formats{{u"formats"_s, QJsonArray{format}}};
    return QJsonDocument(QJsonObject{{u"applyFormats"_s, formats}}).toJson(QJsonDocument::Compact);
}

} // namespace Workiva
