#include "workiva/spreadsheet.h"

#include "core/redaction.h"

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

constexpr qsizetype maxWord = 100;

// {"dateTime": …}; anything else is no moment.
QDateTime momentOf(const Core::JsonReader &action)
{
    return action.isObject() ? QDateTime::fromString(action["dateTime"_L1].lenientString(), Qt::ISODate) : QDateTime();
}

} // namespace

Spreadsheet readSpreadsheet(const Core::JsonReader &json)
{
    const auto id = json["id"_L1];
    Spreadsheet spreadsheet{.id = id.lenientString(),
                            .name = json["name"_L1].lenientString(),
                            .revision = json["revision"_L1].lenientString(),
                            .isTemplate = json["template"_L1].lenientString() == "true"_L1,
                            .modifiedAt = momentOf(json["modified"_L1])};
    if (spreadsheet.id.isEmpty())
        id.complain(u"string"_s);
    const QString lock = json["lock"_L1].lenientString();
    spreadsheet.locked = lock == "locked"_L1;
    if (!spreadsheet.locked)
        spreadsheet.lockWord = Core::redacted(lock).left(maxWord);
    return spreadsheet;
}

} // namespace Workiva
