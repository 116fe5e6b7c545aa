#include "sheet/updatemethod.h"

#include <QtGlobal>

namespace Sheet {

QString name(UpdateMethod method)
{
    switch (method) {
    case UpdateMethod::Replace: return QStringLiteral("replace");
    }
    Q_UNREACHABLE();
}

std::optional<UpdateMethod> updateMethod(const QString &text)
{
    if (text == name(UpdateMethod::Replace))
        return UpdateMethod::Replace;
    return {};
}

Grid compose(UpdateMethod method, Grid source)
{
    switch (method) {
    case UpdateMethod::Replace: return source;
    }
    Q_UNREACHABLE();
}

} // namespace Sheet
