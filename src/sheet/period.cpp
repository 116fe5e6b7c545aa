#include "sheet/period.h"

#include "core/inputfault.h"
#include "core/pasted.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace Sheet {

Core::Result<QString> periodIn(const QString &text)
{
    QString period = Core::trimmed(text);
    for (const QString &format : {u"yyyy"_s, u"yyyy-MM"_s, u"yyyy-MM-dd"_s}) {
        if (QDate::fromString(period, format).isValid())
            return period;
    }
    return Core::fail(Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = text, .cause = Core::NotAPeriod{}});
}

} // namespace Sheet
