#include "sheet/updatemethod.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sheet {

QString name(UpdateMethod method)
{
    switch (method) {
    case UpdateMethod::Replace: return u"replace"_s;
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
