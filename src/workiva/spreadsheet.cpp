#include "workiva/spreadsheet.h"

namespace Workiva {

Spreadsheet readSpreadsheet(const Net::JsonReader &json)
{
    return {.id = json[QLatin1String("id")].string(),
            .name = json[QLatin1String("name")].string(QString()),
            .revision = json[QLatin1String("revision")].string(QString()),
            .locked = json.has(QLatin1String("lock")),
            .isTemplate = json[QLatin1String("template")].boolean(false)};
}

} // namespace Workiva
