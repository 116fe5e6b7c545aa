#include "workiva/spreadsheet.h"

#include "core/redaction.h"

namespace Workiva {

namespace {

constexpr qsizetype longestWord = 100;

} // namespace

Spreadsheet readSpreadsheet(const Net::JsonReader &json)
{
    const auto id = json[QLatin1String("id")];
    Spreadsheet spreadsheet{.id = id.lenientString(),
                            .name = json[QLatin1String("name")].lenientString(),
                            .revision = json[QLatin1String("revision")].lenientString(),
                            .isTemplate = json[QLatin1String("template")].lenientString() == QLatin1String("true")};
    if (spreadsheet.id.isEmpty())
        id.complain(QStringLiteral("string"));
    const QString lock = json[QLatin1String("lock")].lenientString();
    spreadsheet.locked = lock == QLatin1String("locked");
    if (!spreadsheet.locked)
        spreadsheet.lockWord = Core::redacted(lock).left(longestWord);
    return spreadsheet;
}

} // namespace Workiva
