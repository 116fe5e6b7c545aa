#include "writeback/sheetplace.h"

#include "net/weborigin.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Writeback {

QByteArray keyOf(const SheetPlace &sheet)
{
    const QString host = Net::isLoopback(sheet.workiva) ? u"localhost"_s : sheet.workiva.host();
    const int port = sheet.workiva.port(sheet.workiva.scheme() == "https"_L1 ? 443 : 80);
    const QString place = u"%1:%2/%3/%4"_s.arg(host).arg(port).arg(sheet.spreadsheetId, sheet.sheetId);
    return QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
}

} // namespace Writeback
