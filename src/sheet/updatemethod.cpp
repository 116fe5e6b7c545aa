#include "sheet/updatemethod.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

Grid replaced(Grid source)
{
    return source;
}

} // namespace

QString name(const UpdateMethod &method)
{
    switch (method.kind) {
    case UpdateMethod::Kind::Replace: return u"replace"_s;
    }
    Q_UNREACHABLE();
}

std::optional<UpdateMethod> updateMethod(const QString &text)
{
    for (const UpdateMethod &method : {UpdateMethod{UpdateMethod::Kind::Replace}}) {
        if (text == name(method))
            return method;
    }
    return {};
}

Core::Result<Grid> compose(const Grid & /*existing*/, Grid source, const UpdateMethod &method)
{
    switch (method.kind) {
    case UpdateMethod::Kind::Replace: return replaced(std::move(source));
    }
    Q_UNREACHABLE();
}

} // namespace Sheet
