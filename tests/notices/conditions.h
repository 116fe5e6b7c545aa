#pragma once

#include "notices/condition.h"

namespace Support {

using namespace Qt::StringLiterals;

[[nodiscard]] inline Notices::Condition condition(const QString &name, Notices::Kind kind, const QString &group = {})
{
    return {.profileId = name.toLower().remove(u' '), .profileName = name, .group = group, .kind = kind};
}

} // namespace Support
