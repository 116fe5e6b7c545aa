#include "writeback/sheetplace.h"

#include "net/weborigin.h"

#include <QCryptographicHash>

namespace Writeback {

QByteArray keyOf(const SheetPlace &sheet)
{
    const QString host = Net::isLoopback(sheet.workiva) ? QStringLiteral("localhost") : sheet.workiva.host();
    const int port = sheet.workiva.port(sheet.workiva.scheme() == QLatin1String("https") ? 443 : 80);
    const QString place = QStringLiteral("%1:%2/%3/%4").arg(host).arg(port).arg(sheet.spreadsheetId, sheet.sheetId);
    return QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
}

} // namespace Writeback
